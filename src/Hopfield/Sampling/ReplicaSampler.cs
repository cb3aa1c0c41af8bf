using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>Gibbs sampling (Glauber's heat bath) of many independent copies of a model at once, 64 replicas side by side in vector lanes.
/// Sites are visited in order, one after the other, which keeps the Boltzmann distribution stationary; fields are summed afresh at every
/// visit, so nothing drifts. Probabilities have 24 bits. The same key gives the same spins on any machine. Cost: one vector operation per
/// coupling and 16 replicas. Source: Geman and Geman 1984, IEEE PAMI 6:721.</summary>
public sealed unsafe class ReplicaSampler
{
    /// <summary>Replicas that are kept together.</summary>
    public const int BlockReplicas = 64;

    private const int Lanes = 16;

    private readonly IsingModel _model;
    private readonly int[] _rowStart, _columns;
    private readonly float[] _values, _fields, _spins;
    private readonly RandomKey _key;
    private ulong _sweeps;

    /// <summary>Starts from random spins.</summary>
    /// <param name="model">The model; couplings and fields are rounded to single precision.</param>
    /// <param name="replicas">A multiple of 64.</param>
    /// <param name="key">Source of every random choice.</param>
    public ReplicaSampler(IsingModel model, int replicas, RandomKey key)
    {
        Check.AtLeast(replicas, BlockReplicas, nameof(replicas));
        if (replicas % BlockReplicas != 0)
            throw new ArgumentException($"replicas must be a multiple of {BlockReplicas}, not {replicas}.", nameof(replicas));
        (_model, Replicas, _key) = (model, replicas, key);
        _rowStart = new int[model.Size + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (int i = 0; i < model.Size; i++)
        {
            foreach (var (column, value) in model.Couplings.Row(i))
            {
                columns.Add(column);
                values.Add((float)value);
            }
            _rowStart[i + 1] = columns.Count;
        }
        (_columns, _values) = ([.. columns], [.. values]);
        _fields = [.. model.Fields.ToArray().Select(field => (float)field)];
        _spins = new float[checked(model.Size * replicas)];
        for (int replica = 0; replica < replicas; replica++) SetState(replica, Spins.Random(model.Size, key.Fold("start").Fold(replica)));
    }

    /// <summary>Number of independent copies.</summary>
    public int Replicas { get; }

    /// <summary>Every site of every replica once per sweep, at one temperature.</summary>
    /// <param name="sweeps">How many, at least 0.</param>
    /// <param name="temperature">T, in units of the energy. Range: &gt; 0.</param>
    public void Sweep(int sweeps, double temperature)
    {
        Check.AtLeast(sweeps, 0, nameof(sweeps));
        float scale = (float)(-2 / Check.Positive(temperature, nameof(temperature)));
        for (int block = 0; block < Replicas / BlockReplicas; block++) Sweep(block, sweeps, scale);
        _sweeps += (ulong)sweeps;
    }

    /// <summary>The spins of one replica.</summary>
    public sbyte[] State(int replica)
    {
        int at = Place(replica);
        var spins = new sbyte[_model.Size];
        for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)_spins[at + i * BlockReplicas];
        return spins;
    }

    /// <summary>Sets the spins of one replica.</summary>
    public void SetState(int replica, ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, _model.Size, nameof(spins));
        int at = Place(replica);
        for (int i = 0; i < spins.Length; i++) _spins[at + i * BlockReplicas] = spins[i];
    }

    /// <summary>Means and correlations over the replicas as they stand, averaged over snapshots between sweeps.</summary>
    /// <param name="snapshots">How many, at least 1.</param>
    /// <param name="sweepsBetween">Sweeps before each, so that snapshots differ.</param>
    /// <param name="temperature">T.</param>
    public SpinStatistics Sample(int snapshots, int sweepsBetween, double temperature)
    {
        var states = new List<sbyte[]>();
        for (int snapshot = 0; snapshot < Check.AtLeast(snapshots, 1, nameof(snapshots)); snapshot++)
        {
            Sweep(sweepsBetween, temperature);
            for (int replica = 0; replica < Replicas; replica++) states.Add(State(replica));
        }
        return SpinStatistics.Of(states) with { MeanEnergy = states.Average(state => _model.Energy(state)) };
    }

    private int Place(int replica)
    {
        Check.InRange(replica, 0, Replicas - 1, nameof(replica));
        return replica / BlockReplicas * BlockReplicas * _model.Size + replica % BlockReplicas;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sweep(int block, int sweeps, float scale)
    {
        var bits = new RandomBits(_key.Fold("heat bath").Fold(block));
        ulong step = _sweeps * 2 * (ulong)_model.Size;
        var one = Vector512.Create(1f);
        var factor = Vector512.Create(scale);
        fixed (float* all = _spins, values = _values)
        fixed (int* columns = _columns)
        {
            float* spins = all + (nint)block * BlockReplicas * _model.Size;
            for (int sweep = 0; sweep < sweeps; sweep++)
                for (int i = 0; i < _fields.Length; i++, step += 2)
                {
                    var f0 = Vector512.Create(_fields[i]);
                    Vector512<float> f1 = f0, f2 = f0, f3 = f0;
                    for (int k = _rowStart[i]; k < _rowStart[i + 1]; k++)
                    {
                        var value = Vector512.Create(values[k]);
                        float* other = spins + (nint)columns[k] * BlockReplicas;
                        f0 += value * Vector512.Load(other);
                        f1 += value * Vector512.Load(other + Lanes);
                        f2 += value * Vector512.Load(other + 2 * Lanes);
                        f3 += value * Vector512.Load(other + 3 * Lanes);
                    }
                    bits.Step(step, out var r0, out var r1);
                    bits.Step(step + 1, out var r2, out var r3);
                    float* own = spins + (nint)i * BlockReplicas;
                    Decide(f0 * factor, r0, one).Store(own);
                    Decide(f1 * factor, r1, one).Store(own + Lanes);
                    Decide(f2 * factor, r2, one).Store(own + 2 * Lanes);
                    Decide(f3 * factor, r3, one).Store(own + 3 * Lanes);
                }
        }
    }

    /// <summary>+1 where u·(1 + exp(−2l/T)) &lt; 1, else −1, with u uniform.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Decide(Vector512<float> exponent, Vector512<ulong> random, Vector512<float> one)
    {
        var uniform = Vector512.ConvertToSingle(random.AsInt32() >>> 8) * Vector512.Create(1f / (1 << 24));
        var up = Vector512.LessThan(uniform * (one + Vector512.Exp(exponent)), one);
        return Vector512.ConditionalSelect(up, one, -one);
    }
}
