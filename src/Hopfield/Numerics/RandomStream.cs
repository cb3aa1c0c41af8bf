namespace Hopfield.Numerics;

/// <summary>Sequential reader of one key's random numbers (Philox blocks of 128 bits). A mutable struct: pass it by reference.</summary>
public struct RandomStream
{
    private readonly uint _key0, _key1;
    private ulong _block;
    private ulong _spare;
    private bool _hasSpare;
    private double _spareGaussian;
    private bool _hasSpareGaussian;

    /// <summary>Starts at block 0 of <paramref name="key"/>.</summary>
    public RandomStream(RandomKey key)
    {
        _key0 = (uint)key.Value;
        _key1 = (uint)(key.Value >> 32);
    }

    /// <summary>The next 64 uniform bits.</summary>
    public ulong NextBits()
    {
        if (_hasSpare)
        {
            _hasSpare = false;
            return _spare;
        }
        var (a, b, c, d) = Philox.Block((uint)_block, (uint)(_block >> 32), 0, 0, _key0, _key1);
        _block++;
        _spare = ((ulong)d << 32) | c;
        _hasSpare = true;
        return ((ulong)b << 32) | a;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform over 0 … <paramref name="count"/> − 1, without bias (Lemire 2019, ACM TOMACS 29:3).</summary>
    public int NextIndex(int count)
    {
        Check.AtLeast(count, 1, nameof(count));
        ulong range = (ulong)count;
        ulong high = Math.BigMul(NextBits(), range, out ulong low);
        if (low < range)
        {
            ulong threshold = (0UL - range) % range;
            while (low < threshold) high = Math.BigMul(NextBits(), range, out low);
        }
        return (int)high;
    }

    /// <summary>A standard normal deviate (Box and Muller 1958).</summary>
    public double NextGaussian()
    {
        if (_hasSpareGaussian)
        {
            _hasSpareGaussian = false;
            return _spareGaussian;
        }
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextUniform()));
        var (sin, cos) = Math.SinCos(2 * Math.PI * NextUniform());
        _spareGaussian = radius * sin;
        _hasSpareGaussian = true;
        return radius * cos;
    }

    /// <summary>+1 or −1 with equal probability.</summary>
    public sbyte NextSpin() => (NextBits() >> 63) == 0 ? (sbyte)1 : (sbyte)-1;

    /// <summary>Puts the items in uniformly random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextIndex(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
