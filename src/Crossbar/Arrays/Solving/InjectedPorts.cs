namespace Crossbar.Arrays.Solving;

/// <summary>What leaves an array through its ports, and the voltages of its nodes.</summary>
/// <param name="OutputAmperes">Current out of each bit line, A.</param>
/// <param name="DriverAmperes">Current out of each word line's port into the line, A.</param>
/// <param name="WordVolts">Voltages of the word-line nodes, in the grid's layout; the receiver's own.</param>
/// <param name="BitVolts">Voltages of the bit-line nodes.</param>
/// <param name="Converged">Whether the tolerance was met.</param>
internal sealed record InjectedPorts(double[] OutputAmperes, double[] DriverAmperes, double[] WordVolts, double[] BitVolts, bool Converged);
