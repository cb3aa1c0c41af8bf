using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Reproduction.Hebb;

/// <summary>Ten digits stored by Hebb's rule: all recalls end in nearly the same picture, and what the first chapters promise
/// fails.</summary>
public sealed class HebbRecall : IClaimFamily
{
    private const int Draws = 50;
    private const string Protocol = "ten digits, Hebb, W_ii = 0, exact-count noise, asynchronous to a fixed point, 50 noise draws";

    public string Name => "hebb-recall";
    public string Summary => "The bias sink: what Hebb's rule recalls of ten digits.";

    public IReadOnlyList<Claim> Claims =>
    [
        Claim("hebb.hebb-similarity", "0.99", new(0.985, 1), null, "Mean overlap of two recalled states at 15 % noise.", (context, _) =>
            Finding.Mean([.. Ends(context, new HebbRule(), 0.15).Select(ends =>
                Pairs(ends).Average(pair => Spins.Overlap(pair.A, pair.B)))])),
        Claim("hebb.hebb-recovered", "0 of 10", new(0, 0), null, "Share of digits recalled exactly at 15 % noise.", (context, _) =>
            Recovered(context, new HebbRule(), 0.15)),
        Claim("hebb.hebb-recovered-any-noise", "0 of 10", new(0, 0), null,
            "Share of digits recalled exactly at 0, 10, 20, 30 and 40 % noise.",
            (context, _) =>
            {
                int exact = ((double[])[0, 0.1, 0.2, 0.3, 0.4]).Sum(noise => Exact(context, new HebbRule(), noise));
                return Finding.Share(exact, 5 * Draws * 10);
            }),
        Claim("hebb.mean-is-no-fixed-point", "the end state is the mean", new(0, 0), Interval.AtLeast(1),
            "Pixels of sign(mean digit) that one synchronous step changes.", (context, cancellation) =>
            {
                var digits = context.TenDigits.Patterns;
                sbyte[] mean = [.. Enumerable.Range(0, 784).Select(i => digits.Sum(digit => digit[i]) >= 0 ? (sbyte)1 : (sbyte)-1)];
                var next = new RecallNetwork(new HebbRule().Learn(digits), false) { LargestSweepCount = 1 }.Synchronous([mean],
                    cancellation)[0].Spins;
                int ink = mean.Count(pixel => pixel > 0);
                return new Finding(Spins.HammingDistance(mean, next)) { Detail = $"It has {ink} bright pixels, the sink 29." };
            }) with { Why = "The sink has the mean's direction, not its signs." },
        Claim("hebb.pseudoinverse-reappears", "the original has reappeared", new(1, 1), null,
            "Share of recalls of digit 7 from 20 % noise that give it back in exactly 157 flips, with the pseudoinverse.", (context,
                cancellation) =>
            {
                var digits = context.TenDigits.Patterns;
                var ends = new RecallNetwork(new PseudoinverseRule().Learn(digits), true)
                    .Asynchronous(Cues([digits[7]], 0.2, context.Key("seven noise")), context.Key("seven order"), cancellation);
                return Finding.Share(ends.Count(end => end.Flips == 157 && end.Spins.AsSpan().SequenceEqual(digits[7])), ends.Length);
            }),
        Claim("hebb.hebb-end-states", "one", new(1, 1), new(1.5, 2.5), "Number of distinct end states of the ten recalls at 15 % noise.",
            (context, _) => Finding.Mean([.. Ends(context, new HebbRule(), 0.15).Select(Distinct)])
                with { Detail = $"Ink of the end states: {Inks(Ends(context, new HebbRule(), 0.15))}." })
            with { Why =
                "The sink has two bottoms that differ in 6 pixels; neither is the sign of the mean pattern, which is no fixed point." },
        Claim("hebb.hebb-flips", "roughly two hundred", new(170, 230), new(175, 215),
            "Mean number of flips from digit 7 with 20 % noise.", (context, _) =>
            Finding.Mean([.. Seven(context).Select(end => (double)end.Flips)])),
        Claim("hebb.hebb-original-reappears", "the original has reappeared", new(1, 1), new(0, 0),
            "Share of recalls of digit 7 from 20 % noise that give it back.", (context, _) =>
            {
                var ends = Seven(context);
                var digit = context.TenDigits.Patterns[7];
                int exact = ends.Count(end => end.Spins.AsSpan().SequenceEqual(digit));
                return Finding.Share(exact,
                    ends.Length) with { Detail = $"Mean overlap {ends.Average(end => Spins.Overlap(end.Spins, digit)):f3}." };
            }) with { Why = "With ten digits stored it falls into the sink; a single stored digit, or the pseudoinverse, gives it back." },
        Claim("hebb.single-digit-reappears", "the original has reappeared", new(1, 1), null,
            "Share of recalls that give a digit back when it alone is stored, from 20 % noise.", (context, cancellation) =>
            {
                var digit = context.TenDigits.Patterns[7];
                var ends = new RecallNetwork(new HebbRule().Learn([digit]),
                    false).Asynchronous(Cues([digit], 0.2, context.Key("one digit")), context.Key("order"), cancellation);
                return Finding.Share(ends.Count(end => end.Spins.AsSpan().SequenceEqual(digit) && end.Flips == 157), ends.Length);
            }),
        Claim("hebb.energy-rises", "never", new(0, 0), null,
            "Updates that raised the energy, over Hebb, pseudoinverse and centred Hebb.", EnergyRises),
    ];

