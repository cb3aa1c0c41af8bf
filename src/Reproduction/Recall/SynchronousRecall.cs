using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Patterns;

namespace Reproduction.Recall;

/// <summary>Recall of 64 spins by synchronous updates, as on the memristor chip of 2026.</summary>
public sealed class SynchronousRecall : IClaimFamily
{
    private const int Size = 64, Patterns = 10, Sets = 50, Iterations = 5;

    public string Name => "synchronous-recall";
    public string Summary => "How many synchronous iterations a recall of 64 spins takes.";

    public IReadOnlyList<Claim> Claims =>
    [
        new()
        {
            Id = "recall.he2026.iterations",
            Statement = "Ten patterns of 64 pixels come back from 10 % flipped pixels within five synchronous iterations; share of recalls that do.",
            Source = "He et al. 2026, Nat. Commun. s41467-026-69958-0",
            Published = "all shown (most in 2 to 3)",
            Protocol = $"{Sets} sets of {Patterns} random patterns of {Size} spins, pseudoinverse without diagonal, 6 spins flipped, one start each; "
                + "theirs: 8 × 8 handwritten digits on their chip, weights learned for its defects",
            Reproduces = new(0.95, 1),
            Quick = true,
            Measure = (context, cancellation) =>
            {
                int within = 0, exact = 0, trials = 0;
                var sweeps = new int[Iterations + 1];
                for (int set = 0; set < Sets; set++)
                {
                    var key = context.Key("synchronous recall").Fold(set);
                    sbyte[][] patterns = [.. Enumerable.Range(0, Patterns).Select(k => Spins.Random(Size, key.Fold("pattern").Fold(k)))];
                    var machine = new SynchronousDynamics { LargestSweepCount = 30 }.Prepare(new PseudoinverseRule().Learn(patterns).Model,
                        cancellation);
                    for (int k = 0; k < Patterns; k++, trials++)
                    {
                        var cue = PatternNoise.Flip(patterns[k], 0.1, key.Fold("noise").Fold(k));
                        var trace = machine.Settle(Spins.ToActivations(cue), key, cancellation);
                        if (!trace.Settled || !trace.Spins.AsSpan().SequenceEqual(patterns[k])) continue;
                        exact++;
                        // The last sweep finds nothing to flip.
                        long iterations = trace.Operations!.SpinUpdates / Size - 1;
                        if (iterations > Iterations) continue;
                        within++;
                        sweeps[iterations]++;
                    }
                }
                return Finding.Share(within, trials) with
                {
                    Detail = $"{exact} of {trials} exact; iterations 0 to {Iterations}: {string.Join(", ", sweeps)}",
                };
            },
        },
    ];
}
