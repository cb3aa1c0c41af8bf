namespace Crossbar.Arrays;

/// <summary>How the lines of one family (all word lines, or all bit lines) are connected to the outside: at each end a port at the line's
/// voltage behind a series resistance (driver, sense amplifier, select transistor), or nothing. A port comes before the first segment, or
/// after the last one, so the path from a port to the nearest cell is its resistance plus one segment.</summary>
public sealed record LineTerminals
{
    private readonly double[] _startOhms = [double.PositiveInfinity], _endOhms = [double.PositiveInfinity];

    /// <summary>Series resistance at the start of each line (column 0 of a word line, row 0 of a bit line), Ω: one number for all lines, or
    /// one a line. Range: ≥ 0; +∞ = not connected. Default +∞.</summary>
    public IReadOnlyList<double> StartOhms { get => _startOhms; init => _startOhms = Checked(value, nameof(StartOhms)); }

    /// <summary>Series resistance at the end of each line (last column of a word line, last row of a bit line), Ω; as
    /// <see cref="StartOhms"/>.</summary>
    public IReadOnlyList<double> EndOhms { get => _endOhms; init => _endOhms = Checked(value, nameof(EndOhms)); }

    /// <summary>Connected at the start only: the usual driven word line.</summary>
    public static LineTerminals AtStart(double ohms = 0) => new() { StartOhms = [ohms] };

    /// <summary>Connected at the end only: the usual sensed bit line.</summary>
    public static LineTerminals AtEnd(double ohms = 0) => new() { EndOhms = [ohms] };

    /// <summary>Connected at both ends to the same voltage.</summary>
    public static LineTerminals AtBoth(double ohms = 0) => new() { StartOhms = [ohms], EndOhms = [ohms] };

    /// <summary>These terminals with some lines cut off at both ends.</summary>
    /// <param name="lines">Number of lines.</param>
    /// <param name="floats">Whether a line floats.</param>
    public LineTerminals WithFloating(int lines, Func<int, bool> floats)
    {
        double At(double[] ohms, int line) => floats(line) ? double.PositiveInfinity : ohms[ohms.Length == 1 ? 0 : line];
        return new()
        {
            StartOhms = [.. Enumerable.Range(0, lines).Select(line => At(_startOhms, line))],
            EndOhms = [.. Enumerable.Range(0, lines).Select(line => At(_endOhms, line))],
        };
    }

    internal double StartOf(int line) => _startOhms[_startOhms.Length == 1 ? 0 : line];

    internal double EndOf(int line) => _endOhms[_endOhms.Length == 1 ? 0 : line];

    internal void CheckCount(int lines, string name)
    {
        foreach (var ohms in (double[][])[_startOhms, _endOhms])
            if (ohms.Length != 1 && ohms.Length != lines)
                throw new ArgumentException($"{name} must have 1 or {lines} resistances, not {ohms.Length}.", name);
    }

    private static double[] Checked(IReadOnlyList<double> ohms, string name)
    {
        if (ohms.Count == 0) throw new ArgumentException($"{name} must have at least one resistance.", name);
        for (int i = 0; i < ohms.Count; i++)
            if (!(ohms[i] >= 0)) throw new ArgumentOutOfRangeException(name, ohms[i],
                $"{name}[{i}] must be at least 0 ohm (infinite: not connected), not {ohms[i]}.");
        return [.. ohms];
    }
}