    private static Claim Claim(string id, string published, Interval reproduces, Interval? expected, string statement,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new(id, statement, Texts.ArticleAndWriteUp, published, Protocol, reproduces, measure) { Expected = expected, NeedsMnist = true };

    /// <summary>[draw][digit]: where each recall ended.</summary>
    private static sbyte[][][] Ends(ClaimContext context, ILearningRule rule, double noise) =>
        context.Once($"hebb recall {rule.Name} {noise}", () =>
        {
            var digits = context.TenDigits.Patterns;
            var ends = new RecallNetwork(rule.Learn(digits), false)
                .Asynchronous(Cues(digits, noise, context.Key("ten digits noise")), context.Key("ten digits order"));
            return ends.Chunk(digits.Count).Select(chunk => chunk.Select(end => end.Spins).ToArray()).ToArray();
        });

    private static RecallEnd[] Seven(ClaimContext context) => context.Once("hebb recall of seven", () =>
    {
        var digits = context.TenDigits.Patterns;
        return new RecallNetwork(new HebbRule().Learn(digits), false)
            .Asynchronous(Cues([digits[7]], 0.2, context.Key("seven noise")), context.Key("seven order"));
    });

    private static sbyte[][] Cues(IReadOnlyList<sbyte[]> patterns, double noise, RandomKey key) =>
        [.. Enumerable.Range(0, Draws * patterns.Count).Select(k => PatternNoise.Flip(patterns[k % patterns.Count], noise, key.Fold(k)))];

    private static Finding Recovered(ClaimContext context, ILearningRule rule, double noise) =>
        Finding.Share(Exact(context, rule, noise), Draws * 10);

    private static int Exact(ClaimContext context, ILearningRule rule, double noise)
    {
        var digits = context.TenDigits.Patterns;
        return Ends(context, rule, noise).Sum(draw => draw.Where((end, k) => end.AsSpan().SequenceEqual(digits[k])).Count());
    }

    private static IEnumerable<(sbyte[] A, sbyte[] B)> Pairs(sbyte[][] ends) =>
        from a in Enumerable.Range(0, ends.Length) from b in Enumerable.Range(0, a) select (ends[a], ends[b]);

    private static double Distinct(sbyte[][] ends) => ends.Select(end =>
        Convert.ToHexString(Array.ConvertAll(end, spin => (byte)spin))).Distinct().Count();

    private static string Inks(sbyte[][][] ends) =>
        string.Join(", ", ends.SelectMany(draw => draw).Select(end => end.Count(pixel => pixel > 0)).Distinct().Order());

    /// <summary>The machine itself checks every flip and throws; here its recorded staircase is read once more.</summary>
    private static Finding EnergyRises(ClaimContext context, CancellationToken cancellation)
    {
        var digits = context.TenDigits.Patterns;
        int rises = 0, flips = 0;
        foreach (ILearningRule rule in (ILearningRule[])[new HebbRule(), new PseudoinverseRule(), new CentredHebbRule()])
        {
            var machine = new AsynchronousDynamics().Prepare(rule.Learn(digits).Model, cancellation);
            for (int k = 0; k < digits.Count; k++)
            {
                var key = context.Key("energy").Fold(k);
                double[] energies = machine.Settle(Spins.ToActivations(PatternNoise.Flip(digits[k], 0.2, key)), key,
                    cancellation).TraceEnergies;
                rises += energies.Skip(1).Zip(energies, (next, before) => next > before + 1e-12 * Math.Abs(before)).Count(isRise => isRise);
                flips += energies.Length - 1;
            }
        }
        return new(rises) { Detail = $"Over {flips} flips." };
    }
}
