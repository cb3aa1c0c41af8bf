using Crossbar.Arrays.Tiling;
using Hopfield.Numerics;

namespace Studies.Arrays;

/// <summary>How an array is cut into tiles and how their partial sums are added.</summary>
public sealed record TileCut
{
    /// <summary>Word lines of a tile; null for all. Range: ≥ 1.</summary>
    public int? Rows { get; init => field = value is { } rows ? Check.AtLeast(rows, 1, nameof(Rows)) : null; }

    /// <summary>Bit lines of a tile; null for all. Range: ≥ 1.</summary>
    public int? Columns { get; init => field = value is { } columns ? Check.AtLeast(columns, 1, nameof(Columns)) : null; }

    /// <summary>Global bit lines on which partial sums are added as currents; null: they are added as numbers.</summary>
    public GlobalBitLines? Lines { get; init; }
}

/// <summary>How an array was cut.</summary>
/// <param name="Rows">Word lines of a whole tile.</param>
/// <param name="Columns">Bit lines of a whole tile.</param>
/// <param name="Count">Number of tiles.</param>
/// <param name="PartialSums">digital or shared.</param>
/// <param name="GlobalSegmentOhms">Resistance from tile to tile, Ω; null without shared lines.</param>
/// <param name="GlobalSenseOhms">Resistance at the end of a global line, Ω; null without shared lines.</param>
public sealed record TileRecord(int Rows, int Columns, int Count, string PartialSums, double? GlobalSegmentOhms, double? GlobalSenseOhms);
