using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Files;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Reproduction.MemHnn;

/// <summary>The 60-node graph that was put on the memristor array (published with the QPA code as adjMat.npy; 880 edges, largest cut 534):
/// success against cycles and against the initial hysteresis beside the experiment, and errors that are frozen in the weights instead of
/// fresh at every read.</summary>
public sealed class ExperimentalGraph : IClaimCurves
{
    private const string File = "adjMat.npy";
    private const string Protocol = "adjMat.npy (60 nodes, 880 edges), ideal array, w from −3 to +1.4, Gaussian read noise σ = 0.6, 4096 starts; success: the final state is optimal (cut 534)";
    private const double Optimum = -534;

    // Cycles, experiment (Fig. 4g), re-simulation.
    private static readonly (int Cycles, double Experiment, double Rerun)[] s_cycles =
        [(10, .112, .124), (15, .235, .233), (20, .326, .311), (50, .593, .529), (100, .646, .584)];

    private static readonly (double Sigma, double Rerun)[] s_static = [(0, .48), (.02, .53), (.056, .43), (.08, .34), (.10, .24),
        (.15, .07), (.20, .003)];

    public string Name => "mem-hnn-experiment";
    public string Summary => "The graph of the mem-HNN experiment: cycles, hysteresis, static errors.";

    public IReadOnlyList<Claim> Claims =>
    [
        .. s_cycles.Select(point => New($"4g.c{point.Cycles:d3}", $"Success after {point.Cycles} cycles on the experiment's graph.",
            FormattableString.Invariant($"{point.Experiment} measured, {point.Rerun} re-simulated"), Experiments.Cai + ", Fig. 4g",
                Protocol,
            Interval.Around(point.Rerun, .04), (c, t) => Hysteretic(c, point.Cycles, -3, t))),
        New("4e.no-upset", "Success after 15 cycles when the hysteresis starts at w = 0.", ".075 measured, .056 to .08 simulated",
            Experiments.Cai + ", Fig. 4e",
            Protocol, Interval.AtMost(.15), (c, t) => Hysteretic(c, 15, 0, t)),
        New("static.two-percent", "Change of success by a static weight error of 2 %, as a part.", "unharmed (re-simulation +.10)",
            "independent re-simulation",
            Static, new(-.1, .2), (c, t) => Change(c, .02, t)),
        New("static.measured", "Change of success by a static weight error of 5.6 % (the measured one), as a part.", "−.10 to −.25",
            "independent re-simulation",
            Static, new(-.25, -.10), (c, t) => Change(c, .056, t)),
        New("static.ten-percent", "Success at a static weight error of 10 % as a part of that without.", "½", "independent re-simulation",
            Static, new(.35, .65),
            (c, t) => new(1 + Change(c, .10, t).Value)),
        New("static.fatal", "Success at a static weight error of 15 %.", "< .1", "independent re-simulation", Static, Interval.AtMost(.1),
            (c, t) => Frozen(c, .15, t)),
        New("static.against-dynamic", "Success with fresh noise of the size of a static 10 % error (σ = .77), over that with the static error.", "noise helps, the error hurts",
            "independent re-simulation", Static, Interval.AtLeast(1.5), (c, t) =>
                new(Fresh(c, .10 * Math.Sqrt(60), t).Value / Frozen(c, .10, t).Value)
            { Detail = FormattableString.Invariant($"Fresh {Fresh(c, .10 * Math.Sqrt(60), t).Value:f3}, frozen {Frozen(c, .10, t).Value:f3}, neither {Frozen(c, 0, t).Value:f3}.") }),
    ];

    private const string Static = "adjMat.npy, w from −3 to +1.4 over 100 cycles, no read noise; every off-diagonal weight carries a normal error drawn once, 64 draws of 64 starts; "
        + "success: the final state is optimal";

