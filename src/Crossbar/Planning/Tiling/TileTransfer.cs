using System.Numerics.Tensors;
using Crossbar.Arrays;
using Crossbar.Planning.Errors;

namespace Crossbar.Planning.Tiling;

/// <summary>What one tile does to any input, by superposition: its decoded outputs and its driver currents for every input of 1 alone,
/// solved with all wires.</summary>
internal sealed class TileTransfer
{
    private readonly double[] _decoded, _drivers;
    private readonly PlacedWeights _placed;
    private readonly double _readVolts;

    /// <summary>Solves the tile once for each input.</summary>
    /// <param name="placed">Weights in cells, in the order of the matrix.</param>
    /// <param name="solve">Solves the tile for word-line voltages, many at once.</param>
    /// <param name="restore">Outputs of the tile as those of the matrix, from output currents and word-line voltages.</param>
    /// <param name="readVolts">Voltage of an input of 1.</param>
    internal TileTransfer(
        PlacedWeights placed, Func<ReadOnlyMemory<double>, ArrayOutputs> solve, Func<double[], double[], double[]> restore,
            double readVolts)
    {
        (_placed, _readVolts) = (placed, readVolts);
        int inputs = placed.Inputs, rows = placed.Cells.Rows;
        double[] volts = new double[inputs * rows], unit = new double[inputs];
        for (int i = 0; i < inputs; i++)
        {
            unit[i] = 1;
            placed.FillVolts(unit, readVolts, volts.AsSpan(i * rows, rows));
            unit[i] = 0;
        }
        var solved = solve(volts);
        _drivers = solved.DriverAmperes;
        Converged = solved.Converged;
        _decoded = new double[inputs * placed.Outputs];
        for (int i = 0; i < inputs; i++)
            placed.Decode(restore(solved.Outputs(i).ToArray(), volts.AsSpan(i * rows, rows).ToArray()), readVolts,
                _decoded.AsSpan(i * placed.Outputs, placed.Outputs));
    }

    /// <summary>True when every solution reached its tolerance.</summary>
    internal bool Converged { get; }

    /// <summary>Decoded outputs for one input of 1 alone, in units of weight: with ideal wires a row of the weight matrix.</summary>
    internal ReadOnlySpan<double> Row(int input) => _decoded.AsSpan(input * _placed.Outputs, _placed.Outputs);

    /// <summary>Power that the drivers deliver for an input vector, W.</summary>
    internal double Watts(ReadOnlySpan<double> signs)
    {
        int rows = _placed.Cells.Rows;
        double[] volts = new double[rows], amperes = new double[rows];
        _placed.FillVolts(signs, _readVolts, volts);
        for (int i = 0; i < signs.Length; i++) TensorPrimitives.MultiplyAdd(_drivers.AsSpan(i * rows, rows), signs[i], amperes, amperes);
        return TensorPrimitives.Dot<double>(volts, amperes);
    }
}
