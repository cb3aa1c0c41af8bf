using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Sampling;
using Solvers.Problems;
using Studies.Records;

namespace Studies.Boltzmann;

/// <summary>An Ising model sampled at a temperature, beside the exact figures where its states can be enumerated.</summary>
public sealed record GibbsStudy : Study<GibbsRecord>
{
    /// <summary>Sweeps between two snapshots. Our choice.</summary>
    private const int SweepsBetween = 5;

    public override string Name => "boltzmann gibbs";
    public override string Summary => "means and correlations of an Ising model by Gibbs sampling";

    /// <summary>The instance, in any known format.</summary>
    public required DataFile File { get; init; }

    /// <summary>T, in units of the energy. Default 1. Range: &gt; 0.</summary>
    public double Temperature { get; init => field = Check.Positive(value, nameof(Temperature)); } = 1;

    /// <summary>Independent copies, rounded up to a multiple of 64. Default 1024 (our choice). Range: ≥ 1.</summary>
    public int Replicas { get; init => field = Check.AtLeast(value, 1, nameof(Replicas)); } = 1024;

    /// <summary>Sweeps of each copy before anything is counted. Default 200 (our choice). Range: ≥ 0.</summary>
    public int Sweeps { get; init => field = Check.AtLeast(value, 0, nameof(Sweeps)); } = 200;

    /// <summary>How often the copies are counted, five sweeps apart. Default 20 (our choice). Range: ≥ 1.</summary>
    public int Snapshots { get; init => field = Check.AtLeast(value, 1, nameof(Snapshots)); } = 20;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    public override GibbsRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var problem = ProblemFile.Read(File.Checked());
        var model = problem.Encode();
        const int block = ReplicaSampler.BlockReplicas;
        int replicas = (Replicas + block - 1) / block * block;
        var sampler = new ReplicaSampler(model, replicas, RandomKey.FromSeed(Seed).Fold("gibbs"));
        progress?.Begin("sampling", Sweeps + Snapshots);
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            sampler.Sweep(1, Temperature);
            progress?.Finished();
        }
        var (sampled, taken) = Sample(model, sampler, replicas, progress, cancellation);
        return new()
        {
            Options = this,
            Problem = problem.Name,
            Temperature = Temperature,
            Seed = Seed,
            Replicas = replicas,
            Snapshots = taken,
            Sampled = sampled,
            Exact = model.Size <= SpinStatistics.MostEnumerated ? SpinStatistics.Exact(model, Temperature) : null,
            Cancelled = taken < Snapshots,
        };
    }

    private (SampledStatistics Sampled, int Taken) Sample(
        IsingModel model, ReplicaSampler sampler, int replicas, IStudyProgress? progress, CancellationToken cancellation)
    {
        int size = model.Size, taken = 0;
        double[] means = new double[size], products = new double[size * size], byReplica = new double[replicas * size];
        double energy = 0;
        for (; taken < Snapshots && (taken == 0 || !cancellation.IsCancellationRequested); taken++)
        {
            sampler.Sweep(SweepsBetween, Temperature);
            sbyte[][] states = [.. Enumerable.Range(0, replicas).Select(sampler.State)];
            var seen = SpinStatistics.Of(states);
            for (int i = 0; i < size; i++) means[i] += seen.Means[i];
            for (int k = 0; k < products.Length; k++) products[k] += seen.Correlations[k];
            for (int r = 0; r < replicas; r++)
                for (int i = 0; i < size; i++) byReplica[r * size + i] += states[r][i];
            energy += states.Average(state => model.Energy(state));
            progress?.Finished();
        }
        return (new()
        {
            Means = [.. means.Select(sum => sum / taken)],
            StandardErrors = [.. Enumerable.Range(0, size).Select(i =>
            {
                double mean = means[i] / taken;
                double squares = Enumerable.Range(0, replicas).Sum(r => Math.Pow(byReplica[r * size + i] / taken - mean, 2));
                return Math.Sqrt(squares / (replicas - 1) / replicas);
            })],
            Correlations = [.. products.Select(sum => sum / taken)],
            MeanEnergy = energy / taken,
        }, taken);
    }
}
