using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>Gibbs sampling of models whose couplings are all +J or −J, dense or sparse, with any fields: bit r of a site's word is the spin
/// of replica r, 512 replicas at once. The number of neighbours that pull upwards is counted in bit planes by carry-save addition, some
/// three bitwise operations per coupling for all replicas; only the decisions are taken lane by lane. Same distribution as
/// <see cref="ReplicaSampler"/>. Source: Harley and Seal's adder as in Warren, Hacker's Delight, 2nd ed., section 5-1; multi-spin coding:
/// see <see cref="SquareLattice"/>.</summary>
public sealed unsafe class SignedReplicaSampler
{
    /// <summary>Replicas that one word holds.</summary>
    public const int Replicas = 512;

    private const int MostPlanes = 24;

    private readonly Vector512<ulong>[] _spins;
    private readonly int[] _rowStart, _columns;
    private readonly ulong[] _signs;
    private readonly float[] _fields;
    private readonly float _coupling;
    private readonly RandomBits _bits;
    private ulong _step;

    /// <summary>Starts from random spins.</summary>
    /// <param name="model">All couplings of one magnitude.</param>
    /// <param name="key">Source of every random choice.</param>
    /// <exception cref="ArgumentException">Two couplings differ in magnitude, or there are none.</exception>
    public SignedReplicaSampler(IsingModel model, RandomKey key)
    {
        double size = model.Couplings.LargestMagnitude();
        if (size == 0) throw new ArgumentException("The model has no couplings.", nameof(model));
        _coupling = (float)size;
        _fields = [.. model.Fields.ToArray().Select(field => (float)field)];
        _rowStart = new int[model.Size + 1];
        var columns = new List<int>();
        var signs = new List<ulong>();
        for (int i = 0; i < model.Size; i++)
        {
            foreach (var (column, value) in model.Couplings.Row(i))
            {
                if (Math.Abs(value) != size)
                    throw new ArgumentException($"J[{i},{column}] = {value}; expected +{size} or -{size} for all couplings.",
                        nameof(model));
                columns.Add(column);
                signs.Add(value > 0 ? 0UL : ulong.MaxValue);
            }
            _rowStart[i + 1] = columns.Count;
        }
        (_columns, _signs) = ([.. columns], [.. signs]);
        _spins = new Vector512<ulong>[model.Size];
        _bits = new(key.Fold("signed replicas"));
        for (int i = 0; i < model.Size; i++) _bits.Step(_step++, out _spins[i], out _);
    }

    /// <summary>Attempted flips so far, all replicas together.</summary>
    public long Attempts { get; private set; }

    /// <summary>Every site of every replica once per sweep, at one temperature.</summary>
    /// <param name="sweeps">How many, at least 0.</param>
    /// <param name="temperature">T, in units of the energy. Range: &gt; 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sweep(int sweeps, double temperature)
    {
        Check.AtLeast(sweeps, 0, nameof(sweeps));
        float scale = (float)(-2 / Check.Positive(temperature, nameof(temperature)));
        var planes = stackalloc Vector512<ulong>[MostPlanes];
        for (int sweep = 0; sweep < sweeps; sweep++)
            for (int i = 0; i < _spins.Length; i++)
            {
                int count = Count(i, planes);
                // l = J (2 n₊ − degree) + h: linear in the count n₊ of neighbours that pull upwards
                float slope = 2 * _coupling * scale, offset = (_fields[i] - _coupling * (_rowStart[i + 1] - _rowStart[i])) * scale;
                _spins[i] = Decide(planes, count, Vector512.Create(slope), Vector512.Create(offset));
            }
        Attempts += (long)sweeps * _spins.Length * Replicas;
    }

    /// <summary>The spins of one replica.</summary>
    public sbyte[] State(int replica)
    {
        Check.InRange(replica, 0, Replicas - 1, nameof(replica));
        return [.. _spins.Select(word => (word[replica / 64] >> (replica % 64) & 1) == 1 ? (sbyte)1 : (sbyte)-1)];
    }

    /// <summary>Counts, in every replica, the neighbours whose spin times the sign of the coupling is +1; plane p holds bit p of the
    /// count.</summary>
    /// <returns>Number of planes in use.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Count(int site, Vector512<ulong>* planes)
    {
        int at = _rowStart[site], end = _rowStart[site + 1], used = 32 - BitOperations.LeadingZeroCount((uint)(end - at));
        for (int p = 0; p < used; p++) planes[p] = Vector512<ulong>.Zero;
        for (; end - at >= 8; at += 8)
        {
            var twosA = Add(ref planes[0], Input(at), Input(at + 1));
            var twosB = Add(ref planes[0], Input(at + 2), Input(at + 3));
            var foursA = Add(ref planes[1], twosA, twosB);
            twosA = Add(ref planes[0], Input(at + 4), Input(at + 5));
            twosB = Add(ref planes[0], Input(at + 6), Input(at + 7));
            var foursB = Add(ref planes[1], twosA, twosB);
            Carry(planes, Add(ref planes[2], foursA, foursB), 3, used);
        }
        for (; at < end; at++) Carry(planes, Input(at), 0, used);
        return used;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Input(int entry) => _spins[_columns[entry]] ^ Vector512.Create(_signs[entry]);

    /// <summary>sum ← the low bit of sum + a + b; returns the carries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Add(ref Vector512<ulong> sum, Vector512<ulong> a, Vector512<ulong> b)
    {
        var half = a ^ b;
        var carry = (a & b) | (half & sum);
        sum ^= half;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Carry(Vector512<ulong>* planes, Vector512<ulong> carry, int from, int used)
    {
        for (int p = from; p < used; p++)
        {
            var next = planes[p] & carry;
            planes[p] ^= carry;
            carry = next;
        }
    }

    /// <summary>Sixteen replicas at a time: count from the planes, exponent, uniform number, spin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<ulong> Decide(Vector512<ulong>* planes, int used, Vector512<float> slope, Vector512<float> offset)
    {
        var lane = Vector512.Create(1U, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        var one = Vector512.Create(1f);
        var result = stackalloc ushort[32];
        for (int part = 0; part < 32; part += 2)
        {
            _bits.Step(_step++, out var first, out var second);
            result[part] = Sixteen(part, first);
            result[part + 1] = Sixteen(part + 1, second);
        }
        return Vector512.Load((ulong*)result);

        ushort Sixteen(int part, Vector512<ulong> random)
        {
            var count = Vector512<uint>.Zero;
            for (int p = 0; p < used; p++)
            {
                var bits = Vector512.Create((uint)((ushort*)(planes + p))[part]) & lane;
                count |= Vector512.Equals(bits, lane) & Vector512.Create(1U << p);
            }
            var exponent = Vector512.ConvertToSingle(count.AsInt32()) * slope + offset;
            var uniform = Vector512.ConvertToSingle(random.AsInt32() >>> 8) * Vector512.Create(1f / (1 << 24));
            return (ushort)Vector512.LessThan(uniform * (one + Vector512.Exp(exponent)), one).ExtractMostSignificantBits();
        }
    }
}
