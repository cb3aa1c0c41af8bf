using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hopfield.Numerics;

namespace Solvers.Kernels;

/// <summary>Sixty-four replicas of a model whose couplings are ±1 and whose fields fit a signed byte: a site's spins are one vector of 0
/// (up) and −1 (down), its local fields another, and a visit moves all replicas with one subtraction or addition per neighbour. The
/// acceptance probability of x = s l is looked up to eight bits; only lanes whose random byte equals it, one in 256, are decided by 32 bits
/// more, so that probabilities are right to 2⁻⁴⁰. Sites are visited in order.</summary>
internal sealed unsafe class ByteLanes : IAnnealingKernel
{
    private const int Lanes = 64, Levels = 64;

    private readonly IntegerModel _model;
    private readonly AlignedArray<Vector512<sbyte>> _spins, _fields;
    private readonly int[] _neighbours, _rowStart, _firstNegative;
    private readonly byte[] _high = new byte[Levels];
    private readonly uint[] _low = new uint[Levels];
    private LaneRandom _random;

    public ByteLanes(IntegerModel model)
    {
        if (!Fits(model)) throw new ArgumentException("The couplings must be ±1 and row sums at most 127.", nameof(model));
        _model = model;
        (_spins, _fields) = (new(model.Size), new(model.Size));
        (_neighbours, _rowStart, _firstNegative) = (new int[model.Columns.Length], model.RowStart, new int[model.Size]);
        int at = 0;
        for (int i = 0; i < model.Size; i++)
        {
            for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++)
                if (model.Values[k] > 0) _neighbours[at++] = model.Columns[k];
            _firstNegative[i] = at;
            for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++)
                if (model.Values[k] < 0) _neighbours[at++] = model.Columns[k];
        }
    }

    public int Replicas => Lanes;

    /// <summary>True for models that this kernel can hold.</summary>
    public static bool Fits(IntegerModel model) => model.IsSigned && model.LargestRowSum <= sbyte.MaxValue;

    public void Randomise(RandomKey key)
    {
        _random = new(key);
        for (int i = 0; i < _model.Size; i++)
            _spins.Pointer[i] = Vector512.GreaterThan(Vector512<sbyte>.Zero, _random.Next().AsSByte());
        RefreshFields();
    }

    public void Sweep(double temperature)
    {
        int levels = Tabulate(temperature);
        Visit(Vector512.Create((ReadOnlySpan<byte>)_high), Vector512.Create((sbyte)levels));
    }

    public int Descend()
    {
        for (int sweep = 1; ; sweep++)
            if (!DescendOnce()) return sweep;
    }

    public void TwiceEnergies(Span<long> energies)
    {
        energies[..Lanes].Clear();
        Span<int> sums = stackalloc int[Lanes];
        sums.Clear();
        for (int i = 0; i < _model.Size; i++)
        {
            var spins = _spins.Pointer[i];
            // s (l + h), widened because l + h may not fit a byte
            var (low, high) = Vector512.Widen((_fields.Pointer[i] ^ spins) - spins);
            var external = Vector512.Create((short)_model.Fields[i]);
            var (spinLow, spinHigh) = Vector512.Widen(spins);
            low += (external ^ spinLow) - spinLow;
            high += (external ^ spinHigh) - spinHigh;
            Add(sums, low, 0);
            Add(sums, high, 32);
        }
        for (int lane = 0; lane < Lanes; lane++) energies[lane] = -sums[lane];

        static void Add(Span<int> sums, Vector512<short> terms, int from)
        {
            var (low, high) = Vector512.Widen(terms);
            (Vector512.Create<int>(sums[from..]) + low).CopyTo(sums[from..]);
            (Vector512.Create<int>(sums[(from + 16)..]) + high).CopyTo(sums[(from + 16)..]);
        }
    }

    public void Copy(int replica, Span<sbyte> spins)
    {
        var from = (sbyte*)_spins.Pointer + replica;
        for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)(from[(long)i * Lanes] | 1);
    }

    public void Set(int replica, ReadOnlySpan<sbyte> spins)
    {
        sbyte* to = (sbyte*)_spins.Pointer + replica, fields = (sbyte*)_fields.Pointer + replica;
        for (int i = 0; i < spins.Length; i++) to[(long)i * Lanes] = (sbyte)(spins[i] >> 1);
        for (int i = 0; i < spins.Length; i++)
        {
            int sum = _model.Fields[i];
            for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++) sum += _model.Values[k] * spins[_model.Columns[k]];
            fields[(long)i * Lanes] = (sbyte)sum;
        }
    }

    /// <summary>Fills the tables of acceptance probabilities exp(−2x/T), x = 1 … 63.</summary>
    /// <returns>The first x that is never accepted, at most 63.</returns>
    private int Tabulate(double temperature)
    {
        double factor = Math.Exp(-2 / temperature), probability = 1;
        int levels = Levels - 1;
        for (int x = 1; x < Levels; x++)
        {
            probability *= factor;
            double eight = probability * 256;
            _high[x] = (byte)eight;
            _low[x] = (uint)((eight - _high[x]) * 4294967296.0);
            if (_high[x] != 0 || _low[x] != 0) continue;
            levels = Math.Min(levels, x);
            _high.AsSpan(x).Clear();
            _low.AsSpan(x).Clear();
            break;
        }
        return levels;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Visit(Vector512<byte> table, Vector512<sbyte> levels)
    {
        Vector512<sbyte>* spins = _spins.Pointer, fields = _fields.Pointer;
        var random = _random;
        var one = Vector512<sbyte>.One;
        fixed (int* rowStart = _rowStart, firstNegative = _firstNegative, neighbours = _neighbours)
        {
            for (int i = 0; i < _model.Size; i++)
            {
                var spin = spins[i];
                var x = (fields[i] ^ spin) - spin;
                var index = Vector512.Min(Vector512.Max(x, Vector512<sbyte>.Zero), levels).AsByte();
                var probability = Look(table, index);
                var bits = random.Next().AsByte();
                var down = Vector512.LessThanOrEqual(x, Vector512<sbyte>.Zero).AsByte();
                var flips = Vector512.LessThan(bits, probability) | down;
                ulong open = (Vector512.Equals(bits, probability) & Vector512.LessThan(x, levels).AsByte() & ~down)
                    .ExtractMostSignificantBits();
                if (open != 0) flips = Refine(flips, open, index, random.Next());
                if (flips == Vector512<byte>.Zero) continue;
                spins[i] = spin ^ flips.AsSByte();
                var change = flips.AsSByte() & (spin | one);
                change += change;
                int* at = neighbours + rowStart[i], negative = neighbours + firstNegative[i], end = neighbours + rowStart[i + 1];
                for (; at < negative; at++) fields[*at] -= change;
                for (; at < end; at++) fields[*at] += change;
            }
        }
        _random = random;
    }

    /// <summary>probability[k] = table[index[k]]; any index is below 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Look(Vector512<byte> table, Vector512<byte> index) =>
        Avx512Vbmi.IsSupported ? Avx512Vbmi.PermuteVar64x8(table, index) : Vector512.Shuffle(table, index);

    /// <summary>Decides the lanes that eight bits left open by 32 bits more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector512<byte> Refine(Vector512<byte> flips, ulong open, Vector512<byte> index, Vector512<ulong> random)
    {
        var bits = random.AsUInt32();
        var flipped = (byte*)&flips;
        for (int draw = 0; open != 0; open &= open - 1, draw++)
        {
            int lane = BitOperations.TrailingZeroCount(open);
            // 64 lanes share 16 words: more than 16 open lanes are rarer than once in 10^20 visits
            if (bits.GetElement(draw & 15) < _low[((byte*)&index)[lane]]) flipped[lane] = byte.MaxValue;
        }
        return flips;
    }

    /// <summary>One sweep of flips that lower the energy.</summary>
    private bool DescendOnce()
    {
        bool any = false;
        for (int i = 0; i < _model.Size; i++)
        {
            var spin = _spins.Pointer[i];
            var x = (_fields.Pointer[i] ^ spin) - spin;
            var flips = Vector512.LessThan(x, Vector512<sbyte>.Zero);
            if (flips == Vector512<sbyte>.Zero) continue;
            any = true;
            _spins.Pointer[i] = spin ^ flips;
            var change = flips & (spin | Vector512<sbyte>.One);
            change += change;
            for (int k = _rowStart[i]; k < _firstNegative[i]; k++) _fields.Pointer[_neighbours[k]] -= change;
            for (int k = _firstNegative[i]; k < _rowStart[i + 1]; k++) _fields.Pointer[_neighbours[k]] += change;
        }
        return any;
    }

    private void RefreshFields()
    {
        for (int i = 0; i < _model.Size; i++)
        {
            var sum = Vector512.Create((sbyte)_model.Fields[i]);
            for (int k = _rowStart[i]; k < _firstNegative[i]; k++) sum += _spins.Pointer[_neighbours[k]] | Vector512<sbyte>.One;
            for (int k = _firstNegative[i]; k < _rowStart[i + 1]; k++) sum -= _spins.Pointer[_neighbours[k]] | Vector512<sbyte>.One;
            _fields.Pointer[i] = sum;
        }
    }
}
