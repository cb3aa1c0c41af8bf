using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>Sixty-four runs of one clocked machine side by side in vector lanes. They share the order in which columns are read and nothing
/// else: starts and noise are their own. Spins are kept as ±1 for the sums and as sign bits for copies of the best state. Cost per read:
/// one vector operation per coupling and sixteen runs, and the noise.</summary>
internal sealed unsafe class ReplicaBlock
{
    /// <summary>Runs side by side.</summary>
    public const int Replicas = 64;

    private const int Width = 16;

    private readonly SparseRows _read, _model;
    private readonly bool _sameRows;
    private readonly float[] _spins;
    private readonly ulong[] _signs, _bestSigns, _pending;
    private readonly float[] _energy = new float[Replicas], _best = new float[Replicas], _bestCycle = new float[Replicas];

    /// <param name="read">What columns read.</param>
    /// <param name="model">The model's own couplings and fields, which count the energy; the same object where the array is
    /// perfect.</param>
    /// <param name="largestBatch">Most columns of one clock.</param>
    public ReplicaBlock(SparseRows read, SparseRows model, int largestBatch)
    {
        (_read, _model, _sameRows) = (read, model, ReferenceEquals(read, model));
        int n = Size = read.Fields.Length;
        // A vector per sixteen runs; pinned and moved to a multiple of 64 bytes by one spare vector.
        _spins = GC.AllocateArray<float>(n * Replicas + Width, pinned: true);
        (_signs, _bestSigns, _pending) = (new ulong[n], new ulong[n], new ulong[largestBatch]);
    }

    /// <summary>Number of neurons N.</summary>
    public int Size { get; }

    /// <summary>Energy of each run now, in weight units, as the sum of its changes.</summary>
    public ReadOnlySpan<float> Energies => _energy;

    /// <summary>Cycle in which each run first saw it, counted from 1; 0 for the start.</summary>
    public ReadOnlySpan<float> BestCycles => _bestCycle;

    private float* Spins
    {
        get
        {
            nint address = (nint)Unsafe.AsPointer(ref _spins[0]);
            return (float*)((address + 63) & ~(nint)63);
        }
    }

    /// <summary>Sets the spins of one run.</summary>
    public void SetState(int replica, ReadOnlySpan<sbyte> spins)
    {
        for (int i = 0; i < spins.Length; i++)
        {
            Spins[i * Replicas + replica] = spins[i];
            _signs[i] = (_signs[i] & ~(1UL << replica)) | (spins[i] < 0 ? 1UL << replica : 0);
        }
    }

    /// <summary>Takes the states set as the start: counts their energy afresh.</summary>
    public void Begin()
    {
        for (int part = 0; part < Replicas; part += Width)
        {
            var energy = Vector512<float>.Zero;
            for (int i = 0; i < Size; i++)
            {
                var field = Vector512.Create(2 * _model.Fields[i]);
                for (int k = _model.Starts[i]; k < _model.Starts[i + 1]; k++)
                    field += Vector512.Create(_model.Values[k]) * Vector512.Load(Spins + _model.Columns[k] * Replicas + part);
                energy -= field * Vector512.Load(Spins + i * Replicas + part);
            }
            (energy * Vector512.Create(0.5f)).CopyTo(_energy, part);
        }
        _energy.CopyTo(_best, 0);
        Array.Clear(_bestCycle);
        _signs.CopyTo(_bestSigns, 0);
    }

    /// <summary>The present spins of one run.</summary>
    public sbyte[] State(int replica) => Unpack(_signs, replica);

    /// <summary>The spins of one run's lowest energy.</summary>
    public sbyte[] BestState(int replica) => Unpack(_bestSigns, replica);

