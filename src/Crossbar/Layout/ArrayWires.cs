using Hopfield.Numerics;

namespace Crossbar.Layout;

/// <summary>
/// Wire resistance of an array. A segment is the wire between neighbouring cells, and also the one between the driver and the
/// first cell of a word line and between the last cell of a bit line and its sense node. Zero means an ideal wire.
/// </summary>
public sealed record ArrayWires
{
    private readonly double _wordSegmentOhms, _bitSegmentOhms;

    /// <summary>Wires without resistance.</summary>
    public static ArrayWires Ideal { get; } = new();

    /// <summary>Resistance of one word-line segment, Ω. Default 0 (ideal; our choice). Range: ≥ 0.</summary>
    public double WordSegmentOhms { get => _wordSegmentOhms; init => _wordSegmentOhms = Check.NotNegative(value, nameof(WordSegmentOhms), "ohm"); }

    /// <summary>Resistance of one bit-line segment, Ω. Default 0 (ideal; our choice). Range: ≥ 0.</summary>
    public double BitSegmentOhms { get => _bitSegmentOhms; init => _bitSegmentOhms = Check.NotNegative(value, nameof(BitSegmentOhms), "ohm"); }

    /// <summary>True when no segment has resistance.</summary>
    public bool IsIdeal => WordSegmentOhms == 0 && BitSegmentOhms == 0;

    /// <summary>The same resistance in every segment.</summary>
    public static ArrayWires Uniform(double segmentOhms) => new() { WordSegmentOhms = segmentOhms, BitSegmentOhms = segmentOhms };
}
