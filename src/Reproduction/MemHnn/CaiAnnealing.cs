using Crossbar.Machines.Clocked;
using Hopfield.Numerics;

namespace Reproduction.MemHnn;

/// <summary>Success against the number of cycles on g05_60.0 to .9: annealing by noise (Cai et al. 2020, Fig. 2c), by the hysteretic
/// threshold (Fig. 6a), and what reading ten columns at a time costs.</summary>
public sealed class CaiAnnealing : IClaimCurves
{
    private const string Noise = "mean over g05_60.0 to .9, ideal array, uniform noise n₀[1 − (t/T)²] with n₀ = 5, 640 starts each; success: the final state is optimal";
    private const string Hysteresis = "mean over g05_60.0 to .9, ideal array, w from −3 to +1.4, Gaussian read noise σ = 0.6, 640 starts each; success: the final state is optimal";

    // Cycles, Fig. 2c, an independent re-simulation.
    private static readonly (int Cycles, double Published, double Rerun)[] s_noise = [(10, .067, .06), (50, .308, .30), (100, .425, .41),
        (300, .593, .57), (1000, .722, .70)];
    private static readonly (int Cycles, double Published, double Rerun)[] s_hysteresis = [(50, .361, .350), (100, .483, .487),
        (300, .610, .641)];

    public string Name => "cai-annealing";
    public string Summary => "Success of the clocked machine against cycles: noise annealing, hysteresis, batches of columns.";

    public IReadOnlyList<Claim> Claims =>
    [
        .. s_noise.Select(point => Point("2c", point, "annealed by noise", "Fig. 2c", Noise, Annealed)),
        .. s_hysteresis.Select(point =>
            Point("6a", point, "annealed by the hysteretic threshold", "Fig. 6a", Hysteresis,
            (c, cycles, t) => Hysteretic(c, cycles, 0.6, 1, t))),
        New("6a.noise-free", "Success of the hysteretic threshold without noise at 300 cycles.", "≤ .41 (re-simulation .397)",
            "independent re-simulation of " + Experiments.Cai,
            Hysteresis.Replace("Gaussian read noise σ = 0.6", "no noise", StringComparison.Ordinal), Interval.AtMost(.41),
            (c, t) => Hysteretic(c, 300, 0, 1, t)),
        New("batch.50", "Relative loss of success by reading ten columns per clock, at 50 cycles.", "≤ 15 %; re-simulation 12 %",
            Experiments.Cai + ", p. 416 (\"small\")", Hysteresis,
            Interval.AtMost(.15), (c, t) => Loss(c, 50, t)),
        New("batch.300", "Relative loss of success by reading ten columns per clock, at 300 cycles.", "≈ 0; re-simulation 3 %",
            Experiments.Cai + ", p. 416 (\"small\")", Hysteresis,
            Interval.AtMost(.06), (c, t) => Loss(c, 300, t)),
        New("batch.clocks", "Clocks per cycle with ten columns per clock at N = 60.", "6", Experiments.Cai + ", Table 1", "counted",
            Interval.Around(6, 0),
            (_, _) => new(new ClockedMachineParameters { BatchColumns = 10 }.ClocksPerCycle(60))) with { NeedsFiles = [], Quick = true },
    ];

    public IEnumerable<CurveSet> Curves(ClaimContext context, CancellationToken cancellation)
    {
        double[] Cycles((int Cycles, double, double)[] points) => [.. points.Select(point => (double)point.Cycles)];
        yield return new()
        {
            Name = "annealing",
            Title = "g05_60.0 to .9: mean success against cycles",
            X = "cycles",
            IsXLogarithmic = true,
            Y = "runs that end in the optimum",
            Curves =
            [
                new("noise annealing, here", Cycles(s_noise),
                    [.. s_noise.Select(p => Annealed(context, p.Cycles, cancellation).Value)]) { Pair = 0 },
                new("noise annealing, Fig. 2c", Cycles(s_noise), [.. s_noise.Select(p => p.Published)]) { IsPublished = true, Pair = 0 },
                new("hysteresis, here", Cycles(s_hysteresis),
                    [.. s_hysteresis.Select(p => Hysteretic(context, p.Cycles, 0.6, 1, cancellation).Value)]) { Pair = 1 },
                new("hysteresis, Fig. 6a", Cycles(s_hysteresis), [.. s_hysteresis.Select(p => p.Published)]) { IsPublished = true, Pair = 1 },
            ],
        };
    }

    private static Claim Point(string figure, (int Cycles, double Published, double Rerun) point, string how, string source,
        string protocol,
        Func<ClaimContext, int, CancellationToken, Finding> measure) =>
        New($"{figure}.c{point.Cycles:d4}", $"Success after {point.Cycles} cycles, {how}.",
            FormattableString.Invariant($"{point.Published} (re-simulation {point.Rerun})"),
            $"{Experiments.Cai}, {source} (read off the figure)", protocol, Interval.Around(point.Rerun, .04), (c, t) =>
                measure(c, point.Cycles, t));

    private static Claim New(string id, string statement, string published, string source, string protocol, Interval band,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new($"mem-hnn.{id}", statement, source, published, protocol, band, measure) { NeedsFiles = Experiments.Graphs };

    private static Finding Annealed(ClaimContext context, int cycles, CancellationToken cancellation) =>
        context.Once($"mem-hnn 2c {cycles}", () =>
        Experiments.TenGraphs(context, new ClockedMachineParameters { Cycles = cycles, NoiseUnits = new(5, 0) { Profile = "super-linear" } }, cancellation));

    private static Finding Hysteretic(ClaimContext context, int cycles, double sigma, int batch, CancellationToken cancellation) =>
        context.Once($"mem-hnn 6a {cycles} {sigma} {batch}", () =>
            Experiments.TenGraphs(context, Experiments.Hysteretic(cycles, sigma) with { BatchColumns = batch }, cancellation, 2048));

    private static Finding Loss(ClaimContext context, int cycles, CancellationToken cancellation)
    {
        Finding one = Hysteretic(context, cycles, 0.6, 1, cancellation), ten = Hysteretic(context, cycles, 0.6, 10, cancellation);
        return new(1 - ten.Value / one.Value) { Detail = FormattableString.Invariant($"One column per clock {one.Value:f3}, ten {ten.Value:f3}.") };
    }
}
