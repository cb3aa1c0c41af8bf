using Crossbar.Arrays;

namespace Crossbar.Mapping;

/// <summary>Pre-distorted cells, and what of the IR drop is left with them.</summary>
internal sealed record CompensatedCells
{
    /// <summary>Conductances to program, S.</summary>
    public required ConductanceMatrix Cells { get; init; }

    /// <summary>Factor g by which the array's product is smaller than the wanted one.</summary>
    public required double Gain { get; init; }

    /// <summary>Smallest conductance of a cell, S.</summary>
    public required double OffSiemens { get; init; }

    /// <summary>Largest difference between transfer and wanted conductance without compensation, S.</summary>
    public required double LargestBeforeSiemens { get; init; }

    /// <summary>Root mean square of the differences without compensation, S.</summary>
    public required double RmsBeforeSiemens { get; init; }

    /// <summary>Largest difference that is left, in terms of the wanted conductances (over g), S.</summary>
    public required double LargestLeftSiemens { get; init; }

    /// <summary>Root mean square of the differences that are left, over g, S.</summary>
    public required double RmsLeftSiemens { get; init; }

    /// <summary>Cells that stand at the end of their range and still miss.</summary>
    public required int AtLimit { get; init; }

    /// <summary>Sweeps over the array.</summary>
    public required int Sweeps { get; init; }

    /// <summary>True when every cell is within the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>Output currents as the wanted array without wires would give them: (I − (1 − g) · off · Σ V) / g, A.</summary>
    /// <param name="outputAmperes">Outputs of the compensated array with wires, A.</param>
    /// <param name="wordVolts">The word-line voltages that made them, V.</param>
    public double[] Restore(ReadOnlySpan<double> outputAmperes, ReadOnlySpan<double> wordVolts)
    {
        double sum = 0;
        foreach (double v in wordVolts) sum += v;
        double common = (1 - Gain) * OffSiemens * sum;
        var restored = new double[outputAmperes.Length];
        for (int j = 0; j < restored.Length; j++) restored[j] = (outputAmperes[j] - common) / Gain;
        return restored;
    }
}
