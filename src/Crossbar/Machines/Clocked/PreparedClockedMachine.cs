using Crossbar.Planning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>A model on the array of a clocked machine.</summary>
public sealed class PreparedClockedMachine : IReplicaMachine, INoisyMachine
{
    private readonly SparseRows _read, _model;
    private readonly CycleAmplitudes[] _amplitudes;

    internal PreparedClockedMachine(IsingModel model, ClockedMachineParameters parameters, ReadMatrix read)
    {
        (Model, Parameters, Read) = (model, parameters, read);
        int n = model.Size;
        Check.Length(read.Weights.Length, n * n, nameof(read));
        Check.Length(read.Fields.Length, n, nameof(read));
        double unit = read.WeightUnit, square = 0;
        _model = new(n, i => model.Couplings.Row(i).Select(entry => (entry.Column, entry.Value / unit)),
            [.. model.Fields.ToArray().Select(h => h / unit)]);
        // A perfect array misses the weights by the rounding of conductances only; then both are the same numbers.
        _read = IsPerfect() ? _model
            : new(n, i => Enumerable.Range(0, n).Select(j => (j, read.Weights[i * n + j])), read.Fields);
        foreach (float value in _model.Values) square += value * (double)value;
        foreach (float value in _model.Fields) square += value * (double)value;
        _amplitudes = Annealing.Amplitudes(parameters, read, Math.Sqrt(square / n));
    }

    /// <summary>The model.</summary>
    public IsingModel Model { get; }

    /// <summary>Clock, annealing, noise and wires.</summary>
    public ClockedMachineParameters Parameters { get; }

    public ReadNoiseBudget? DecisionNoise { get; init; }

    /// <summary>What the columns read.</summary>
    public ReadMatrix Read { get; }

    public int BlockRuns => ReplicaBlock.Replicas;

