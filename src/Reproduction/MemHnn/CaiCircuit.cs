using Crossbar.Arrays;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Numerics;

namespace Reproduction.MemHnn;

/// <summary>What 1 Ω of wire per cell does to the machine with two kinds of devices (Cai et al. 2020, Fig. 5b), every read from the solved
/// array. The geometry is not published; it is the one that reproduces Fig. 5c (see the claims array.cai5c): single cells without a
/// reference, word lines driven from both ends, one gain for all outputs. Differential pairs, with twice the rows, stand beside it in the
/// details.</summary>
public sealed class CaiCircuit : IClaimCurves
{
    private const string Protocol =
        "mean over g05_60.0 to .9, single cells 60 × 60, 1 Ω per segment, word lines driven from both ends, one gain; w from −3 to +1.4, "
        + "σ = 0.6, 640 starts each; success: the final state is optimal";

    private static readonly DifferentialPairMapping s_standard = new(), s_low = new() { OnSiemens = 1 / 2e3, OffSiemens = 1 / 100e3 };

    // Cycles, ideal, 10 kΩ/1 MΩ, 2 kΩ/100 kΩ.
    private static readonly (int Cycles, double Ideal, double Standard, double Low)[] s_published =
        [(10, .061, .041, .050), (50, .370, .370, .150), (100, .441, .430, .280), (300, .600, .591, .311)];

    public string Name => "cai-circuit";
    public string Summary => "Success of the clocked machine with wires and two kinds of devices.";

    public IReadOnlyList<Claim> Claims =>
    [
        New("standard.300", "Loss of success by 1 Ω wires with 10 kΩ/1 MΩ devices at 300 cycles.", ".009", Interval.AtMost(.03),
            Difference),
        New("low.300", "Success with 2 kΩ/100 kΩ devices at 300 cycles.", ".311", new(.25, .37), (c, t) => Wired(c, s_low, 300, t)),
        New("low.100", "Success with 2 kΩ/100 kΩ devices at 100 cycles.", ".280", new(.22, .34), (c, t) => Wired(c, s_low, 100, t)),
        New("low.ratio", "Success with 2 kΩ/100 kΩ devices as a part of the ideal one at 300 cycles.", ".52", new(.4, .62), Ratio),
    ];

    public IEnumerable<CurveSet> Curves(ClaimContext context, CancellationToken cancellation)
    {
        double[] cycles = [.. s_published.Select(p => (double)p.Cycles)];
        double[] Curve(Func<int, Finding> of) => [.. s_published.Select(p => of(p.Cycles).Value)];
        yield return new()
        {
            Name = "wires",
            Title = "1 Ω per segment: success against cycles",
            X = "cycles",
            IsXLogarithmic = true,
            Y = "runs that end in the optimum",
            Curves =
            [
                new("ideal, here", cycles, Curve(c => Ideal(context, c, cancellation))) { Pair = 0 },
                new("ideal, Fig. 5b", cycles, [.. s_published.Select(p => p.Ideal)]) { IsPublished = true, Pair = 0 },
                new("10 kΩ/1 MΩ, here", cycles, Curve(c => Wired(context, s_standard, c, cancellation))) { Pair = 1 },
                new("10 kΩ/1 MΩ, Fig. 5b", cycles, [.. s_published.Select(p => p.Standard)]) { IsPublished = true, Pair = 1 },
                new("2 kΩ/100 kΩ, here", cycles, Curve(c => Wired(context, s_low, c, cancellation))) { Pair = 2 },
                new("2 kΩ/100 kΩ, Fig. 5b", cycles, [.. s_published.Select(p => p.Low)]) { IsPublished = true, Pair = 2 },
            ],
        };
    }

    private static Claim New(string id, string statement, string published, Interval band,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        new($"mem-hnn.5b.{id}", statement, Experiments.Cai + ", Fig. 5b and p. 415 (read off the figure)", published, Protocol, band,
            measure)
        { NeedsFiles = Experiments.Graphs };

    private static Finding Difference(ClaimContext context, CancellationToken cancellation)
    {
        Finding ideal = Ideal(context, 300, cancellation), wired = Wired(context, s_standard, 300, cancellation);
        return new(ideal.Value - wired.Value)
        {
            Detail = FormattableString.Invariant($"Ideal {ideal.Value:f3}, wired {wired.Value:f3}; differential pairs 120 × 60 driven from one end: {Pairs(context, s_standard, cancellation):f3}."),
        };
    }

    private static Finding Ratio(ClaimContext context, CancellationToken cancellation) =>
        new(Wired(context, s_low, 300, cancellation).Value / Ideal(context, 300, cancellation).Value)
        {
            Detail = FormattableString.Invariant($"Differential pairs 120 × 60 driven from one end reach {Pairs(context, s_low, cancellation):f3}."),
        };

    private static ClockedMachineParameters Parameters(int cycles) => Experiments.Hysteretic(cycles) with
    {
        Wires = ArrayWires.Uniform(1),
        DrivenAtBothEnds = true,
        CalibratedGain = true,
    };

    private static Finding Ideal(ClaimContext context, int cycles, CancellationToken cancellation) =>
        context.Once($"mem-hnn 5b ideal {cycles}", () =>
        Experiments.TenGraphs(context, Experiments.Hysteretic(cycles), cancellation));

    private static Finding Wired(ClaimContext context, DifferentialPairMapping devices, int cycles, CancellationToken cancellation) =>
        context.Once($"mem-hnn 5b {devices.OnSiemens} {cycles}", () => Experiments.TenGraphs(context, model =>
        {
            var parameters = Parameters(cycles);
            return new ClockedMachine(parameters, devices).Load(model, ReadMatrix.OfSingleCells(model, devices, parameters, cancellation));
        }, cancellation));

    private static double Pairs(ClaimContext context, DifferentialPairMapping devices, CancellationToken cancellation) =>
        context.Once($"mem-hnn 5b pairs {devices.OnSiemens}", () => Experiments.TenGraphs(context,
            model => new ClockedMachine(Parameters(300) with { DrivenAtBothEnds = false }, devices).Load(model, cancellation),
                cancellation)).Value;
}
