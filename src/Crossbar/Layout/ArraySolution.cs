namespace Crossbar.Layout;

/// <summary>The DC state of an array: what flows in every cell and at every port, and how exactly Kirchhoff's laws hold.</summary>
public sealed record ArraySolution
{
    /// <summary>Current through each cell from word line to bit line, row-major, A.</summary>
    public required double[] CellAmperes { get; init; }

    /// <summary>Voltage across each cell, word line minus bit line, row-major, V.</summary>
    public required double[] CellVolts { get; init; }

    /// <summary>Current that leaves each bit line at its end, A.</summary>
    public required double[] OutputAmperes { get; init; }

    /// <summary>Current that enters each word line from its driver, A.</summary>
    public required double[] DriverAmperes { get; init; }

    /// <summary>Power turned into heat in the cells, W.</summary>
    public required double CellWatts { get; init; }

    /// <summary>Power turned into heat in the wires, W.</summary>
    public required double WireWatts { get; init; }

    /// <summary>
    /// Largest mismatch, over all cells, between the current the cell carries and the one its own voltage asks for, A. Wire currents
    /// satisfy Kirchhoff's current law by construction, so this is the only law left to miss.
    /// </summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>Iterations spent.</summary>
    public required int Iterations { get; init; }

    /// <summary>True when the residual reached the tolerance asked for.</summary>
    public required bool Converged { get; init; }
}