    /// <summary>Runs from random starts, in blocks of 64 that share the order of their reads, on all cores; the same at any number of
    /// them.</summary>
    /// <param name="runs">How many, at least 1.</param>
    /// <param name="key">Source of every random choice; run r is the same however many there are.</param>
    /// <param name="threads">Most threads; 0 for one per core.</param>
    /// <param name="cancellation">Ends the work with <see cref="OperationCanceledException"/>.</param>
    public ClockedRuns Run(int runs, RandomKey key, int threads = 0, CancellationToken cancellation = default)
    {
        Check.AtLeast(runs, 1, nameof(runs));
        int blocks = (runs + BlockRuns - 1) / BlockRuns;
        var done = new BlockResult[blocks];
        var options = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
        };
        Parallel.For(0, blocks, options, () => new ReplicaBlock(_read, _model, Parameters.BatchColumns), (b, _, block) =>
        {
            var blockKey = key.Fold("block").Fold(b);
            int used = Math.Min(BlockRuns, runs - b * BlockRuns);
            for (int r = 0; r < BlockRuns; r++) block.SetState(r, Spins.Random(Model.Size, blockKey.Fold("start").Fold(r)));
            done[b] = BlockResult.Of(block, used, Anneal(block, used, blockKey, null, cancellation), this);
            return block;
        }, _ => { });
        return BlockResult.Join(done, Parameters.Cycles);
    }

    public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default) =>
        SettleBlock([start.ToArray()], [key], cancellation)[0];

    public SettlingTrace[] SettleBlock(IReadOnlyList<double[]> starts, IReadOnlyList<RandomKey> keys,
        CancellationToken cancellation = default)
    {
        int runs = starts.Count;
        if (runs > BlockRuns) throw new ArgumentException($"A block has at most {BlockRuns} runs, not {runs}.", nameof(starts));
        Check.Length(keys.Count, runs, nameof(keys));
        var block = new ReplicaBlock(_read, _model, Parameters.BatchColumns);
        for (int r = 0; r < BlockRuns; r++)
        {
            var (start, key) = (starts[Math.Min(r, runs - 1)], keys[Math.Min(r, runs - 1)]);
            Check.Length(start.Length, Model.Size, nameof(starts));
            block.SetState(r, Spins.FromActivations(start, key.Fold("undecided start")));
        }
        var energies = new double[runs][];
        for (int r = 0; r < runs; r++) energies[r] = new double[Parameters.Cycles + 1];
        var counts = Anneal(block, runs, keys[0], energies, cancellation);
        var result = BlockResult.Of(block, runs, counts, this);
        return [.. Enumerable.Range(0, runs).Select(r => ToTrace(result, r, keys[r], energies[r], counts))];
    }

    /// <summary>Power into the array while one clock's columns are read, mean over the cycles, W: V²ΣG of what reaches the columns. Exact
    /// with ideal wires; with wires a lower bound, because currents from word line to word line are left out
    /// (<see cref="Costs.ArrayReadPower"/> solves for them).</summary>
    public double MeanArrayWatts
    {
        get
        {
            double volts = Parameters.ReadVolts, siemens = Read.ColumnSiemens.Sum();
            double share = Parameters.Unselected == UnselectedColumns.Grounded ? 1
                : Math.Min(1, (double)Parameters.BatchColumns / Model.Size);
            return volts * volts * siemens * share * Parameters.MeanSquareReadVolts;
        }
    }

    private BlockCounts Anneal(ReplicaBlock block, int used, RandomKey key, double[][]? energies, CancellationToken cancellation)
    {
        block.Begin();
        var order = new CycleOrder(Parameters, Model.Size, key.Fold("update order"));
        var bits = new RandomBits(key.Fold("read noise"));
        ulong step = 0;
        long flips = 0;
        var sums = new double[Parameters.Cycles + 1];
        Note(block, used, 0, sums, energies);
        for (int cycle = 0; cycle < Parameters.Cycles; cycle++)
        {
            cancellation.ThrowIfCancellationRequested();
            flips += Cycle(block, order.Next(), _amplitudes[cycle], bits, ref step, cycle + 1);
            Note(block, used, cycle + 1, sums, energies);
        }
        return new(sums, flips);
    }

    private unsafe long Cycle(ReplicaBlock block, ReadOnlySpan<int> order, in CycleAmplitudes now, in RandomBits bits, ref ulong step,
        int cycle)
    {
        int batch = Parameters.BatchColumns;
        fixed (float* sigmas = now.Sigmas)
        {
            var uniform = new UniformReadNoise(now.UniformHalfWidth);
            var gaussian = new GaussianReadNoise(sigmas);
            return (now.UniformHalfWidth > 0, now.HasGaussian) switch
            {
                (false, false) => block.Cycle(order, batch, now.Hysteresis, new NoReadNoise(), bits, ref step, cycle),
                (true, false) => block.Cycle(order, batch, now.Hysteresis, uniform, bits, ref step, cycle),
                (false, true) => block.Cycle(order, batch, now.Hysteresis, gaussian, bits, ref step, cycle),
                _ => block.Cycle(order, batch, now.Hysteresis, new UniformAndGaussianReadNoise(uniform, gaussian), bits, ref step, cycle),
            };
        }
    }

    private void Note(ReplicaBlock block, int used, int cycle, double[] sums, double[][]? energies)
    {
        for (int r = 0; r < used; r++)
        {
            double energy = ToModel(block.Energies[r]);
            sums[cycle] += energy;
            if (energies is not null) energies[r][cycle] = energy;
        }
    }

    internal double ToModel(float energy) => energy * Read.WeightUnit + Model.Offset;

    private SettlingTrace ToTrace(BlockResult result, int r, RandomKey key, double[] energies, BlockCounts counts)
    {
        int n = Model.Size;
        double cycleSeconds = Parameters.ClocksPerCycle(n) / Parameters.ClockHertz, runSeconds = Parameters.RunSeconds(n);
        bool stable = IsStable(result.FinalSpins[r]);
        string best = result.BestCycles[r] == 0 ? "lowest energy at the start" : $"lowest energy seen in cycle {result.BestCycles[r]}";
        return new()
        {
            Machine = "clocked",
            Engine = Parameters.Wires.IsIdeal ? "ideal reads" : Parameters.TileLines > 0 ? "reads through wires of tiles"
                : "reads through wires",
            Key = key.Value,
            Spins = result.FinalSpins[r],
            Energy = result.FinalEnergies[r],
            EngineEnergy = energies[^1],
            BestSpins = result.BestSpins[r],
            BestEnergy = result.BestEnergies[r],
            Settled = stable,
            Status = $"{Parameters.Cycles} cycles, {(stable ? "ended in a fixed point" : "not at rest at the end")}; {best}",
            SettleSeconds = runSeconds,
            EnergyJoules = MeanArrayWatts * runSeconds,
            ResidualAmperes = Read.ResidualAmperes,
            TraceTimes = [.. Enumerable.Range(0, energies.Length).Select(cycle => cycle * cycleSeconds)],
            TraceEnergies = energies,
            Operations = new() { SpinUpdates = (long)Parameters.Cycles * n, Flips = counts.Flips / BlockRuns, Sweeps = Parameters.Cycles },
            Warnings = Read.Converged ? [] : ["the array with its wires was not solved to its tolerance; reads are less exact than asked"],
        };
    }

    /// <summary>No column, read without noise or hysteresis, would flip its neuron.</summary>
    private bool IsStable(sbyte[] spins)
    {
        for (int i = 0; i < spins.Length; i++)
        {
            float field = _read.Fields[i];
            for (int k = _read.Starts[i]; k < _read.Starts[i + 1]; k++) field += _read.Values[k] * spins[_read.Columns[k]];
            if (field * spins[i] < 0) return false;
        }
        return true;
    }

    private bool IsPerfect()
    {
        int n = Model.Size;
        var row = new double[n];
        for (int i = 0; i < n; i++)
        {
            Array.Clear(row);
            foreach (var (j, value) in Model.Couplings.Row(i)) row[j] = value / Read.WeightUnit;
            for (int j = 0; j < n; j++)
                if (Math.Abs(Read.Weights[i * n + j] - row[j]) > 1e-9) return false;
            if (Math.Abs(Read.Fields[i] - Model.Fields[i] / Read.WeightUnit) > 1e-9 * n) return false;
        }
        return true;
    }
}
