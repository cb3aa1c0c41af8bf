using System.Text;
using Cli.Output;
using Cli.Reports;
using Crossbar.Costs;
using Studies.Energy;
using Studies.Problems;
using Studies.Records;

namespace Benchmarks;

/// <summary>Analogue and digital energy to solution on a 60-node and an 800-node graph, every row with its source.</summary>
internal static class EnergyBenchmark
{
    private static readonly string[] s_analogue = ["components-32nm", "components-isaac-adc", "components-walden-adc", "cai-2020-table1",
        "cai-2019-table-s1", "fahimi-2021"];
    private static readonly string[] s_digital = ["digital-45nm", "digital-28nm", "digital-7nm", "digital-7nm-flipflops",
        "cpu-operations-45nm", "fpga-sbm", "cpu-20w", "gpu-gtx1080ti", "dwave-2000q"];

    public static int Run(string[] args)
    {
        if (ResultsPage.Option(args, "--data") is not { } folder)
        {
            Console.Error.WriteLine("energy: --data DIR is missing; expected a folder with g05_60.0 and G1, in it or in rudy/ and gset/");
            return 2;
        }
        var page = new StringBuilder($"""
            # Analogue against digital: energy to solution

            Written by this command:

                dotnet run -c Release --project tests/Benchmarks -- energy --data DIR --out docs/results/energy.md

            Machine: {ResultsPage.Machine()}. Every run and every row can be had again with `hopfield energy FILE`, and the arithmetic of a row with
            `--explain ROW`. *Measured* rows come from the array solved with this program for states of these runs; *modelled* rows are counts of these runs
            times a published unit cost. Digital engines take the same decisions on the same instance, so they reach the same quality with the same number of
            runs; intervals are those of the success probability, unit costs have none.

            ## Where the four orders of magnitude come from

            The published comparison (Cai et al. 2020, Table 1) sets 72 nJ against 4 mJ of a processor core and 2.5 mJ of a graphics card. Those are systems of
            20 W and 250 W that fetch every instruction and weight from large memories; an update costs them 0.1 to 1 µJ. A digital circuit built for this one
            task pays 60 additions and 60 weight bits: about 11 pJ at 45 nm with an SRAM, 0.5 pJ at 7 nm with the weights in flip-flops, against 2.2 pJ of the
            published analogue machine. That is a factor of 5 in favour, and one of 5 against. If the digital circuit keeps its local fields and touches the
            weights only when a neuron flips, as every good program does, it needs less than the analogue machine at any of these nodes. What is left of the
            analogue advantage is time (one clock per batch, whatever N), and energy where unread columns are cut off by transistors and N is in the hundreds.


            """);
        One(page, Find(folder, "g05_60.0"), "50 cycles, ten columns per clock, the published experiment's size", 50, 4096, null,
            "g05_60.0");
        One(page, Find(folder, "G1"), "300 cycles, ten columns per clock; solved means 99.8 % of the best known cut", 300, 640, 11600,
            "G1");
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static string Find(string folder, string name) =>
        ((string[])[name, Path.Combine("rudy", name), Path.Combine("gset", name), Path.Combine("maxcut", "rudy", name),
            Path.Combine("maxcut", "gset", name)])
            .Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
                ?? throw new FileNotFoundException($"{folder}: {name} is not there");

    private static void One(StringBuilder page, string path, string how, int cycles, int runs, double? target, string name)
    {
        var engines = s_digital.Select(CostPresetFile.Find).ToList();
        var report = new EnergyStudy
        {
            Problem = new AnyFile { File = DataFile.Of(path) },
            Machine = new() { Name = "clocked", Parameters = new() { ["cycles"] = cycles, ["batchColumns"] = 10 } },
            Runs = runs,
            Target = target,
            Presets = [.. s_analogue.Select(CostPresetFile.Find)],
            Opponents = engines,
        }.Run();
        var dedicated = ((EnergyStudy)report.Options!).Engines;
        page.Append($"## {name}\n\n{how}; success in the final state, {runs} runs, noise annealed linearly, ideal wires.\n\n");
        foreach (string line in EnergyOutput.Headline(report)) page.Append($"- {line}\n");
        Table(page, "Machines", EnergyOutput.Machines(report));
        foreach (var row in report.Rows) Table(page, $"{row.Preset}: {row.Priced}", EnergyOutput.Items(row));
        Table(page, "What the energy to solution hangs on", EnergyOutput.SensitivityTable(report));
        Table(page, "Energy of one update against size", EnergyOutput.BreakEvenTable(report, dedicated));
        for (int k = 0; k < dedicated.Count; k++)
            page.Append($"- Less energy per update than {dedicated[k].Name}: as run {BreakEven.Verdict(report.BreakEven, point => point.AnalogueJoules, k)}, with unread columns off "
                + $"{BreakEven.Verdict(report.BreakEven, point => point.SwitchedJoules, k)}.\n");
        foreach (string note in (string[])[.. report.Notes, report.ProcessorMeter, "Wires are not scaled in the table of sizes: with 1 Ω per segment the computing error passes half a unit at some hundred lines (results/reproduction.md, array.cai5c), where tiles are needed."]) page.Append($"- {note}\n");
        page.Append('\n');
    }

    private static void Table(StringBuilder page, string title, ResultTable table)
    {
        page.Append($"\n### {title}\n\n| {string.Join(" | ", table.Headings)} |\n|{string.Concat(table.Headings.Select(_ => "---|"))}\n");
        foreach (var row in table.Rows) page.Append($"| {string.Join(" | ", row)} |\n");
        page.Append('\n');
    }
}
