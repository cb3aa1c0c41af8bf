using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Recall;

namespace Hopfield.RandomFeatures;

/// <summary>Mean overlap of the end of a dynamics with its start, for four kinds of start. The random control says how much of the others
/// is due to the world: a network that keeps any state keeps unseen mixtures too.</summary>
/// <param name="Training">Mixtures that were stored.</param>
/// <param name="Feature">The hidden features.</param>
/// <param name="Test">Mixtures that were not stored.</param>
/// <param name="Random">Independent random states.</param>
public sealed record Magnetisations(double Training, double Feature, double Test, double Random)
{
    /// <summary>Sweeps of a relaxation, as in the published code.</summary>
    private const int MostSweeps = 500;

    /// <summary>Learns p mixtures and measures.</summary>
    /// <param name="world">Where patterns come from.</param>
    /// <param name="rule">How they are stored.</param>
    /// <param name="load">α = p/N. Range: &gt; 0.</param>
    /// <param name="withDiagonal">Whether the rule's diagonal is kept.</param>
    /// <param name="isRelaxed">True: to a fixed point, asynchronously; false: the published demonstration's one synchronous step.</param>
    /// <param name="probes">Starts of each kind, at most; features are no more than there are.</param>
    /// <param name="key">Source of test mixtures' and random starts and of update orders.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public static Magnetisations Of(
        MixtureWorld world, ILearningRule rule, double load, bool withDiagonal, bool isRelaxed, int probes, RandomKey key,
        CancellationToken cancellation = default)
    {
        int count = Math.Max(1, (int)Math.Round(Check.Positive(load, nameof(load)) * world.Size));
        var training = world.Mixtures(count, "training");
        cancellation.ThrowIfCancellationRequested();
        var settle = Settle();
        cancellation.ThrowIfCancellationRequested();
        return new(Mean([.. training.Take(probes)]), Mean([.. world.Features.Take(probes)]), Mean(world.Mixtures(probes, "test")),
            Mean([.. Enumerable.Range(0, probes).Select(k => Spins.Random(world.Size, key.Fold("random").Fold(k)))]));

        Func<sbyte[][], RecallEnd[]> Settle()
        {
            // The same ends for a quarter of the memory, and without the rank of p patterns that nobody asks for.
            if (rule is HebbRule && isRelaxed && !withDiagonal)
            {
                var hebb = new HebbNetwork(training) { LargestSweepCount = MostSweeps };
                return starts => hebb.Asynchronous(starts, key.Fold("order"), cancellation);
            }
            var network = new RecallNetwork(rule.Learn(training), withDiagonal) { LargestSweepCount = isRelaxed ? MostSweeps : 1 };
            return starts => isRelaxed ? network.Asynchronous(starts, key.Fold("order"), cancellation)
                : network.Synchronous(starts, cancellation);
        }

        double Mean(sbyte[][] starts)
        {
            var ends = settle(starts);
            return Enumerable.Range(0, starts.Length).Average(k => Spins.Overlap(starts[k], ends[k].Spins));
        }
    }
}
