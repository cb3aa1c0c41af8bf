using Hopfield.Numerics;

namespace Crossbar.Planning.Cells;

/// <summary>The ground that one cell takes, in feature sizes F. Width lies along the word line (the pitch of bit lines), height along the
/// bit line (the pitch of word lines).</summary>
public interface ICellFootprint : ICatalogued
{
    /// <summary>Pitch of the bit lines over F: the length of a word-line segment.</summary>
    double WidthFeatures { get; }

    /// <summary>Pitch of the word lines over F: the length of a bit-line segment.</summary>
    double HeightFeatures { get; }
}
