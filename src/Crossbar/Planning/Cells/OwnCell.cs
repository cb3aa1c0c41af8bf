using Hopfield.Numerics;

namespace Crossbar.Planning.Cells;

/// <summary>A cell of sides that a technology file gives; no cell type to choose by name.</summary>
public sealed record OwnCell : ICellFootprint
{
    public string Name => "own";
    public string Summary => $"sides of a technology file's own, {WidthFeatures}F x {HeightFeatures}F";

    /// <inheritdoc/>
    /// <remarks>Range: &gt; 0.</remarks>
    public double WidthFeatures { get; init => field = Check.Positive(value, "cellWidthFeatures"); } = 2;

    /// <inheritdoc/>
    /// <remarks>Range: &gt; 0.</remarks>
    public double HeightFeatures { get; init => field = Check.Positive(value, "cellHeightFeatures"); } = 2;
}
