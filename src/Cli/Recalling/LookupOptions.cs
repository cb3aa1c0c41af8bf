using System.CommandLine;
using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Cli.Recalling;

/// <summary>The memories that keep their patterns as they are: modern Hopfield networks and dense associative memories.</summary>
internal sealed class LookupOptions
{
    private const string Modern = "modern", Dense = "dense";

    private readonly Option<double> _beta = new("--beta")
    {
        Description = "Inverse temperature of --rule modern per unit of inner product; 1/√N is soft for N pixels, 10/√N is sharp.",
        HelpName = "B",
        DefaultValueFactory = _ => new ModernHopfield([1], 1).Beta,
    };

    private readonly Option<string> _separation = new("--separation")
    {
        Description = "How --rule modern weighs the stored patterns.",
        HelpName = "softmax|sparsemax|entmax",
        DefaultValueFactory = _ => "softmax",
    };

    private readonly Option<int> _steps = new("--steps")
    {
        Description = "Steps of --rule modern; 0 iterates until nothing moves.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _degree = new("--degree")
    {
        Description = "Degree n of F(x) = xⁿ (rectified) of --rule dense; 0 takes the exponential.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    internal LookupOptions() =>
        _separation.AcceptOnlyFromAmong([.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Select(item => item.Name)]);

    /// <summary>Names that --rule takes for these.</summary>
    internal static IReadOnlyList<string> Names { get; } = [Modern, Dense];

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_beta, _separation, _steps, _degree]) command.Options.Add(option);
    }

    /// <summary>The memory of that name with these patterns.</summary>
    internal LookupMemory Find(ParseResult parsed, string name, PatternSet patterns)
    {
        if (name == Dense)
        {
            int degree = parsed.GetValue(_degree);
            var interaction = degree == 0 ? Interaction.Exponential() : Interaction.Rectified(degree);
            var memory = new DenseAssociativeMemory(patterns.Patterns, interaction);
            return new($"dense, F = {interaction.Name}", (cue, key) =>
            {
                var (state, energies, settled) = memory.Settle(cue, key);
                return new(Spins.ToActivations(state), energies, settled, null);
            });
        }
        int steps = Check.AtLeast(parsed.GetValue(_steps), 0, "--steps");
        var network = new ModernHopfield(patterns.Patterns)
        {
            Beta = Check.Positive(parsed.GetValue(_beta), "--beta"),
            Separation = Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Single(item => item.Name == parsed.GetValue(_separation)),
        };
        return new($"modern, β = {network.Beta:g4}, {network.Separation.Name}", (cue, _) =>
        {
            double[] query = Spins.ToActivations(cue);
            var end = steps == 1 ? network.Step(query) : network.Settle(query, largestStepCount: steps == 0 ? 1000 : steps);
            return new(end.State, end.Energies, end.Settled || steps == 1, end.EffectivePatternCount)
            {
                Weights = end.Weights,
            };
        });
    }
}

/// <summary>A memory that keeps its patterns.</summary>
/// <param name="Name">For tables.</param>
/// <param name="Recall">Recalls from a cue.</param>
internal sealed record LookupMemory(string Name, Func<sbyte[], RandomKey, LookupEnd> Recall);

/// <summary>Where a recall ended.</summary>
/// <param name="State">Real values; spins for a dense memory.</param>
/// <param name="Energies">After every step or flip.</param>
/// <param name="Settled">Whether it came to rest.</param>
/// <param name="EffectivePatternCount">Patterns that took part; null where they are not weighed.</param>
internal sealed record LookupEnd(double[] State, double[] Energies, bool Settled, double? EffectivePatternCount)
{
    /// <summary>Weight of each stored pattern in the answer; null where they are not weighed.</summary>
    internal double[]? Weights { get; init; }
}
