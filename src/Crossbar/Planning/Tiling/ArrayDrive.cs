using Crossbar.Arrays;
using Hopfield.Numerics;

namespace Crossbar.Planning.Tiling;

/// <summary>How the lines of every tile are driven and sensed.</summary>
public sealed record ArrayDrive
{
    /// <summary>Resistance of a word line's driver, Ω. Default 0 (our choice). Range: ≥ 0.</summary>
    public double DriverOhms { get; init => field = Check.NotNegative(value, nameof(DriverOhms), "ohm"); }

    /// <summary>Resistance between a bit line and its virtual ground, Ω. Default 0 (our choice). Range: ≥ 0.</summary>
    public double SenseOhms { get; init => field = Check.NotNegative(value, nameof(SenseOhms), "ohm"); }

    /// <summary>Word lines are driven from both ends. Default false.</summary>
    public bool FromBothEnds { get; init; }

    /// <summary>Shortest time for which a read drives the lines, s: what samples the outputs needs it, however fast they settle. Default 1
    /// ns (the clock of Cai et al. 2019, arXiv 1903.11194, Table S1). Range: ≥ 0; 0 counts the settling alone.</summary>
    public double ReadSeconds { get; init => field = Check.NotNegative(value, nameof(ReadSeconds), "s"); } = 1e-9;

    /// <summary>Terminals of the word lines.</summary>
    public LineTerminals WordTerminals => FromBothEnds ? LineTerminals.AtBoth(DriverOhms) : LineTerminals.AtStart(DriverOhms);

    /// <summary>Terminals of the bit lines.</summary>
    public LineTerminals BitTerminals => LineTerminals.AtEnd(SenseOhms);
}
