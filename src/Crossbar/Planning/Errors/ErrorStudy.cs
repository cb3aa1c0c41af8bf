using System.Numerics.Tensors;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Crossbar.Planning.Errors;

/// <summary>The computing error of an array by Monte Carlo over weights and inputs, every product solved with all wires; and of its worst
/// case. The same key gives the same draws for every wire, drive and calibration, so that choices can be compared.</summary>
/// <param name="parameters">What is drawn.</param>
/// <param name="wires">Wire segments.</param>
/// <param name="wordTerminals">How word lines are driven; null: at the start, 0 Ω.</param>
/// <param name="bitTerminals">How bit lines are sensed; null: at the end, 0 Ω.</param>
public sealed class ErrorStudy(ErrorStudyParameters parameters, ArrayWires wires, LineTerminals? wordTerminals = null,
    LineTerminals? bitTerminals = null)
{
    // Far below any error that is reported, and cheap.
    private static readonly ArraySolverOptions s_options = new() { OutputTolerance = 1e-8 };

    /// <summary>Error of arrays with that many word and bit lines, over random weights and inputs.</summary>
    /// <exception cref="ArgumentException">The lines do not hold a weight of the placement, or symmetric weights are not
    /// square.</exception>
    public ComputingError Typical(int rows, int columns, RandomKey key, CancellationToken cancellation = default)
    {
        var (inputs, outputs) = Shape(rows, columns);
        var draws = new Sample[parameters.WeightDraws];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, draws.Length, parallel, d =>
        {
            var stream = key.Fold("weights").Fold(d).Stream();
            draws[d] = Measure(DrawWeights(inputs, outputs, ref stream), inputs, outputs, key.Fold("inputs").Fold(d), cancellation);
        });
        return Summarise(draws);
    }

    /// <summary>Error of given weights, inputs × outputs, over random inputs.</summary>
    public ComputingError OfWeights(int inputs, int outputs, double[] weights, RandomKey key, CancellationToken cancellation = default) =>
        Summarise([Measure(weights, inputs, outputs, key.Fold("inputs").Fold(0), cancellation)]);

    /// <summary>The largest error that any weights and inputs can make, uncalibrated, in units of weight: all weights 1 (or all −1, which
    /// sit in the farther column of a pair; or, where single cells hold no sign, all 0, which leaves the off current alone; whichever is
    /// worst) and every input +1, at the worst of the outputs. More conductance or more drive anywhere takes voltage from every other cell
    /// of a passive network, so no other choice loses more; a test enumerates small arrays of every placement.</summary>
    public double Adversarial(int rows, int columns, CancellationToken cancellation = default)
    {
        var (inputs, outputs) = Shape(rows, columns);
        double[] signs = new double[inputs], weights = new double[inputs * outputs];
        Array.Fill(signs, 1);
        double worst = 0;
        foreach (double weight in HoldsSigns ? (double[])[1, -1] : [1, 0])
        {
            Array.Fill(weights, weight);
            worst = Math.Max(worst, ErrorsOf(weights, inputs, outputs, signs, cancellation).Max(Math.Abs));
        }
        return worst;
    }

    /// <summary>Error of each output for given weights and inputs, uncalibrated, in units of weight.</summary>
    public double[] ErrorsOf(double[] weights, int inputs, int outputs, double[] signs, CancellationToken cancellation = default)
    {
        var placed = Place(weights, inputs, outputs);
        double[] volts = new double[placed.Cells.Rows], sums = new double[outputs];
        placed.FillVolts(signs, parameters.ReadVolts, volts);
        var solution = Solver(placed).Solve(volts, new double[placed.Cells.Columns], cancellation: cancellation);
        placed.Decode(solution.OutputAmperes, parameters.ReadVolts, sums);
        for (int j = 0; j < outputs; j++)
            for (int i = 0; i < inputs; i++)
                sums[j] -= weights[i * outputs + j] * signs[i];
        return sums;
    }

    private bool HoldsSigns => parameters.Placement is WeightPlacement.ColumnPair or WeightPlacement.RowPair;

    private PlacedWeights Place(double[] weights, int inputs, int outputs) =>
        PlacedWeights.Place(parameters.Placement, inputs, outputs, weights, parameters.OffSiemens, parameters.OnSiemens);

    private ArraySolver Solver(PlacedWeights placed) => new(new(placed.Cells, wires)
    {
        WordTerminals = wordTerminals ?? LineTerminals.AtStart(),
        BitTerminals = bitTerminals ?? LineTerminals.AtEnd(),
    }, s_options);

    private (int Inputs, int Outputs) Shape(int rows, int columns)
    {
        int inputs = PlacedWeights.InputsOf(parameters.Placement, rows), outputs = PlacedWeights.OutputsOf(parameters.Placement, columns);
        if (inputs < 1 || outputs < 1)
            throw new ArgumentException($"{rows} x {columns} lines hold no weight placed as {parameters.Placement}; expected at least 2 lines where pairs or a reference are.");
        if (parameters.SymmetricWeights && inputs != outputs)
            throw new ArgumentException($"Symmetric weights need as many inputs as outputs, not {inputs} and {outputs}.");
        return (inputs, outputs);
    }

    private double[] DrawWeights(int inputs, int outputs, ref RandomStream stream)
    {
        var weights = new double[inputs * outputs];
        for (int i = 0; i < inputs; i++)
            for (int j = parameters.SymmetricWeights ? i + 1 : 0; j < outputs; j++)
            {
                double w = stream.NextUniform() < parameters.Density ? 1 : 0;
                if (HoldsSigns) w *= stream.NextSpin();
                weights[i * outputs + j] = w;
                if (parameters.SymmetricWeights) weights[j * outputs + i] = w;
            }
        return weights;
    }

    private Sample Measure(double[] weights, int inputs, int outputs, RandomKey key, CancellationToken cancellation)
    {
        var placed = Place(weights, inputs, outputs);
        int count = parameters.InputDraws, rows = placed.Cells.Rows;
        double[] volts = new double[count * rows], exact = new double[count * outputs], measured = new double[count * outputs],
            signs = new double[inputs];
        for (int k = 0; k < count; k++)
        {
            var stream = key.Fold(k).Stream();
            var sums = exact.AsSpan(k * outputs, outputs);
            for (int i = 0; i < inputs; i++)
            {
                signs[i] = parameters.SignedInputs ? stream.NextSpin() : stream.NextUniform() < 0.5 ? 1 : 0;
                TensorPrimitives.MultiplyAdd(weights.AsSpan(i * outputs, outputs), signs[i], sums, sums);
            }
            placed.FillVolts(signs, parameters.ReadVolts, volts.AsSpan(k * rows, rows));
        }
        var solved = Solver(placed).SolveMany(volts, cancellation: cancellation);
        for (int k = 0; k < count; k++) placed.Decode(solved.Outputs(k), parameters.ReadVolts, measured.AsSpan(k * outputs, outputs));
        var gains = Calibrate.Gains(parameters.Calibration, measured, exact, outputs);
        for (int k = 0; k < measured.Length; k++) measured[k] *= gains[k % outputs];
        // All bit lines are at 0 V, so the drivers deliver everything.
        double watts = TensorPrimitives.Dot<double>(volts, solved.DriverAmperes) / count;
        double truth = TensorPrimitives.SumOfSquares<double>(exact);
        TensorPrimitives.Subtract(measured, exact, measured);
        return new(TensorPrimitives.SumOfSquares<double>(measured) / measured.Length, truth / measured.Length,
            Math.Abs(TensorPrimitives.MaxMagnitude<double>(measured)), gains.Average(), watts, solved.ResidualAmperes, solved.Converged);
    }

    private static ComputingError Summarise(Sample[] draws)
    {
        double square = draws.Average(d => d.MeanSquare), truth = draws.Average(d => d.TruthSquare);
        double[] rms = [.. draws.Select(d => Math.Sqrt(d.MeanSquare))];
        double mean = rms.Average();
        return new()
        {
            RmsWeightUnits = Math.Sqrt(square),
            RmsStandardError = rms.Length == 1 ? 0 : Math.Sqrt(rms.Sum(r => (r - mean) * (r - mean)) / (rms.Length - 1) / rms.Length),
            LargestWeightUnits = draws.Max(d => d.Largest),
            RelativeRms = truth == 0 ? 0 : Math.Sqrt(square / truth),
            Gain = draws.Average(d => d.Gain),
            MeanWatts = draws.Average(d => d.Watts),
            ResidualAmperes = draws.Max(d => d.Residual),
            Converged = draws.All(d => d.Converged),
        };
    }

    private readonly record struct Sample(double MeanSquare, double TruthSquare, double Largest, double Gain, double Watts, double Residual,
        bool Converged);
}
