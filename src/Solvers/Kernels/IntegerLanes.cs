using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Solvers.Kernels;

/// <summary>Sixteen replicas of any model, each at a temperature of its own: spins ±1 and local fields are 32-bit lanes, a visit takes one
/// multiplication and one addition per neighbour. A flip is taken when s l ≤ −(T/2) ln u, u uniform, which is Metropolis' rule.</summary>
internal sealed unsafe class IntegerLanes : IAnnealingKernel
{
    /// <summary>Replicas of one kernel.</summary>
    public const int Lanes = 16;

    private readonly IntegerModel _model;
    private readonly AlignedArray<Vector512<int>> _spins, _fields;
    private LaneRandom _random;

    public IntegerLanes(IntegerModel model)
    {
        _model = model;
        (_spins, _fields) = (new(model.Size), new(model.Size));
    }

    public int Replicas => Lanes;

    public void Randomise(RandomKey key)
    {
        _random = new(key);
        for (int i = 0; i < _model.Size; i++) _spins.Pointer[i] = (_random.Next().AsInt32() >> 31) | Vector512<int>.One;
        for (int i = 0; i < _model.Size; i++)
        {
            var sum = Vector512.Create(_model.Fields[i]);
            for (int k = _model.RowStart[i]; k < _model.RowStart[i + 1]; k++)
                sum += Vector512.Create(_model.Values[k]) * _spins.Pointer[_model.Columns[k]];
            _fields.Pointer[i] = sum;
        }
    }

    public void Sweep(double temperature) => Sweep(Vector512.Create((float)temperature));

    /// <summary>One sweep with a temperature per replica.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sweep(Vector512<float> temperatures)
    {
        Vector512<int>* spins = _spins.Pointer, fields = _fields.Pointer;
        var random = _random;
        var scale = temperatures * Vector512.Create(-0.5f);
        fixed (int* rowStart = _model.RowStart, columns = _model.Columns, values = _model.Values)
        {
            for (int i = 0; i < _model.Size; i++)
            {
                var spin = spins[i];
                var x = spin * fields[i];
                var uniform = (Vector512.ConvertToSingle(random.Next().AsUInt32()) + Vector512.Create(0.5f))
                    * Vector512.Create(1f / 4294967296f);
                var flips = Vector512.LessThanOrEqual(Vector512.ConvertToSingle(x), scale * Vector512.Log(uniform)).AsInt32();
                if (flips == Vector512<int>.Zero) continue;
                Flip(i, spin, flips, spins, fields, rowStart, columns, values);
            }
        }
        _random = random;
    }

    public int Descend()
    {
        Vector512<int>* spins = _spins.Pointer, fields = _fields.Pointer;
        fixed (int* rowStart = _model.RowStart, columns = _model.Columns, values = _model.Values)
        {
            for (int sweep = 1; ; sweep++)
            {
                bool any = false;
                for (int i = 0; i < _model.Size; i++)
                {
                    var flips = Vector512.LessThan(spins[i] * fields[i], Vector512<int>.Zero);
                    if (flips == Vector512<int>.Zero) continue;
                    any = true;
                    Flip(i, spins[i], flips, spins, fields, rowStart, columns, values);
                }
                if (!any) return sweep;
            }
        }
    }

    public void TwiceEnergies(Span<long> energies)
    {
        energies[..Lanes].Clear();
        for (int i = 0; i < _model.Size; i++)
        {
            var (low, high) = Vector512.Widen(_spins.Pointer[i] * (_fields.Pointer[i] + Vector512.Create(_model.Fields[i])));
            (Vector512.Create<long>(energies) - low).CopyTo(energies);
            (Vector512.Create<long>(energies[8..]) - high).CopyTo(energies[8..]);
        }
    }

    public void Copy(int replica, Span<sbyte> spins)
    {
        var from = (int*)_spins.Pointer + replica;
        for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)from[(long)i * Lanes];
    }

    public void Set(int replica, ReadOnlySpan<sbyte> spins)
    {
        int* to = (int*)_spins.Pointer + replica, fields = (int*)_fields.Pointer + replica;
        for (int i = 0; i < spins.Length; i++)
        {
            to[(long)i * Lanes] = spins[i];
            int sum = _model.Fields[i];
            for (int k = _model.RowStart[i]; k < _model.RowStart[i + 1]; k++) sum += _model.Values[k] * spins[_model.Columns[k]];
            fields[(long)i * Lanes] = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Flip(
        int site, Vector512<int> spin, Vector512<int> flips, Vector512<int>* spins, Vector512<int>* fields, int* rowStart, int* columns,
        int* values)
    {
        var change = flips & (spin + spin);
        spins[site] = spin - change;
        for (int k = rowStart[site]; k < rowStart[site + 1]; k++) fields[columns[k]] -= Vector512.Create(values[k]) * change;
    }
}
