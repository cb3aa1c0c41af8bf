using System.Numerics.Tensors;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>DC solution of an array of nonlinear cells with wires, by Newton's method: cells are replaced by their tangents, the linear
/// array is solved from where the last one ended, and the step is shortened while it does not reduce the mismatch. Passive monotone cells
/// in a resistive network have one solution, the minimum of a convex function (Millar 1951, Phil. Mag. 42:1150, co-content), so damped
/// steps reach it.</summary>
public sealed class NonlinearArraySolver
{
    private readonly ICellLaw _law;
    private readonly ArraySolverOptions _options;
    private readonly ArraySolver _linear;

    /// <summary>Prepares an array.</summary>
    /// <param name="law">The cells.</param>
    /// <param name="wires">Wire resistances.</param>
    /// <param name="wordTerminals">Connections of the word lines; null: driven at the start, 0 Ω.</param>
    /// <param name="bitTerminals">Connections of the bit lines; null: sensed at the end, 0 Ω.</param>
    /// <param name="options">How exactly.</param>
    public NonlinearArraySolver(
        ICellLaw law, ArrayWires wires, LineTerminals? wordTerminals = null, LineTerminals? bitTerminals = null,
            ArraySolverOptions? options = null)
    {
        _law = law;
        _options = options ?? new();
        var circuit = new ArrayCircuit(new(law.Rows, law.Columns, new double[law.Rows * law.Columns]), wires)
        {
            WordTerminals = wordTerminals ?? LineTerminals.AtStart(),
            BitTerminals = bitTerminals ?? LineTerminals.AtEnd(),
        };
        // The linear solves are an order more exact than the answer, so that Newton's mismatch alone decides.
        _linear = new(circuit, _options with { OutputTolerance = Math.Max(0.1 * _options.OutputTolerance, 1e-14) });
    }

    /// <summary>Prepares an array whose cells follow a law.</summary>
    /// <param name="circuit">Cells by their ohmic conductance, wires and terminals.</param>
    /// <param name="law">The law.</param>
    /// <param name="options">How exactly.</param>
    public static NonlinearArraySolver Of(ArrayCircuit circuit, ICellLawFactory law, ArraySolverOptions? options = null) =>
        new(law.Create(circuit.Cells), circuit.Wires, circuit.WordTerminals, circuit.BitTerminals, options);

    /// <summary>Newton steps after which a solution gives up and says so. Default 100 (our choice: sound cases need 4 to 12).</summary>
    public int StepLimit { get; init; } = 100;

    /// <summary>Solves for one set of voltages.</summary>
    /// <param name="wordVolts">Voltage of each word line's ports, V.</param>
    /// <param name="bitVolts">Voltage of each bit line's ports, V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    public NonlinearSolution Solve(ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts, CancellationToken cancellation = default)
    {
        int count = _law.Rows * _law.Columns;
        double[] volts = new double[count], law = new double[count], slope = new double[count], sources = new double[count];
        // What the wires bring to each cell, and the two ends of the step.
        double[] wired = new double[count], wiredNext = new double[count], tryVolts = new double[count], tryLaw = new double[count];
        var scratch = new double[count];
        for (int i = 0; i < _law.Rows; i++)
            for (int j = 0; j < _law.Columns; j++) volts[i * _law.Columns + j] = wordVolts[i] - bitVolts[j];
        _law.Evaluate(volts, law, slope);
        double mismatch = double.PositiveInfinity;
        ArraySolution solution = null!;
        for (int step = 1; ; step++)
        {
            // Tangent: i = slope · v + (law − slope · volts).
            TensorPrimitives.Multiply(slope, volts, sources);
            TensorPrimitives.Subtract(law, sources, sources);
            solution = _linear.SolveLinearised(slope, sources, wordVolts, bitVolts, step == 1, cancellation);
            var next = solution.CellVolts();
            TensorPrimitives.Multiply(slope, next, wiredNext);
            TensorPrimitives.Add(wiredNext, sources, wiredNext);

            double share = 1;
            double reached = Mismatch(next, wiredNext, tryLaw, slope);
            next.CopyTo(tryVolts, 0);
            wiredNext.CopyTo(scratch, 0);
            while (step > 1 && !(reached < mismatch) && share > 1e-3 && mismatch > 0)
            {
                share *= 0.5;
                Between(volts, next, share, tryVolts);
                Between(wired, wiredNext, share, scratch);
                reached = Mismatch(tryVolts, scratch, tryLaw, slope);
            }
            tryVolts.CopyTo(volts, 0);
            scratch.CopyTo(wired, 0);
            tryLaw.CopyTo(law, 0);
            mismatch = reached;

            TensorPrimitives.Subtract(law, wired, scratch);
            double residual = Math.Max(Math.Abs(TensorPrimitives.MaxMagnitude<double>(scratch)), solution.ResidualAmperes);
            double error = LargestColumnSum(scratch) + solution.OutputErrorAmperes;
            double largest = solution.OutputAmperes.Max(Math.Abs);
            bool done = share == 1 && error <= _options.OutputTolerance * largest;
            if (done || step >= StepLimit || !double.IsFinite(reached))
                return new(WithChords(solution, law, slope), law, residual, error, step, done && solution.Converged);
        }
    }

