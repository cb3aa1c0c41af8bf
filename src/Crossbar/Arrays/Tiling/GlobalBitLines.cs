using Hopfield.Numerics;

namespace Crossbar.Arrays.Tiling;

/// <summary>Wires that collect the bit lines of several tiles: tile after tile joins output j to global bit line j through its own sense
/// resistance; the line is sensed at 0 V after the last tile. One segment follows each tile, the last one leads to the sense
/// node.</summary>
public sealed record GlobalBitLines
{
    /// <summary>Resistance of the wire between neighbouring tiles, and between the last tile and the sense node, Ω. Default 0 (our choice).
    /// Range: ≥ 0.</summary>
    public double SegmentOhms { get; init => field = Check.NotNegative(value, nameof(SegmentOhms), "ohm"); }

    /// <summary>Resistance between the last segment and the virtual ground, Ω. Default 0 (our choice). Range: ≥ 0.</summary>
    public double SenseOhms { get; init => field = Check.NotNegative(value, nameof(SenseOhms), "ohm"); }

    /// <summary>All that lies between the last tile and the virtual ground, Ω.</summary>
    internal double EndOhms => SegmentOhms + SenseOhms;
}