    /// <summary>One cycle: every column once, in the order given, a batch at a time.</summary>
    /// <returns>Flips of all 64 runs.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long Cycle<TNoise>(ReadOnlySpan<int> order, int batch, float hysteresis, TNoise noise, in RandomBits bits, ref ulong step,
        int cycle)
        where TNoise : struct, IReadNoise
    {
        long flips = 0;
        var hold = Vector512.Create(hysteresis);
        float number = cycle;
        fixed (float* readValues = _read.Values, modelValues = _model.Values)
        fixed (int* readColumns = _read.Columns, modelColumns = _model.Columns)
        {
            if (batch == 1)
            {
                foreach (int i in order)
                {
                    var fields = Sum(_read, readValues, readColumns, i);
                    var own = _sameRows ? fields : default;
                    ulong up = Decide(ref fields, i, hold, noise, bits, ref step);
                    if (up == ~_signs[i]) continue; // nothing flips in any run
                    if (!_sameRows) own = Sum(_model, modelValues, modelColumns, i);
                    flips += Apply(i, up, own, number);
                }
                return flips;
            }
            for (int at = 0; at < order.Length; at += batch)
            {
                var columns = order.Slice(at, Math.Min(batch, order.Length - at));
                for (int k = 0; k < columns.Length; k++)
                {
                    var fields = Sum(_read, readValues, readColumns, columns[k]);
                    _pending[k] = Decide(ref fields, columns[k], hold, noise, bits, ref step);
                }
                // One after the other, so that each change of energy is counted against the changes before it; they happen at once, so
                // only the last of them can be a state that the register has held.
                for (int k = 0; k < columns.Length; k++)
                    flips += Change(columns[k], _pending[k], Sum(_model, modelValues, modelColumns, columns[k]));
                NoteBest(number);
            }
        }
        return flips;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes Sum(SparseRows rows, float* values, int* columns, int i)
    {
        float* spins = Spins;
        var a = Vector512.Create(rows.Fields[i]);
        Vector512<float> b = a, c = a, d = a;
        int end = rows.Starts[i + 1];
        for (int k = rows.Starts[i]; k < end; k++)
        {
            var value = Vector512.Create(values[k]);
            float* other = spins + (nint)columns[k] * Replicas;
            a = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other), a);
            b = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other + Width), b);
            c = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other + 2 * Width), c);
            d = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other + 3 * Width), d);
        }
        return new() { A = a, B = b, C = c, D = d };
    }

    /// <summary>Bit r is set where run r's neuron shall be +1; a field of exactly 0 keeps the state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Decide<TNoise>(ref Lanes fields, int i, Vector512<float> hold, TNoise noise, in RandomBits bits, ref ulong step)
        where TNoise : struct, IReadNoise
    {
        noise.AddTo(ref fields, bits, ref step, i);
        float* own = Spins + (nint)i * Replicas;
        return Up(fields.A, Vector512.LoadAligned(own), hold)
            | Up(fields.B, Vector512.LoadAligned(own + Width), hold) << 16
            | Up(fields.C, Vector512.LoadAligned(own + 2 * Width), hold) << 32
            | Up(fields.D, Vector512.LoadAligned(own + 3 * Width), hold) << 48;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Up(Vector512<float> field, Vector512<float> spin, Vector512<float> hold)
    {
        var u = Vector512.FusedMultiplyAdd(hold, spin, field);
        ulong above = Vector512.GreaterThan(u, Vector512<float>.Zero).ExtractMostSignificantBits();
        ulong tie = Vector512.Equals(u, Vector512<float>.Zero).ExtractMostSignificantBits();
        return above | (tie & ~spin.ExtractMostSignificantBits() & 0xFFFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Apply(int i, ulong up, in Lanes own, float cycle)
    {
        long flips = Change(i, up, own);
        NoteBest(cycle);
        return flips;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Change(int i, ulong up, in Lanes own)
    {
        float* spins = Spins + (nint)i * Replicas;
        fixed (float* energy = _energy)
        {
            Change(spins, energy, up, own.A);
            Change(spins + Width, energy + Width, up >> 16, own.B);
            Change(spins + 2 * Width, energy + 2 * Width, up >> 32, own.C);
            Change(spins + 3 * Width, energy + 3 * Width, up >> 48, own.D);
        }
        ulong signs = ~up;
        long flips = long.PopCount((long)(signs ^ _signs[i]));
        _signs[i] = signs;
        return flips;
    }

    /// <summary>E += (s_old − s_new) · l.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Change(float* spins, float* energy, ulong up, Vector512<float> field)
    {
        var lane = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        var isUp = Vector512.Equals(Vector512.Create((int)(up & 0xFFFF)) & lane, lane).AsSingle();
        var one = Vector512.Create(1f);
        var spin = Vector512.ConditionalSelect(isUp, one, -one);
        var old = Vector512.LoadAligned(spins);
        Vector512.FusedMultiplyAdd(old - spin, field, Vector512.Load(energy)).Store(energy);
        spin.StoreAligned(spins);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void NoteBest(float cycle)
    {
        ulong improved = 0;
        fixed (float* energy = _energy, best = _best)
            for (int part = 0; part < Replicas; part += Width)
                improved |= Vector512.LessThan(Vector512.Load(energy + part), Vector512.Load(best + part))
                    .ExtractMostSignificantBits() << part;
        if (improved != 0) KeepBest(improved, cycle);
    }

    private void KeepBest(ulong improved, float cycle)
    {
        for (ulong left = improved; left != 0; left &= left - 1)
        {
            int replica = (int)ulong.TrailingZeroCount(left);
            _best[replica] = _energy[replica];
            _bestCycle[replica] = cycle;
        }
        for (int i = 0; i < _signs.Length; i++) _bestSigns[i] = (_bestSigns[i] & ~improved) | (_signs[i] & improved);
    }

    private static sbyte[] Unpack(ulong[] signs, int replica)
    {
        var spins = new sbyte[signs.Length];
        for (int i = 0; i < spins.Length; i++) spins[i] = (signs[i] >> replica & 1) == 0 ? (sbyte)1 : (sbyte)-1;
        return spins;
    }
}