    public IEnumerable<CurveSet> Curves(ClaimContext context, CancellationToken cancellation)
    {
        double[] cycles = [.. s_cycles.Select(p => (double)p.Cycles)], sigmas = [.. s_static.Select(p => p.Sigma)];
        yield return new()
        {
            Name = "experiment",
            Title = "The experiment's graph: success against cycles",
            X = "cycles",
            Y = "runs that end in the optimum",
            Curves =
            [
                new("here", cycles, [.. s_cycles.Select(p => Hysteretic(context, p.Cycles, -3, cancellation).Value)]) { Pair = 0 },
                new("measured on the array, Fig. 4g", cycles, [.. s_cycles.Select(p => p.Experiment)]) { IsPublished = true, Pair = 0 },
            ],
        };
        yield return new()
        {
            Name = "static-error",
            Title = "Static error against fresh noise of equal size",
            X = "error of a weight (weight units)",
            Y = "runs that end in the optimum",
            Curves =
            [
                new("frozen in the weights", sigmas, [.. sigmas.Select(s => Frozen(context, s, cancellation).Value)]),
                new("fresh at every read", sigmas, [.. sigmas.Select(s => Fresh(context, s * Math.Sqrt(60), cancellation).Value)]),
            ],
        };
    }

    private static Claim New(string id, string statement, string published, string source, string protocol, Interval band,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new($"mem-hnn.{id}", statement, source, published, protocol, band, measure) { NeedsFiles = [File] };

    private static IsingModel Model(ClaimContext context) => context.Once("mem-hnn adjMat", () =>
    {
        var matrix = MatrixFile.Read(context.Instance(File));
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = 0; j < i; j++)
                if (matrix[i, j] != 0) pairs.Add((i, j, -0.5 * Math.Abs(matrix[i, j])));
        return new IsingModel(Couplings.FromPairs(matrix.Rows, pairs), default, -0.5 * pairs.Count);
    });

    private static Finding Hysteretic(ClaimContext context, int cycles, double start, CancellationToken cancellation) =>
        context.Once($"mem-hnn 4 {cycles} {start}", () => Share(context, Experiments.Hysteretic(cycles, start: start), cancellation));

    private static Finding Fresh(ClaimContext context, double sigma, CancellationToken cancellation) =>
        context.Once($"mem-hnn fresh {sigma}", () => Share(context, Experiments.Hysteretic(100, sigma), cancellation));

    private static Finding Share(ClaimContext context, ClockedMachineParameters parameters, CancellationToken cancellation) =>
        Finding.Share(
        new ClockedMachine(parameters, new DifferentialPairMapping()).Load(Model(context), cancellation)
            .Run(Experiments.Runs, context.Key("mem-hnn adjMat"), 0, cancellation)
            .FinalSuccesses(Optimum), Experiments.Runs);

    private static Finding Change(ClaimContext context, double sigma, CancellationToken cancellation)
    {
        Finding with = Frozen(context, sigma, cancellation), without = Frozen(context, 0, cancellation);
        return new(with.Value / without.Value - 1) { Detail = FormattableString.Invariant($"{without.Value:f3} without, {with.Value:f3} with.") };
    }

    private static Finding Frozen(ClaimContext context, double sigma, CancellationToken cancellation) =>
        context.Once($"mem-hnn frozen {sigma}", () =>
    {
        const int draws = 64;
        var model = Model(context);
        var machine = new ClockedMachine(Experiments.Hysteretic(100, sigma: 0), new DifferentialPairMapping());
        var exact = machine.Load(model, cancellation).Read;
        var shares = new List<double>();
        for (int draw = 0; draw < draws; draw++)
        {
            var key = context.Key("mem-hnn frozen").Fold(draw);
            var stream = key.Stream();
            var weights = (double[])exact.Weights.Clone();
            for (int k = 0; k < weights.Length; k++)
                if (k % (model.Size + 1) != 0) weights[k] += sigma * stream.NextGaussian();
            shares.Add(machine.Load(model, exact with { Weights = weights }).Run(64, key, 0, cancellation).FinalSuccesses(Optimum) / 64.0);
        }
        return Finding.Mean(shares);
    });
}
