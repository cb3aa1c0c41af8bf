using Crossbar.Costs;
using Crossbar.Machines.Clocked;
using Hopfield.Numerics;

namespace Reproduction.Energy;

/// <summary>The energy figures of the mem-HNN paper from their own parts, and the comparison with a dedicated digital engine that the paper
/// does not make. The four orders of magnitude of its Table 1 are against a processor and a graphics card, that is, against systems that
/// fetch instructions and weights from large memories for every operation; against a digital circuit built for this one task they shrink to
/// a factor of 1 to 10, and vanish where the circuit keeps its fields and changes them by flips.</summary>
public sealed class CaiEnergy : IClaimFamily
{
    private const string Source = "Cai et al. 2020, Nature Electronics 3:409, Table 1";
    private const string Protocol =
        "N = 60, 50 cycles of 6 clocks of 2 ns (ten columns per clock), success .361, whole runs; preset cai-2020-table1";

    public string Name => "cai-energy";
    public string Summary => "Energy to solution of the mem-HNN from its parts, beside dedicated digital engines.";

    public IReadOnlyList<Claim> Claims =>
    [
        New("run-time", "Time of one run.", "600 ns", Interval.Around(600e-9, 1e-12), "s", () => Ledger().Seconds),
        New("repetitions", "Runs for 99 % success.", "11", Interval.Around(11, 0), "", () => Solution().Runs),
        New("time-to-solution", "Time to solution, runs one after the other.", "6.6 µs", Interval.Around(6.6e-6, 0.05e-6), "s",
            () => Solution().Seconds),
        New("energy-to-solution", "Energy to solution.", "72 nJ", Interval.Around(72e-9, 0.5e-9), "J", () => Solution().Joules),
        New("solutions-per-joule", "Solutions per second and watt.", "1.38e7", Interval.Around(1.38e7, 0.02e7), "1/J",
            () => Solution().SolutionsPerJoule),
        New("per-update", "Energy of one neuron update.", "2.18 pJ (from the table's figures)", Interval.Around(2.18e-12, 0.005e-12), "J",
            () => Ledger().Joules / 3000),
        New("parallel-power", "Power of eleven machines that run side by side.", "120.1 mW", Interval.Around(120.1e-3, 0.3e-3), "W",
            () => 11 * Ledger().Watts),
        New("d-wave", "Energy to solution of the D-Wave 2000Q row, 104 s at 25 kW.", "250 MJ", Interval.Around(250e6, 5e6), "J",
            () => Time("dwave-2000q", 104)) with
        {
            Expected = Interval.Around(2.6e6, 1e4),
            Why = "104 s times 25 kW is 2.6 MJ; the printed figure is a hundred times too large.",
        },
        New("cpu", "Energy to solution of the processor row, 223.6 µs at 20 W.", "4 mJ", Interval.Around(4.47e-3, 0.5e-3), "J",
            () => Time("cpu-20w", 223.6e-6)),
        New("gpu", "Energy to solution of the graphics card row, 10 µs at 250 W.", "< 2.5 mJ", Interval.Around(2.5e-3, 1e-9), "J",
            () => Time("gpu-gtx1080ti", 10e-6)),
        New("digital-45nm", "Energy of an update of a dedicated digital engine at 45 nm.", "≈ 12 pJ (60 adds and 60 weight bits from SRAM)",
            new(10e-12, 13e-12), "J",
            () => Digital("digital-45nm")) with { Source = "arithmetic on Horowitz 2014" },
        New("digital-7nm", "Energy of an update of a dedicated digital engine at 7 nm.", "≈ 8 pJ", new(7e-12, 9e-12), "J",
            () => Digital("digital-7nm")) with { Source = "arithmetic on Jouppi et al. 2021" },
        New("digital-7nm-flipflops", "The same with the weights in flip-flops.", "≈ .4 pJ", new(.35e-12, .5e-12), "J",
            () => Digital("digital-7nm-flipflops")) with { Source = "arithmetic on Jouppi et al. 2021" },
        New("ratio", "Energy of an update of the 45-nm digital engine over that of the mem-HNN.",
            "10⁴ (against processors and graphics cards)", Interval.AtLeast(1e4), "",
            () => Digital("digital-45nm") / (Ledger().Joules / 3000)) with
        {
            Expected = new(1, 30),
            Why = "The four orders of magnitude are against systems of 20 W and 250 W; a circuit built for this task is within a factor of 30 (0.2 to 5 for 7-nm flip-flops to 45-nm SRAM).",
        },
        New("table-s1-unexplained", "What the printed total of one clock exceeds the sum of its rows by (component table, one column).",
            "0", Interval.Around(0, 0.1e-12), "J", Unexplained) with
        {
            Source = "Cai et al. 2019, arXiv:1903.11194v1, Table S1",
            Protocol = "printed total 33.02 pJ less the listed rows",
            Expected = Interval.Around(29.45e-12, 0.05e-12),
            Why = "No row explains it; the preset carries it as a flagged row of its own.",
        },
    ];

    private static Claim New(string id, string statement, string published, Interval band, string unit, Func<double> value) =>
        new($"energy.cai.{id}", statement, Source, published, Protocol, band, (_, _) => new(value())) { Unit = unit, Quick = true };

    private static CostLedger Ledger() => CostPresetFile.Find("cai-2020-table1")
        .Apply(Activity.OfClocked(60, new ClockedMachineParameters { Cycles = 50, BatchColumns = 10, ClockHertz = 500e6 }, 60, 1e6), []);

    private static ToSolution Solution() => ToSolution.Of(Ledger(), 361, 1000, wholeRuns: true);

    private static double Time(string preset, double seconds) => CostPresetFile.Find(preset).Apply(Activity.OfTime(preset, seconds), [])
        .Joules;

    private static double Digital(string name)
    {
        var preset = CostPresetFile.Find(name);
        return preset.Apply(Activity.OfDigitalRecompute(60, 1, 1, preset.UpdatesPerSecond!.Value), []).Joules;
    }

    private static double Unexplained()
    {
        var preset = CostPresetFile.Find("cai-2019-table-s1");
        return 33.02e-12 - preset.Items.Where(item => !item.IsUnexplained && item.Per != "second").Sum(item => item.UnitJoules);
    }
}
