using Hopfield.Numerics;

namespace Hopfield.Sampling;

/// <summary>Trains a Boltzmann machine on a data set, epoch by epoch, in batches of a fresh random order. Source: Hinton 2002, Neural
/// Comput. 14:1771 (CD-k); Tieleman 2008, ICML, p. 1064 (persistent chains).</summary>
public sealed record ContrastiveDivergence
{
    /// <summary>States on which the pseudo-likelihood is watched, at most (our choice).</summary>
    public const int MostWatched = 100;

    /// <summary>Learning rate η of the first epoch; it falls linearly to η/epochs in the last, which persistent chains need (Tieleman 2008,
    /// section 4). Default 0.02 (our choice: with spins ±1 a step is four times that of bits). Range: &gt; 0.</summary>
    public double LearningRate { get; init => field = Check.Positive(value, nameof(LearningRate)); } = 0.02;

    /// <summary>Gibbs sweeps k per step. Default 1 (Hinton 2002). Range: ≥ 1.</summary>
    public int Sweeps { get; init => field = Check.AtLeast(value, 1, nameof(Sweeps)); } = 1;

    /// <summary>States per step. Default 10 (Hinton 2010, practical guide, section 4). Range: ≥ 1.</summary>
    public int BatchSize { get; init => field = Check.AtLeast(value, 1, nameof(BatchSize)); } = 10;

    /// <summary>Passes over the data. Default 100 (our choice). Range: ≥ 1.</summary>
    public int Epochs { get; init => field = Check.AtLeast(value, 1, nameof(Epochs)); } = 100;

    /// <summary>Persistent chains, as many as a batch has states, from random spins.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>Trains in place while the result is enumerated: one item per finished epoch. Ends early, in the middle of an epoch, where
    /// the token asks for it; the machine keeps what it has learned.</summary>
    /// <param name="machine">Changed.</param>
    /// <param name="data">At least one state.</param>
    /// <param name="key">Source of every random choice.</param>
    /// <param name="cancellation">Ends the enumeration without an exception.</param>
    public IEnumerable<TrainingEpoch> Train(
        IBoltzmannMachine machine, IReadOnlyList<sbyte[]> data, RandomKey key, CancellationToken cancellation = default)
    {
        Check.AtLeast(data.Count, 1, "number of states");
        int batchSize = Math.Min(BatchSize, data.Count);
        sbyte[][]? chains = IsPersistent
            ? [.. Enumerable.Range(0, batchSize).Select(k => Model.Spins.Random(machine.Visible, key.Fold("chain").Fold(k)))] : null;
        var order = data.ToArray();
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            var own = key.Fold("epoch").Fold(epoch);
            var stream = own.Fold("order").Stream();
            stream.Shuffle<sbyte[]>(order);
            double error = 0, rate = LearningRate * (Epochs - epoch + 1) / Epochs;
            int at = 0;
            foreach (sbyte[][] batch in order.Chunk(batchSize))
            {
                if (cancellation.IsCancellationRequested) yield break;
                error += batch.Length * machine.Learn(batch, rate, Sweeps, own.Fold(at++), chains);
            }
            yield return new(epoch, error / order.Length, Watch(machine, data));
        }
    }

    /// <summary>Mean pseudo-log-likelihood per spin over the first states of a set.</summary>
    public static double Watch(IBoltzmannMachine machine, IReadOnlyList<sbyte[]> data) =>
        data.Take(MostWatched).Average(state => machine.PseudoLogLikelihood(state)) / machine.Visible;
}

/// <summary>What an epoch of training left behind.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Error">Mean squared difference of a pixel between data and k sweeps later, 0 … 4; NaN with persistent chains.</param>
/// <param name="PseudoLogLikelihood">Per spin, natural units, of the first states: −ln 2 = −0.69 for a machine that knows nothing, 0 for
/// one that is sure of every pixel given the others.</param>
public sealed record TrainingEpoch(int Number, double Error, double PseudoLogLikelihood);
