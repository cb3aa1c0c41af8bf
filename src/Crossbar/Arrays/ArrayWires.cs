using Hopfield.Numerics;

namespace Crossbar.Arrays;

/// <summary>Wires of an array. A segment is the wire between neighbouring cells, and also the one between the driver and the first cell of
/// a word line and between the last cell of a bit line and its sense node. Zero means an ideal wire.</summary>
public sealed record ArrayWires
{
    /// <summary>Wires without resistance.</summary>
    public static ArrayWires Ideal { get; } = new();

    /// <summary>Resistance of one word-line segment, Ω. Default 0 (ideal; our choice). Range: ≥ 0.</summary>
    public double WordSegmentOhms { get; init => field = Check.NotNegative(value, nameof(WordSegmentOhms), "ohm"); }

    /// <summary>Resistance of one bit-line segment, Ω. Default 0 (ideal; our choice). Range: ≥ 0.</summary>
    public double BitSegmentOhms { get; init => field = Check.NotNegative(value, nameof(BitSegmentOhms), "ohm"); }

    /// <summary>Capacitance to ground of one word-line segment, F, at the node of each cell. Default 0 (our choice). Range: ≥ 0. Only
    /// transients use it.</summary>
    public double WordSegmentFarads { get; init => field = Check.NotNegative(value, nameof(WordSegmentFarads), "farad"); }

    /// <summary>Capacitance to ground of one bit-line segment, F; as <see cref="WordSegmentFarads"/>.</summary>
    public double BitSegmentFarads { get; init => field = Check.NotNegative(value, nameof(BitSegmentFarads), "farad"); }

    /// <summary>True when a segment has capacitance.</summary>
    public bool HasCapacitance => WordSegmentFarads > 0 || BitSegmentFarads > 0;

    /// <summary>True when no segment has resistance.</summary>
    public bool IsIdeal => WordSegmentOhms == 0 && BitSegmentOhms == 0;

    /// <summary>The same resistance in every segment.</summary>
    public static ArrayWires Uniform(double segmentOhms) => new() { WordSegmentOhms = segmentOhms, BitSegmentOhms = segmentOhms };
}
