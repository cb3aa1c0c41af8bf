using System.Numerics.Tensors;
using Crossbar.Mapping;
using Hopfield.Model;

namespace Crossbar.Machines.Clocked;

/// <summary>What the columns of an array read, as numbers: u = U s + b in weight units. With linear cells every read is exactly this
/// product, whatever the wires do to it, so one solution per column replaces one per clock. U of a wired array is neither symmetric nor
/// zero on its diagonal.</summary>
public sealed record ReadMatrix
{
    /// <summary>U, N × N, row-major; row i is what column i of the array reads.</summary>
    public required double[] Weights { get; init; }

    /// <summary>b, N numbers: what the bias lines add.</summary>
    public required double[] Fields { get; init; }

    /// <summary>The largest coupling (or field) of the model: model units in one weight unit.</summary>
    public required double WeightUnit { get; init; }

    /// <summary>Current of one weight unit at the nominal read voltage, A.</summary>
    public required double UnitAmperes { get; init; }

    /// <summary>√ΣG² over the cells of each column in weight units: times a relative fluctuation of the cells, the noise of a
    /// read.</summary>
    public required double[] CellNormUnits { get; init; }

    /// <summary>ΣG of each column, S: what shot and thermal noise and the energy of a read follow from.</summary>
    public required double[] ColumnSiemens { get; init; }

    /// <summary>Root mean square over entries of U − J, in weight units: the computing error per weight.</summary>
    public required double RmsWeightError { get; init; }

    /// <summary>Largest Kirchhoff residual of the solutions behind it, A; 0 without wires.</summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>True when every solution reached its tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>Reads of a model on differential pairs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ReadMatrix Of(IsingModel model, MappedWeights weights, ClockedMachineParameters parameters,
        CancellationToken cancellation = default)
    {
        int n = weights.SpinCount, rows = weights.Cells.Rows;
        double unit = UnitOf(model);
        var transfer = ColumnTransfer.Of(weights.Cells, parameters, cancellation);
        double scale = weights.UnitSiemens * unit;
        double[] u = new double[n * n], fields = new double[n];
        for (int i = 0; i < n; i++)
        {
            var column = transfer.Siemens.AsSpan(i * rows, rows);
            for (int j = 0; j < n; j++) u[i * n + j] = (column[2 * j] - column[2 * j + 1]) / scale;
            for (int b = n; b < n + weights.BiasLines; b++) fields[i] += (column[2 * b] - column[2 * b + 1]) / scale;
        }
        return From(model, unit, u, fields, transfer, scale, parameters);
    }

    /// <summary>Reads of a model whose couplings all have one sign, on one cell each, N × N, with the currents' sign turned outside the
    /// array: half the cells and half the length of the bit lines. Cells that are off are not cancelled. Source: Cai et al. 2020
    /// (experiment).</summary>
    /// <param name="model">Couplings of one sign, no fields.</param>
    /// <param name="mapping">On and off conductance.</param>
    /// <param name="parameters">Wires and drivers.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">Couplings of both signs, or fields.</exception>
    public static ReadMatrix OfSingleCells(
        IsingModel model, DifferentialPairMapping mapping, ClockedMachineParameters parameters, CancellationToken cancellation = default)
    {
        if (model.HasFields) throw new ArgumentException("Single cells carry no fields.", nameof(model));
        int n = model.Size;
        double unit = UnitOf(model), scale = mapping.OnSiemens - mapping.OffSiemens, sign = 0;
        var siemens = new double[n * n];
        Array.Fill(siemens, mapping.OffSiemens);
        for (int i = 0; i < n; i++)
            foreach (var (j, value) in model.Couplings.Row(i))
            {
                if (sign == 0) sign = Math.Sign(value);
                if (Math.Sign(value) != sign) throw new ArgumentException("Single cells carry couplings of one sign only.", nameof(model));
                siemens[j * n + i] += scale * Math.Abs(value) / unit;
            }
        var transfer = ColumnTransfer.Of(new(n, n, siemens), parameters, cancellation);
        var u = new double[n * n];
        TensorPrimitives.Multiply(transfer.Siemens, sign / scale, u);
        return From(model, unit, u, new double[n], transfer, scale, parameters);
    }

    private static double UnitOf(IsingModel model)
    {
        double unit = model.Couplings.LargestMagnitude();
        if (unit == 0)
            foreach (double h in model.Fields) unit = Math.Max(unit, Math.Abs(h));
        return unit == 0 ? 1 : unit;
    }

    private static ReadMatrix From(
        IsingModel model, double unit, double[] u, double[] fields, ColumnTransfer transfer, double scale,
            ClockedMachineParameters parameters)
    {
        int n = fields.Length, rows = transfer.Siemens.Length / n;
        var wanted = model.Couplings.ToDense();
        TensorPrimitives.Divide(wanted, unit, wanted);
        if (parameters.CalibratedGain)
        {
            double gain = TensorPrimitives.Dot<double>(wanted, u) / TensorPrimitives.SumOfSquares<double>(u);
            TensorPrimitives.Multiply(u, gain, u);
            TensorPrimitives.Multiply(fields, gain, fields);
        }
        return new()
        {
            Weights = u,
            Fields = fields,
            WeightUnit = unit,
            UnitAmperes = scale * parameters.ReadVolts,
            CellNormUnits = [.. Enumerable.Range(0, n)
                .Select(i => TensorPrimitives.Norm<double>(transfer.Siemens.AsSpan(i * rows, rows)) / scale)],
            ColumnSiemens = [.. Enumerable.Range(0, n).Select(i => TensorPrimitives.Sum<double>(transfer.Siemens.AsSpan(i * rows, rows)))],
            RmsWeightError = TensorPrimitives.Distance<double>(u, wanted) / n,
            ResidualAmperes = transfer.ResidualAmperes,
            Converged = transfer.Converged,
        };
    }
}
