using Crossbar.Circuits;

namespace Crossbar.Bench;

/// <summary>What holds cells at a voltage: an ideal source, or the wires of an array. One call per array and time.</summary>
internal interface ICellVoltages
{
    /// <summary>Writes the voltage across each cell, V, at a time and states. <paramref name="cells"/> comes with the last answer, to start
    /// from.</summary>
    void Solve(double seconds, ReadOnlySpan<double> states, Span<double> cells);

    /// <summary>The first corner of the drive after a time, s; infinity when there is none. Steps end on corners.</summary>
    double NextCorner(double seconds);
}

/// <summary>Every cell across the same ideal voltage source.</summary>
internal sealed class SharedSource(SourceWaveform volts) : ICellVoltages
{
    public void Solve(double seconds, ReadOnlySpan<double> states, Span<double> cells) => cells.Fill(volts.At(seconds));
    public double NextCorner(double seconds) => Corners.Next(volts, seconds);
}

/// <summary>Finds the corners of waveforms.</summary>
internal static class Corners
{
    /// <summary>First point of a waveform strictly after a time; infinity when there is none.</summary>
    public static double Next(SourceWaveform waveform, double seconds)
    {
        if (waveform.IsConstant) return double.PositiveInfinity;
        int at = Array.BinarySearch(waveform.Seconds, seconds);
        int next = at >= 0 ? at + 1 : ~at;
        return next < waveform.Seconds.Length ? waveform.Seconds[next] : double.PositiveInfinity;
    }
}
