using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Solvers.Kernels;

/// <summary>One replica of a dense model with small whole weights: rows of signed bytes, fields of 16 bits. Thirty-two spins are weighed at
/// once against thresholds −(T/2) ln u; a flip adds its row to the fields, sixty-four weights a step. Where nearly all pairs are coupled
/// this beats lanes, in which some replica flips at every visit and pays for the whole row.</summary>
internal sealed unsafe class DenseRows : IAnnealingKernel
{
    private const int Chunk = 32, RowStep = 64;

    /// <summary>Largest threshold; the sites that fill up the last chunk lie above it and never flip.</summary>
    private const int MostThreshold = short.MaxValue - 1;

    private readonly IntegerModel _model;
    private readonly int _stride;
    private readonly AlignedArray<sbyte> _doubledRows;
    private readonly AlignedArray<short> _spins, _fields;
    private LaneRandom _random;

    public DenseRows(IntegerModel model)
    {
        if (!Fits(model)) throw new ArgumentException("Weights must be at most 63 and row sums at most 30,000.", nameof(model));
        _model = model;
        _stride = (model.Size + RowStep - 1) / RowStep * RowStep;
        _doubledRows = new(checked(model.Size * _stride));
        for (int i = 0; i < model.Size; i++)
            for (int k = model.RowStart[i]; k < model.RowStart[i + 1]; k++)
                _doubledRows.Pointer[(long)i * _stride + model.Columns[k]] = (sbyte)(2 * model.Values[k]);
        (_spins, _fields) = (new(_stride), new(_stride));
        _spins.Span.Fill(1);
        _fields.Span.Fill(short.MaxValue);
    }

    public int Replicas => 1;

    /// <summary>True for models that this kernel can hold; it is meant for those with a fill of a quarter or more.</summary>
    public static bool Fits(IntegerModel model) =>
        model.LargestRowSum <= 30_000 && (model.Values.Length == 0 || model.Values.Max(Math.Abs) <= 63) && model.Size <= 30_000;

    public void Randomise(RandomKey key)
    {
        _random = new(key);
        var spins = new sbyte[_model.Size];
        for (int i = 0; i < spins.Length; i += 64)
        {
            var signs = (_random.Next().AsSByte() >> 7) | Vector512<sbyte>.One;
            for (int lane = 0; lane < 64 && i + lane < spins.Length; lane++) spins[i + lane] = signs[lane];
        }
        Set(0, spins);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sweep(double temperature)
    {
        var random = _random;
        var scale = Vector512.Create((float)(-0.5 * temperature));
        short* spins = _spins.Pointer, fields = _fields.Pointer;
        for (int start = 0; start < _stride; start += Chunk)
        {
            var thresholds = Vector512.Narrow(Thresholds(ref random, scale), Thresholds(ref random, scale));
            // Each spin is visited once, in order: after a flip, the later ones of the chunk are weighed again.
            for (uint later = uint.MaxValue; later != 0;)
            {
                var x = Vector512.Load(spins + start) * Vector512.Load(fields + start);
                uint flips = later & (uint)Vector512.LessThanOrEqual(x, thresholds).ExtractMostSignificantBits();
                if (flips == 0) break;
                int lane = BitOperations.TrailingZeroCount(flips);
                Flip(start + lane);
                later = uint.MaxValue << lane << 1;
            }
        }
        _random = random;
    }

    public int Descend()
    {
        for (int sweep = 1; ; sweep++)
        {
            bool any = false;
            for (int i = 0; i < _model.Size; i++)
            {
                if (_spins.Pointer[i] * _fields.Pointer[i] >= 0) continue;
                any = true;
                Flip(i);
            }
            if (!any) return sweep;
        }
    }

    public void TwiceEnergies(Span<long> energies)
    {
        long sum = 0;
        for (int i = 0; i < _model.Size; i++) sum -= _spins.Pointer[i] * (_fields.Pointer[i] + (long)_model.Fields[i]);
        energies[0] = sum;
    }

    public void Copy(int replica, Span<sbyte> spins)
    {
        for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)_spins.Pointer[i];
    }

    public void Set(int replica, ReadOnlySpan<sbyte> spins)
    {
        for (int i = 0; i < _model.Size; i++) (_spins.Pointer[i], _fields.Pointer[i]) = (1, (short)_model.Fields[i]);
        for (int i = 0; i < _model.Size; i++)
            for (int k = _model.RowStart[i]; k < _model.RowStart[i + 1]; k++) _fields.Pointer[i] += (short)_model.Values[k];
        for (int i = 0; i < _model.Size; i++)
            if (spins[i] < 0) Flip(i);
    }

    /// <summary>Sixteen thresholds −(T/2) ln u, rounded down to what a spin's field may reach.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Thresholds(ref LaneRandom random, Vector512<float> scale)
    {
        var uniform = (Vector512.ConvertToSingle(random.Next().AsUInt32()) + Vector512.Create(0.5f)) * Vector512.Create(1f / 4294967296f);
        return Vector512.ConvertToInt32(Vector512.Min(scale * Vector512.Log(uniform), Vector512.Create((float)MostThreshold)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Flip(int site)
    {
        short* fields = _fields.Pointer, end = fields + _stride;
        sbyte* row = _doubledRows.Pointer + (long)site * _stride;
        bool up = _spins.Pointer[site] > 0;
        _spins.Pointer[site] = (short)-_spins.Pointer[site];
        if (up)
            for (; fields < end; fields += RowStep, row += RowStep)
            {
                var (low, high) = Vector512.Widen(Vector512.Load(row));
                (Vector512.Load(fields) - low).Store(fields);
                (Vector512.Load(fields + Chunk) - high).Store(fields + Chunk);
            }
        else
            for (; fields < end; fields += RowStep, row += RowStep)
            {
                var (low, high) = Vector512.Widen(Vector512.Load(row));
                (Vector512.Load(fields) + low).Store(fields);
                (Vector512.Load(fields + Chunk) + high).Store(fields + Chunk);
            }
    }
}
