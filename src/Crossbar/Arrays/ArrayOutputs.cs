namespace Crossbar.Arrays;

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

    /// <summary>Most Newton steps that any input needed; 0 where all cells are ohmic.</summary>
    public int NewtonSteps { get; init; }

    /// <summary>Most iterations on the global bit lines that any input needed; 0 where tiles share none.</summary>
    public int LineIterations { get; init; }

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

    /// <summary>The inputs of several calls on one array as those of one call.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static ArrayOutputs OneAfterAnother(IReadOnlyCollection<ArrayOutputs> parts) => Together(parts, parts.Sum(part => part.Inputs),
        [.. parts.SelectMany(part => part.OutputAmperes)], [.. parts.SelectMany(part => part.DriverAmperes)]);

    /// <summary>Currents that were put together from parts; what is said about them is what is said about the worst part.</summary>
    internal static ArrayOutputs Together(
        IReadOnlyCollection<ArrayOutputs> parts, int inputs, double[] outputAmperes, double[] driverAmperes) => new()
        {
            Inputs = inputs,
            OutputAmperes = outputAmperes,
            DriverAmperes = driverAmperes,
            ResidualAmperes = parts.Max(part => part.ResidualAmperes),
            OutputErrorAmperes = parts.Max(part => part.OutputErrorAmperes),
            Iterations = parts.Max(part => part.Iterations),
            NewtonSteps = parts.Max(part => part.NewtonSteps),
            LineIterations = parts.Max(part => part.LineIterations),
            Converged = parts.All(part => part.Converged),
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
