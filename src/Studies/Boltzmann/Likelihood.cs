using Hopfield.Numerics;
using Hopfield.Sampling;

namespace Studies.Boltzmann;

/// <summary>Mean log-likelihood of the training pictures: exact where few spins have to be enumerated, estimated elsewhere.</summary>
public sealed record Likelihood
{
    /// <summary>States times spins that are enumerated within a second or two (our choice).</summary>
    private const double MostWork = 1.1e8;

    private const int Chains = 64, Steps = 1000;

    /// <summary>Mean ln p of a picture, natural units.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>ln Z.</summary>
    public required double LogPartition { get; init; }

    /// <summary>Standard error of Z over Z; 0 where it is exact.</summary>
    public required double RelativeError { get; init; }

    /// <summary>How Z was found: "enumeration" or "annealed importance sampling".</summary>
    public required string Method { get; init; }

    internal static Likelihood Of(
        IBoltzmannMachine machine, IReadOnlyList<sbyte[]> patterns, RandomKey key, CancellationToken cancellation)
    {
        bool isExact = machine.EnumeratedSpins <= SpinStatistics.MostEnumerated
            && Math.Pow(2, machine.EnumeratedSpins) * machine.Visible <= MostWork;
        var estimate = isExact ? new AnnealedEstimate(machine.LogPartition(), 0)
            : BoltzmannLikelihood.AnnealedLogPartition(machine, BoltzmannLikelihood.IndependentFields(patterns), Chains, Steps, key,
                cancellation);
        return new()
        {
            LogPartition = estimate.LogPartition,
            RelativeError = estimate.RelativeError,
            LogLikelihood = BoltzmannLikelihood.MeanLogLikelihood(machine, patterns, estimate.LogPartition),
            Method = isExact ? "enumeration" : "annealed importance sampling",
        };
    }
}
