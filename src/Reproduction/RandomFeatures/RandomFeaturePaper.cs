using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.RandomFeatures;

namespace Reproduction.RandomFeatures;

/// <summary>The paper's own regime, N = 8000 and D = 40, at the loads where its released results turn. Its weights are kept as whole
/// numbers of 16 bits, 128 MB; a load takes about ten seconds.</summary>
public sealed class RandomFeaturePaper : IClaimFamily
{
    private const int Size = 8000, Features = 40, Probes = 120;

    public string Name => "random-feature-paper";
    public string Summary => "Storage, learning and generalisation at the paper's own size, L = 3 and 5.";

    public IReadOnlyList<Claim> Claims =>
    [
        Hebb("features-early", 3, 0.05, "below 0.9 up to α ≈ 0.06", new(0, 0.95), "Feature", m => m.Feature)
            with { Expected = new(0.75, 0.95) },
        Hebb("features-learned", 3, 0.08, "at least 0.9 from α ≈ 0.06 … 0.08", new(0.9, 1), "Feature", m => m.Feature),
        Hebb("features-complete", 3, 0.1, "1.00 from α = 0.08", new(0.99, 1), "Feature", m => m.Feature),
        Hebb("train-mixed", 3, 0.1, "about 0.5", new(0.4, 0.65), "Training", m => m.Training) with { Expected = new(0.45, 0.75) },
        Hebb("test-mixed", 3, 0.1, "about 0.5", new(0.4, 0.65), "Test", m => m.Test) with { Expected = new(0.3, 0.55) },
        Hebb("test-generalised", 3, 0.2, "at least 0.94", new(0.94, 1), "Test", m => m.Test)
            with { Expected = new(0.85, 1),
                Why = "An unseen mixture either stays (m near 1) or falls to a feature: some 100 probes of one world "
                + "leave the mean uncertain by 0.03, and two measurements of one world gave 0.91." },
        Hebb("test-complete", 3, 0.32, "1.00", new(0.97, 1), "Test", m => m.Test),
        Hebb("control", 3, 0.32, "-", new(-0.05, 0.05), "Random-control", m => m.Random),
        Hebb("test-complete-5", 5, 0.56, "1.00", new(0.995, 1), "Test", m => m.Test)
            with { Expected = new(0.93, 1), Why = "Between 0.96 and 1.00 in single worlds: a few of the 120 mixtures still fall." },
    ];

    private static Claim Hebb(string id, int active, double load, string published, Interval reproduces, string what,
        Func<Magnetisations, double> figure) =>
        new($"random-features.paper-{id}", $"{what} magnetisation at N = {Size}, L = {active}, α = {load}.",
            "Kalaj, Lauditi, Perugini, Lucibello, Malatesta and Negri 2024, arXiv 2407.05658, released results", published,
            $"N = {Size}, D = {Features}, L = {active}, coefficients ±1, Hebb, W_ii = 0, asynchronous to a fixed point, "
                + $"at most 500 sweeps, overlap of the end with the start, {Probes} probes of each kind ({Features} features), one world",
            reproduces,
            (context, cancellation) => new(figure(context.Once($"paper {active} {load}", () => Magnetisations.Of(
                new MixtureWorld(Size, Features, active, true, context.Key("paper").Fold(active)), new HebbRule(), load, false, true,
                Probes, context.Key("paper probes").Fold(active), cancellation)))));
}
