using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>All pictures of an IDX file, in one block.</summary>
/// <param name="Count">Number of pictures.</param>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows per picture.</param>
/// <param name="Pixels">Count × Height × Width bytes, 0 black (the ground) to 255 white (the ink).</param>
public sealed record IdxImages(int Count, int Width, int Height, byte[] Pixels)
{
    /// <summary>One picture, from 0.</summary>
    public GrayImage this[int index]
    {
        get
        {
            Check.InRange(index, 0, Count - 1, nameof(index));
            return new GrayImage(Width, Height, Pixels.AsSpan(index * Width * Height, Width * Height).ToArray());
        }
    }

    /// <summary>Chosen pictures as a pattern set, each named by its index.</summary>
    /// <param name="indices">Which pictures, from 0.</param>
    /// <param name="threshold">Pixels above it, from 0 to 255, become +1.</param>
    public PatternSet ToPatterns(IReadOnlyList<int> indices, int threshold) =>
        new(Width, Height, [.. indices.Select(index => this[index].ToSpins(threshold))], [.. indices.Select(index => index.ToString())]);
}