    /// <summary>Currents at all ports for many input vectors, one after another.</summary>
    /// <param name="wordVolts">Word-line voltages, inputs × rows, row-major, V.</param>
    /// <param name="bitVolts">Bit-line voltages, V: inputs × columns numbers, or columns numbers for all inputs; empty: 0 V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">A length does not fit the array.</exception>
    public ArrayOutputs SolveMany(ReadOnlyMemory<double> wordVolts, ReadOnlyMemory<double> bitVolts = default,
        CancellationToken cancellation = default)
    {
        int rows = _law.Rows, columns = _law.Columns, inputs = wordVolts.Length / rows;
        Check.Length(wordVolts.Length, inputs * rows, nameof(wordVolts));
        if (bitVolts.IsEmpty) bitVolts = new double[columns];
        if (bitVolts.Length > columns) Check.Length(bitVolts.Length, inputs * columns, nameof(bitVolts));
        else Check.Length(bitVolts.Length, columns, nameof(bitVolts));
        var parts = new List<ArrayOutputs>(inputs);
        for (int k = 0; k < inputs; k++)
        {
            var bits = bitVolts.Slice(bitVolts.Length > columns ? k * columns : 0, columns);
            parts.Add(Solve(wordVolts.Slice(k * rows, rows).Span, bits.Span, cancellation).Outputs);
        }
        return ArrayOutputs.OneAfterAnother(parts);
    }

    /// <summary>The linear array that has the same solution: every cell at its chord conductance i / v.</summary>
    private static ArraySolution WithChords(ArraySolution solution, double[] law, double[] slope)
    {
        var chords = solution.CellVolts();
        for (int k = 0; k < chords.Length; k++) chords[k] = chords[k] == 0 ? slope[k] : Math.Max(law[k] / chords[k], 0);
        return solution with { Circuit = solution.Circuit with { Cells = new(solution.Circuit.Cells.Rows, solution.Circuit.Cells.Columns, chords) } };
    }

    /// <summary>‖law(v) − what the wires bring‖, with law and slope left behind.</summary>
    private double Mismatch(double[] volts, double[] wired, double[] law, double[] slope)
    {
        _law.Evaluate(volts, law, slope);
        return TensorPrimitives.Distance<double>(law, wired);
    }

    private static void Between(double[] from, double[] to, double share, double[] result)
    {
        TensorPrimitives.Subtract(to, from, result);
        TensorPrimitives.MultiplyAdd(result, share, from, result);
    }

    private double LargestColumnSum(double[] mismatch)
    {
        var sums = new double[_law.Columns];
        for (int k = 0; k < mismatch.Length; k++) sums[k % _law.Columns] += Math.Abs(mismatch[k]);
        return sums.Max();
    }
}
