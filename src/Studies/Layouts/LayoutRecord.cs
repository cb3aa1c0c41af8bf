using Crossbar.Planning;
using Crossbar.Planning.Errors;
using Crossbar.Planning.Tiling;

namespace Studies.Layouts;

/// <summary>What arrays of several sizes are and do.</summary>
public sealed record LayoutRecord : StudyRecord
{
    /// <summary>What they are made of.</summary>
    public required Technology Technology { get; init; }

    /// <summary>What was stored and drawn.</summary>
    public required ErrorStudyParameters Parameters { get; init; }

    /// <summary>Drivers and sense nodes.</summary>
    public required ArrayDrive Drive { get; init; }

    /// <summary>Largest error that is allowed, units of weight.</summary>
    public required double BudgetWeightUnits { get; init; }

    /// <summary>Which error that is for.</summary>
    public required BudgetedError BudgetOf { get; init; }

    /// <summary>The array.</summary>
    public required SizeRow Array { get; init; }

    /// <summary>Square tiles.</summary>
    public required IReadOnlyList<SizeRow> Sizes { get; init; }

    /// <summary>The largest tile within the budget; null when cancelled before it was found.</summary>
    public TileSearch? LargestTile { get; init; }

    /// <summary>The weight matrix in tiles of each size; null without one.</summary>
    public IReadOnlyList<TilingChoice>? Tilings { get; init; }

    /// <summary>The same with lines assigned by weight; null where that was not asked for.</summary>
    public IReadOnlyList<TilingChoice>? AssignedTilings { get; init; }

    /// <summary>The same with compensated conductances (and lines assigned, where both were asked for).</summary>
    public IReadOnlyList<TilingChoice>? CompensatedTilings { get; init; }

    /// <summary>True when every solution reached its tolerance.</summary>
    public bool Converged => Array.Typical.Converged && Sizes.All(row => row.Typical.Converged)
        && new[] { Tilings, AssignedTilings, CompensatedTilings }.All(choices => choices?.All(choice => choice.Converged) != false);
}
