using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>Recall by a Boltzmann machine: chains start at a damaged picture, and what they agree on is the answer.</summary>
public static class PatternCompletion
{
    /// <summary>Chains that vote (our choice).</summary>
    public const int Chains = 32;

    /// <summary>Mean of each pixel over the chains and the second half of their sweeps, −1 … +1.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="cue">The damaged picture; unchanged.</param>
    /// <param name="held">Pixels known to be right, which stay; null where any may be wrong: then only few sweeps remember the cue.</param>
    /// <param name="sweeps">Sweeps of each chain, at least 1.</param>
    /// <param name="key">Source of the samples.</param>
    public static double[] Complete(IBoltzmannMachine machine, sbyte[] cue, IReadOnlyList<bool>? held, int sweeps, RandomKey key)
    {
        Check.Length(cue.Length, machine.Visible, nameof(cue));
        Check.AtLeast(sweeps, 1, nameof(sweeps));
        sbyte[][] chains = [.. Enumerable.Range(0, Chains).Select(_ => (sbyte[])cue.Clone())];
        var sums = new double[cue.Length];
        for (int sweep = 0; sweep < sweeps; sweep++)
        {
            machine.Sweep(chains, key.Fold(sweep), held);
            if (sweep < sweeps / 2) continue;
            foreach (sbyte[] chain in chains)
                for (int i = 0; i < sums.Length; i++) sums[i] += chain[i];
        }
        return [.. sums.Select(sum => sum / (Chains * (sweeps - sweeps / 2)))];
    }
}
