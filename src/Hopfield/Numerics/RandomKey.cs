namespace Hopfield.Numerics;

/// <summary>An immutable name for a stream of random numbers. Fold a key by purpose, row, column or run to get independent keys; the same
/// key gives the same numbers on any thread, in any order, on any machine.</summary>
/// <param name="Value">The 64-bit key itself.</param>
public readonly record struct RandomKey(ulong Value)
{
    /// <summary>The key of a user's seed.</summary>
    public static RandomKey FromSeed(ulong seed) => new(Mix(seed + 0x9E3779B97F4A7C15UL));

    /// <summary>An independent key for item <paramref name="index"/> (a run, row, column …).</summary>
    public RandomKey Fold(ulong index) => new(Mix(Value ^ Mix(index + 0xD1B54A32D192ED03UL)));

    /// <summary>An independent key for item <paramref name="index"/> (a run, row, column …).</summary>
    public RandomKey Fold(int index) => Fold((ulong)(uint)index);

    /// <summary>An independent key for a purpose ("start", "update order", "read noise" …), by its FNV-1a hash.</summary>
    public RandomKey Fold(string purpose)
    {
        ulong hash = 14695981039346656037UL;
        foreach (char c in purpose) hash = (hash ^ c) * 1099511628211UL;
        return Fold(hash);
    }

    /// <summary>A stream that starts at the first number of this key.</summary>
    public RandomStream Stream() => new(this);

    /// <summary>Finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a bijection whose output bits all depend on all input
    /// bits.</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
