using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Anneals of one kernel within one budget: spends it, offers the best replica of each, and fits the last anneal into what is
/// left.</summary>
internal sealed class AnnealingRestarts(IAnnealingKernel kernel, IntegerModel model, SearchRecord record, AnnealingSchedule schedule)
{
    /// <summary>Updates between looks at the clock: tens of microseconds.</summary>
    private const long CheckPeriod = 100_000;

    private readonly long[] _energies = new long[kernel.Replicas];
    private readonly sbyte[] _spins = new sbyte[model.Size];
    private long _best = long.MaxValue;

    /// <summary>True until the budget is spent or the target reached.</summary>
    public bool GoesOn { get; private set; } = true;

    /// <summary>One anneal from random spins, a descent at its end, also when the budget ends it early.</summary>
    /// <param name="sweeps">Sweeps wanted.</param>
    /// <param name="key">Random numbers of this anneal.</param>
    /// <param name="share">Part of the whole budget that may be used when this anneal is over.</param>
    /// <returns>Sweeps that were planned: as wanted, or as many as fit when the next doubling would not.</returns>
    public int Anneal(int sweeps, RandomKey key, double share = 1)
    {
        long perSweep = Math.Max(1, (long)model.Size * kernel.Replicas);
        sweeps = Fit(sweeps, perSweep, share);
        kernel.Randomise(key);
        long pending = 0;
        for (int sweep = 0; sweep < sweeps && GoesOn; sweep++)
        {
            kernel.Sweep(schedule.At(sweep, sweeps));
            pending += perSweep;
            if (pending < CheckPeriod) continue;
            GoesOn = record.GoesOn(pending);
            pending = 0;
        }
        pending += kernel.Descend() * perSweep;
        OfferBest();
        GoesOn = record.GoesOn(pending) && GoesOn;
        return sweeps;
    }

    /// <summary>Offers the lowest replica if it is lower than all before.</summary>
    private void OfferBest()
    {
        kernel.TwiceEnergies(_energies);
        int replica = 0;
        for (int r = 1; r < _energies.Length; r++)
            if (_energies[r] < _energies[replica]) replica = r;
        if (_energies[replica] >= _best) return;
        _best = _energies[replica];
        kernel.Copy(replica, _spins);
        record.Offer(_spins);
    }

    // When what is left is less than this anneal and a longer one, all of it goes into this one: cut short, neither would cool.
    private int Fit(int sweeps, long perSweep, double share)
    {
        double left = record.Budget.Updates * share - record.Updates;
        // Seconds count by the rate so far; the clock is asked only where it matters, and not before anything was done.
        if (double.IsFinite(record.Budget.CpuSeconds) && record.Updates > 0 && record.CpuSeconds is > 1e-4 and var seconds)
            left = Math.Min(left, (record.Budget.CpuSeconds * share - seconds) * record.Updates / seconds);
        return left < 2.5 * sweeps * perSweep ? (int)Math.Clamp(left / perSweep, 2, int.MaxValue / 4) : sweeps;
    }
}
