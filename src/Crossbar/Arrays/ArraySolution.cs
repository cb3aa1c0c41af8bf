using System.Numerics.Tensors;

namespace Crossbar.Arrays;

/// <summary>The DC state of an array for one set of voltages, and how exactly Kirchhoff's laws hold in it.</summary>
public sealed record ArraySolution
{
    /// <summary>The array that was solved.</summary>
    public required ArrayCircuit Circuit { get; init; }

    /// <summary>Voltage at the ports of each word line, V; 0 for a floating one.</summary>
    public required double[] WordPortVolts { get; init; }

    /// <summary>Voltage at the ports of each bit line, V; 0 for a floating one.</summary>
    public required double[] BitPortVolts { get; init; }

    /// <summary>Voltage of each word-line node, row-major, V.</summary>
    public required double[] WordNodeVolts { get; init; }

    /// <summary>Voltage of each bit-line node, row-major, V.</summary>
    public required double[] BitNodeVolts { get; init; }

    /// <summary>Current that leaves each bit line through its terminals, A.</summary>
    public required double[] OutputAmperes { get; init; }

    /// <summary>Current that enters each word line through its terminals, A.</summary>
    public required double[] DriverAmperes { get; init; }

    /// <summary>Power turned into heat in the cells, W.</summary>
    public required double CellWatts { get; init; }

    /// <summary>Power turned into heat in the wire segments, W.</summary>
    public required double WireWatts { get; init; }

    /// <summary>Power turned into heat in the driver and sense resistances, W.</summary>
    public required double TerminalWatts { get; init; }

    /// <summary>Power that the ports deliver, W: equals the three kinds of heat, to rounding and the residual.</summary>
    public required double SuppliedWatts { get; init; }

    /// <summary>Largest mismatch of Kirchhoff's current law over all nodes, A, evaluated on the returned voltages.</summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>Estimated largest error of an output current, A.</summary>
    public required double OutputErrorAmperes { get; init; }

    /// <summary>Iterations spent.</summary>
    public required int Iterations { get; init; }

    /// <summary>True when the estimated output error is below the tolerance asked for.</summary>
    public required bool Converged { get; init; }

    /// <summary>Voltage across each cell, word line minus bit line, row-major, V. Computed at each call.</summary>
    public double[] CellVolts()
    {
        var volts = new double[WordNodeVolts.Length];
        TensorPrimitives.Subtract(WordNodeVolts, BitNodeVolts, volts);
        return volts;
    }

    /// <summary>Current through each cell from word line to bit line, row-major, A. Computed at each call.</summary>
    public double[] CellAmperes()
    {
        var amperes = CellVolts();
        TensorPrimitives.Multiply(amperes, Circuit.Cells.Siemens, amperes);
        return amperes;
    }
}
