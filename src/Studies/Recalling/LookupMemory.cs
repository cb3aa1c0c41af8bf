using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;

namespace Studies.Recalling;

/// <summary>A memory that keeps its patterns as they are: a modern Hopfield network or a dense associative memory.</summary>
public sealed record LookupMemory
{
    /// <summary>A dense associative memory instead of a modern Hopfield network.</summary>
    public bool IsDense { get; init; }

    /// <summary>Inverse temperature of the modern network, per unit of inner product; 1/√N is soft for N pixels, 10/√N is sharp. Range:
    /// &gt; 0.</summary>
    public double Beta { get; init => field = Check.Positive(value, nameof(Beta)); } = new ModernHopfield([1], 1).Beta;

    /// <summary>How the modern network weighs the stored patterns.</summary>
    public ISeparation Separation { get; init; } = new Softmax();

    /// <summary>Steps of the modern network; 0 iterates until nothing moves. Default 1. Range: ≥ 0.</summary>
    public int Steps { get; init => field = Check.AtLeast(value, 0, nameof(Steps)); } = 1;

    /// <summary>Degree n of F(x) = xⁿ (rectified) of the dense memory; 0 takes the exponential. Default 3. Range: ≥ 0.</summary>
    public int Degree { get; init => field = Check.AtLeast(value, 0, nameof(Degree)); } = 3;

    /// <summary>Name for tables.</summary>
    public string Title => IsDense ? $"dense, F = {Interaction().Name}" : $"modern, β = {Beta:g4}, {Separation.Name}";

    /// <summary>The memory of some patterns.</summary>
    public Func<sbyte[], RandomKey, LookupEnd> Of(IReadOnlyList<sbyte[]> patterns)
    {
        if (IsDense)
        {
            var memory = new DenseAssociativeMemory(patterns, Interaction());
            return (cue, key) =>
            {
                var (state, energies, settled) = memory.Settle(cue, key);
                return new(Spins.ToActivations(state), energies, settled, null);
            };
        }
        var network = new ModernHopfield(patterns) { Beta = Beta, Separation = Separation };
        return (cue, _) =>
        {
            double[] query = Spins.ToActivations(cue);
            var end = Steps == 1 ? network.Step(query) : network.Settle(query, largestStepCount: Steps == 0 ? 1000 : Steps);
            return new(end.State, end.Energies, end.Settled || Steps == 1, end.EffectivePatternCount) { Weights = end.Weights };
        };
    }

    private Interaction Interaction() =>
        Degree == 0 ? Hopfield.Modern.Interaction.Exponential() : Hopfield.Modern.Interaction.Rectified(Degree);
}

/// <summary>Where a recall ended.</summary>
/// <param name="State">Real values; spins for a dense memory.</param>
/// <param name="Energies">After every step or flip.</param>
/// <param name="Settled">Whether it came to rest.</param>
/// <param name="EffectivePatternCount">Patterns that took part; null where they are not weighed.</param>
public sealed record LookupEnd(double[] State, double[] Energies, bool Settled, double? EffectivePatternCount)
{
    /// <summary>Weight of each stored pattern in the answer; null where they are not weighed.</summary>
    public double[]? Weights { get; init; }
}
