using System.CommandLine;
using Cli.Energy;
using Cli.Output;
using Cli.Solving;
using Crossbar.Costs;
using Plots.Export;
using Plots.Pages;
using Solvers.Problems;

namespace Cli.Verbs;

/// <summary>Compares the energy of an analogue machine with digital ones at equal solution quality.</summary>
public sealed class EnergyVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _file = new("FILE") { Description = "An instance of any format that is read here." };

    private readonly Option<string[]> _presets = new("--preset")
    {
        Description = "Unit costs of the analogue machine: names ('--list'), or .json files of your own; the first is what the comparison is about.",
        HelpName = "NAME|FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _opponents = new("--opponents")
    {
        Description = "Unit costs of the digital machines beside it.",
        HelpName = "NAME|FILE",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["digital-45nm", "digital-28nm", "digital-7nm", "digital-7nm-flipflops", "cpu-operations-45nm",
            "fpga-sbm", "cpu-20w", "gpu-gtx1080ti"],
    };

    private readonly Option<string> _success = new("--success")
    {
        Description = "Which state of a run counts: 'final', or 'best-seen' on the way.",
        HelpName = "final|best-seen",
        DefaultValueFactory = _ => "final",
    };

    private readonly Option<double?> _target =
        new("--target") { Description = "Score that counts as solved; default: the best known one.", HelpName = "SCORE" };

    private readonly Option<double> _programming = new("--runs-per-programming")
    {
        Description = "Runs that share one programming of the array.",
        HelpName = "N",
        DefaultValueFactory = _ => 1e6,
    };

    private readonly Option<double> _bias = new("--bias-amperes")
    {
        Description = "Bias current of an amplifier output of the continuous machine, in amperes.",
        HelpName = "I",
        DefaultValueFactory = _ => new AmplifierModel().QuiescentAmperes,
    };

    private readonly Option<string?> _explain = new("--explain") { Description = "Print the formula of the rows whose component contains this, with the numbers in it.", HelpName = "ROW" };

    private readonly Option<string?> _csv =
        new("--csv") { Description = "Write every row of every ledger to this file.", HelpName = "FILE" };

    private readonly Option<bool> _list = new("--list") { Description = "List the built-in presets and their sources instead." };

    /// <inheritdoc/>
    public override string Name => "energy";

    /// <inheritdoc/>
    public override string Summary =>
        "Itemised energy, time and area of an analogue machine to 99 % success, beside digital machines that do the same.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield energy g05_60.0 --runs 1000 --cycles 50 --batch 10",
        "hopfield energy g05_60.0 --preset components-32nm cai-2020-table1 --explain comparator --out out/energy",
        "hopfield energy graph.rud --machine continuous --opponents digital-7nm cpu-20w",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _file.Arity = ArgumentArity.ZeroOrOne;
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_presets, _opponents, _success, _target, _programming, _bias, _explain, _csv, _list])
            command.Options.Add(option);
        _common.AddAllTo(command);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_list)) return List();
        string path = parsed.GetValue(_file) ?? throw new ArgumentException("FILE is missing; expected an instance, or --list");
        if (parsed.GetResult(_common.Machine) is { Implicit: false } && parsed.GetValue(_common.Machine) is not ("clocked" or "continuous"))
            throw new ArgumentException($"--machine {parsed.GetValue(_common.Machine)}: digital machines are opponents here; expected clocked or continuous");
        // The default of the other verbs is a transient; energy is first of all a question about the clocked machine.
        var settings = _common.Read(parsed, machine: "clocked");
        if (settings.Cells is not null)
            throw new ArgumentException("--device: the audit solves cells of fixed conductance; the verb that solves the problem (maxcut, solve …) "
                + "reports the joules delivered to memristors");
        if (settings.Machine != "clocked" && parsed.GetValue(_success) == "best-seen")
            throw new ArgumentException($"--success best-seen: the {settings.Machine} machine keeps no state but its last; expected final");
        if (parsed.GetResult(_common.Runs) is null or { Implicit: true })
            settings = settings with { Runs = settings.Machine == "clocked" ? 640 : 20 };
        string[] names = parsed.GetValue(_presets) is { Length: > 0 } given ? given : settings.Machine == "clocked"
            ? ["components-32nm", "components-isaac-adc", "cai-2020-table1", "fahimi-2021"] : ["continuous-ab"];
        string? folder = settings.Out is { } wanted ? OutputFile.Folder(wanted) : null;
        using var json = settings.Json is { } jsonPath ? new OutputFile(jsonPath) : null;
        using var csv = parsed.GetValue(_csv) is { } csvPath ? new OutputFile(csvPath) : null;
        var question = new EnergyQuestion
        {
            Job = SolveJob.Of(ProblemFile.Recognise(path).Reader.Read(path)) with { Target = parsed.GetValue(_target) },
            Settings = settings,
            Presets = [.. names.Select(CostPresetFile.Find)],
            Opponents = [.. (parsed.GetValue(_opponents) ?? []).Select(CostPresetFile.Find)],
            Success = parsed.GetValue(_success) switch
            {
                "final" => SuccessState.Final,
                "best-seen" => SuccessState.BestSeen,
                var other => throw new ArgumentException($"--success {other}: expected final or best-seen"),
            },
            RunsPerProgramming = Hopfield.Numerics.Check.Positive(parsed.GetValue(_programming), "--runs-per-programming"),
            Amplifiers = new() { QuiescentAmperes = parsed.GetValue(_bias) },
        };
        var report = new EnergyStudy(question, cancellation).Run();
        var engines = question.Opponents.Where(preset => preset.Machine == "digital" && preset.UpdatesPerSecond is not null
            && preset.Items.Any(item => item.Per == "coupling-add")).ToList();
        report = report with
        {
            Sensitivity = Sensitivity.Of(report, question.Presets[0], question.RunsPerProgramming),
            BreakEven = BreakEven.Of(report, question.Presets[0], engines, question.RunsPerProgramming),
        };
        json?.Write(JsonText.Of(report));
        csv?.Write(EnergyOutput.Csv(report));
        if (folder is not null) Write(folder, report, engines, settings.FigureFormats);
        if (!settings.IsQuiet) Print(report, engines, parsed.GetValue(_explain), folder);
        return report.Cancelled ? ExitCode.Cancelled : report.Successes == 0 ? ExitCode.NotReached : ExitCode.Done;
    }

    private static void Print(EnergyReport report, List<CostPreset> engines, string? explain, string? folder)
    {
        foreach (string line in EnergyOutput.Headline(report)) Console.Out.WriteLine(line);
        Console.Out.WriteLine();
        EnergyOutput.Machines(report).Print();
        Console.Out.WriteLine($"\n{report.Leading.Preset}, item by item");
        EnergyOutput.Items(report.Leading).Print();
        foreach (string note in report.Notes) Console.Out.WriteLine(note);
        Console.Out.WriteLine(report.ProcessorMeter);
        if (report.Sensitivity.Count > 0)
        {
            Console.Out.WriteLine();
            EnergyOutput.SensitivityTable(report).Print();
        }
        for (int k = 0; k < engines.Count && report.BreakEven.Count > 0; k++)
            Console.Out.WriteLine($"{(k == 0 ? "\n" : "")}less energy per update than {engines[k].Name}: as run {BreakEven.Verdict(report.BreakEven, point => point.AnalogueJoules, k)}, "
                + $"with unread columns off {BreakEven.Verdict(report.BreakEven, point => point.SwitchedJoules, k)}");
        if (explain is not null)
        {
            var found = report.Rows.SelectMany(row =>
                row.Items.Where(item => item.Component.Contains(explain, StringComparison.OrdinalIgnoreCase)).Select(item => (row, item)))
                .ToList();
            if (found.Count == 0) throw new ArgumentException($"--explain {explain}: no row is called so; expected part of one of {string.Join(", ", report.Rows.SelectMany(row => row.Items).Select(item => item.Component).Distinct())}");
            Console.Out.WriteLine();
            foreach (var (row, item) in found)
            {
                Console.Out.WriteLine($"{row.Preset}: {item.Formula}");
                Console.Out.WriteLine($"  one {item.Per}: {Activity.Meanings[item.Per]}. Source: {item.Source}.{(item.Note.Length > 0 ? $" {item.Note}." : "")}");
            }
        }
        if (folder is not null) Console.Out.WriteLine($"report: {Path.Combine(folder, "index.html")}");
    }

    private static void Write(string folder, EnergyReport report, List<CostPreset> engines, IReadOnlyList<FigureFormat> formats)
    {
        var page = new HtmlReport($"Energy of {report.Problem}");
        foreach (string line in EnergyOutput.Headline(report)) page.Paragraph(line);
        void Table(string title, ResultTable table) => page.Subsection(title).Table(table.Headings, table.Rows);
        Table("Machines", EnergyOutput.Machines(report));
        foreach (var row in report.Rows) Table($"{row.Preset}: {row.Priced}", EnergyOutput.Items(row));
        if (report.Sensitivity.Count > 0) Table("Sensitivity", EnergyOutput.SensitivityTable(report));
        if (report.BreakEven.Count > 0) Table("Break-even", EnergyOutput.BreakEvenTable(report, engines));
        page.List([.. report.Notes, report.ProcessorMeter]);
        foreach (var (name, figure) in EnergyOutput.Figures(report, engines))
        {
            FigureFiles.Write(folder, name, figure, formats);
            page.Figure(figure, "");
        }
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
        File.WriteAllText(Path.Combine(folder, "ledger.csv"), EnergyOutput.Csv(report));
    }

    private static int List()
    {
        foreach (var preset in CostPresetFile.Presets())
        {
            Console.Out.WriteLine($"{preset.Name} ({preset.Machine}): {preset.Summary}");
            foreach (var item in preset.Items)
                Console.Out.WriteLine($"  {item.Component}: {Quantity.Text(item.UnitJoules, item.Watts is null ? "J" : "W")} {(item.Watts is null ? $"per {item.Per}" : "all the time")}, {item.Node}. {item.Source}");
        }
        return ExitCode.Done;
    }
}
