using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>Named black-and-white pictures of one size, as spins: +1 is ink or light, −1 the ground.</summary>
public sealed class PatternSet
{
    /// <summary>Takes the pictures after checking them.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="patterns">width × height entries ±1 each, row-major from the top left.</param>
    /// <param name="names">One name per pattern.</param>
    /// <exception cref="ArgumentException">A length is wrong or an entry is not ±1.</exception>
    public PatternSet(int width, int height, IReadOnlyList<sbyte[]> patterns, IReadOnlyList<string> names)
    {
        Width = Check.AtLeast(width, 1, nameof(width));
        Height = Check.AtLeast(height, 1, nameof(height));
        Check.Length(names.Count, patterns.Count, nameof(names));
        for (int m = 0; m < patterns.Count; m++)
        {
            Check.Length(patterns[m].Length, checked(width * height), $"pattern '{names[m]}'");
            if (patterns[m].AsSpan().ContainsAnyExcept((sbyte)1, (sbyte)-1))
                throw new ArgumentException($"Pattern '{names[m]}' has entries other than +1 and -1.", nameof(patterns));
        }
        (Patterns, Names) = (patterns, names);
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Pixels per pattern, N = Width × Height.</summary>
    public int Size => Width * Height;

    /// <summary>Number of patterns p.</summary>
    public int Count => Patterns.Count;

    /// <summary>[pattern][pixel], row-major from the top left, entries ±1.</summary>
    public IReadOnlyList<sbyte[]> Patterns { get; }

    /// <summary>One name per pattern.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The first <paramref name="count"/> patterns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public PatternSet Take(int count)
    {
        Check.InRange(count, 1, Count, nameof(count));
        return new PatternSet(Width, Height, [.. Patterns.Take(count)], [.. Names.Take(count)]);
    }
}
