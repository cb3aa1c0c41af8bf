using Crossbar.Bench;

namespace Crossbar.Programming;

/// <summary>One trapezoid pulse for every cell, each with its own amplitude: what an array with a transistor in every cell can
/// do.</summary>
/// <param name="amplitudes">Amplitude for each cell, V.</param>
/// <param name="widthSeconds">Length of the flat top, s; edges take a tenth of it each.</param>
internal sealed class PulseDrive(double[] amplitudes, double widthSeconds) : ICellVoltages
{
    /// <summary>Part of the width that an edge takes. Our choice.</summary>
    public const double EdgeFraction = 0.1;

    private readonly double _edge = EdgeFraction * widthSeconds;

    /// <summary>Length of the whole pulse, s.</summary>
    public double Seconds => widthSeconds + 2 * _edge;

    public void Solve(double seconds, ReadOnlySpan<double> states, Span<double> cells)
    {
        double shape = Math.Clamp(Math.Min(seconds, Seconds - seconds) / _edge, 0, 1);
        for (int c = 0; c < cells.Length; c++) cells[c] = shape * amplitudes[c];
    }

    public double NextCorner(double seconds) =>
        seconds < _edge ? _edge : seconds < _edge + widthSeconds ? _edge + widthSeconds : seconds < Seconds ? Seconds
            : double.PositiveInfinity;
}
