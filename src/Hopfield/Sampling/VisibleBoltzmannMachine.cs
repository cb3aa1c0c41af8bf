using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>
/// Learns couplings and fields of a fully visible Boltzmann machine at T = 1 by contrastive divergence: ΔJ = η(⟨ss⟩_data − ⟨ss⟩_k) with
/// replicas that start at the data and take k Gibbs sweeps. Its fixed point for k → ∞ has the data's means and correlations. Source:
/// Ackley, Hinton and Sejnowski 1985, Cogn. Sci. 9:147; Hinton 2002, Neural Comput. 14:1771.
/// </summary>
public sealed class VisibleBoltzmannMachine
{
    /// <summary>Learning rate η. Default 0.1 (our choice). Range: &gt; 0.</summary>
    public double LearningRate { get; init => field = Check.Positive(value, nameof(LearningRate)); } = 0.1;

    /// <summary>Gibbs sweeps k from the data. Default 1 (Hinton 2002). Range: ≥ 1.</summary>
    public int Sweeps { get; init => field = Check.AtLeast(value, 1, nameof(Sweeps)); } = 1;

    /// <summary>Steps of learning. Default 200 (our choice). Range: ≥ 1.</summary>
    public int Steps { get; init => field = Check.AtLeast(value, 1, nameof(Steps)); } = 200;

    /// <summary>Replicas that sample; the data are dealt to them in turn. Default 1,024 (our choice). A multiple of 64.</summary>
    public int Replicas { get; init => field = Check.AtLeast(value, ReplicaSampler.BlockReplicas, nameof(Replicas)); } = 1024;

    /// <summary>Learns a model.</summary>
    /// <param name="data">At least one state; all of one length N ≥ 2.</param>
    /// <param name="key">Source of every random choice.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    public IsingModel Learn(IReadOnlyList<sbyte[]> data, RandomKey key, CancellationToken cancellation = default)
    {
        var wanted = SpinStatistics.Of(data);
        int size = Check.AtLeast(data[0].Length, 2, "length of a state");
        double[] couplings = new double[size * size], fields = new double[size];
        for (int step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sampler = new ReplicaSampler(new(Couplings.Dense([.. couplings], size), fields), Replicas, key.Fold(step));
            for (int replica = 0; replica < Replicas; replica++) sampler.SetState(replica,
                data[(int)(((long)step * Replicas + replica) % data.Count)]);
            var seen = sampler.Sample(1, Sweeps, 1);
            for (int i = 0; i < size; i++)
            {
                fields[i] += LearningRate * (wanted.Means[i] - seen.Means[i]);
                for (int j = 0; j < i; j++)
                    couplings[i * size + j] = couplings[j * size + i] +=
                        LearningRate * (wanted.Correlations[i * size + j] - seen.Correlations[i * size + j]);
            }
        }
        return new(Couplings.Dense(couplings, size), fields);
    }
}
