namespace Crossbar.Layout;

/// <summary>Currents at the ports of an array for many sets of voltages.</summary>
public sealed record ArrayOutputs
{
    /// <summary>Number of input vectors.</summary>
    public required int Inputs { get; init; }

    /// <summary>Current that leaves each bit line, inputs × columns, row-major, A.</summary>
    public required double[] OutputAmperes { get; init; }

    /// <summary>Current that enters each word line, inputs × rows, row-major, A.</summary>
    public required double[] DriverAmperes { get; init; }

    /// <summary>Largest mismatch of Kirchhoff's current law over all nodes and inputs, A.</summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>Estimated largest error of an output current over all inputs, A.</summary>
    public required double OutputErrorAmperes { get; init; }

    /// <summary>Most iterations that any input needed.</summary>
    public required int Iterations { get; init; }

    /// <summary>True when the estimated error of every input's outputs is below the tolerance asked for.</summary>
    public required bool Converged { get; init; }

    /// <summary>The port currents of one solution.</summary>
    public static ArrayOutputs Of(ArraySolution solution) => new()
    {
        Inputs = 1,
        OutputAmperes = solution.OutputAmperes,
        DriverAmperes = solution.DriverAmperes,
        ResidualAmperes = solution.ResidualAmperes,
        OutputErrorAmperes = solution.OutputErrorAmperes,
        Iterations = solution.Iterations,
        Converged = solution.Converged,
    };

    /// <summary>The output currents of one input vector, columns numbers, A.</summary>
    public ReadOnlySpan<double> Outputs(int input) => Slice(OutputAmperes, input);

    /// <summary>The driver currents of one input vector, rows numbers, A.</summary>
    public ReadOnlySpan<double> Drivers(int input) => Slice(DriverAmperes, input);

    private ReadOnlySpan<double> Slice(double[] amperes, int input)
    {
        int length = amperes.Length / Inputs;
        return amperes.AsSpan(input * length, length);
    }
}
