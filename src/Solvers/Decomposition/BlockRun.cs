using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Decomposition;

/// <summary>State of one run block by block: spins, local fields and energy of the whole, and what the machine spent on all
/// blocks.</summary>
internal sealed class BlockRun
{
    private readonly IsingModel _model;
    private readonly int[] _places;
    private readonly double[] _check;
    private readonly List<double> _times = [], _energies = [];
    private readonly HashSet<string> _warnings = [];
    private SettlingTrace? _last;
    private double? _seconds = 0, _joules = 0, _amperes;

    public BlockRun(IsingModel model, sbyte[] spins)
    {
        (_model, Spins, Fields, _check) = (model, spins, new double[model.Size], new double[model.Size]);
        _places = new int[model.Size];
        Array.Fill(_places, -1);
        Refresh();
        Record();
    }

    public sbyte[] Spins { get; }

    public double[] Fields { get; }

    /// <summary>E of the whole, kept up to date.</summary>
    public double Energy { get; private set; }

    public long Blocks { get; private set; }

    public long TakenBlocks { get; private set; }

    /// <summary>Settles one block on the machine and takes the answer if the energy does not rise; true if it fell.</summary>
    public bool Settle(ReadOnlySpan<int> block, IMachine machine, RandomKey key, CancellationToken cancellation)
    {
        var part = ClampedModel.Of(_model, block, Spins, Fields, Energy, _places);
        var stream = key.Fold("start").Stream();
        var start = new double[block.Length];
        for (int k = 0; k < start.Length; k++) start[k] = stream.NextGaussian();
        var trace = machine.Prepare(part, cancellation).Settle(start, key, cancellation);
        Count(trace);
        // A machine that keeps the lowest state it passed answers with that.
        sbyte[] answer = trace.BestSpins is { } best && trace.BestEnergy < trace.Energy ? best : trace.Spins;
        double change = part.Energy(answer) - Energy, rounding = 1e-12 * (1 + Math.Abs(Energy));
        if (change > rounding) return false;
        for (int k = 0; k < block.Length; k++)
        {
            if (answer[k] == Spins[block[k]]) continue;
            Spins[block[k]] = answer[k];
            _model.Couplings.AddRow(block[k], 2.0 * answer[k], Fields);
        }
        Energy += change;
        TakenBlocks++;
        if (TakenBlocks % 64 == 0) Refresh();
        if (change >= -rounding) return false;
        Record();
        return true;
    }

    /// <summary>The record: settle times and energies summed over the blocks, which the machine settles one after the other.</summary>
    public SettlingTrace ToTrace(RandomKey key, string status, bool settled)
    {
        double kept = Energy;
        Record();
        return new()
        {
            Machine = _last?.Machine ?? "blocks",
            Engine = $"{_last?.Engine ?? "no"} blocks",
            Key = key.Value,
            Spins = Spins,
            Energy = _model.Energy(Spins),
            EngineEnergy = kept,
            Settled = settled,
            Status = status,
            SettleSeconds = _seconds,
            EnergyJoules = _joules,
            ResidualAmperes = _amperes,
            TraceTimes = [.. _times],
            TraceEnergies = [.. _energies],
            Warnings = [.. _warnings],
        };
    }

    private void Count(SettlingTrace trace)
    {
        Blocks++;
        _last = trace;
        _seconds += trace.SettleSeconds;
        _joules += trace.EnergyJoules;
        if (trace.ResidualAmperes is { } amperes) _amperes = Math.Max(_amperes ?? 0, amperes);
        foreach (string warning in trace.Warnings) _warnings.Add(warning);
    }

    private void Record()
    {
        _times.Add(Blocks);
        _energies.Add(Energy);
    }

    private void Refresh()
    {
        _model.LocalFields(Spins, _check);
        _check.CopyTo(Fields, 0);
        Energy = _model.EnergyFromLocalFields(Spins, Fields);
    }
}
