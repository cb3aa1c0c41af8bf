namespace Crossbar.Layout;

/// <summary>Output currents of an array for many sets of voltages.</summary>
/// <param name="Inputs">Number of input vectors.</param>
/// <param name="Columns">Number of bit lines.</param>
/// <param name="OutputAmperes">Current that leaves each bit line, inputs × columns, row-major, A.</param>
/// <param name="ResidualAmperes">Largest mismatch of Kirchhoff's current law over all nodes and inputs, A.</param>
/// <param name="OutputErrorAmperes">Estimated largest error of an output current over all inputs, A.</param>
/// <param name="Iterations">Most iterations that any input needed.</param>
/// <param name="Converged">True when the estimated error of every input's outputs is below the tolerance asked for.</param>
public sealed record ArrayOutputs(
    int Inputs, int Columns, double[] OutputAmperes, double ResidualAmperes, double OutputErrorAmperes, int Iterations, bool Converged)
{
    /// <summary>The output currents of one input vector, A.</summary>
    public ReadOnlySpan<double> Of(int input) => OutputAmperes.AsSpan(input * Columns, Columns);
}
