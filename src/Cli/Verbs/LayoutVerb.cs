using System.CommandLine;
using System.Globalization;
using Cli.Arrays;
using Cli.Layouts;
using Cli.Output;
using Cli.Reports;
using Hopfield.Files;
using Hopfield.Numerics;
using Plots.Pages;

namespace Cli.Verbs;

/// <summary>Plans an array: area, wires, speed, energy and what the wires cost in accuracy; and how large a tile may be.</summary>
public sealed class LayoutVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly ArrayOptions _array = new();
    private readonly LayoutOptions _study = new();

    private readonly Option<int> _rows =
        new("--rows") { Description = "Word lines of the array.", HelpName = "N", DefaultValueFactory = _ => 128 };

    private readonly Option<int> _columns =
        new("--columns") { Description = "Bit lines of the array.", HelpName = "N", DefaultValueFactory = _ => 128 };

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "A weight matrix, .csv or .npy (rows are inputs), that is cut into tiles of each of --sizes.",
        HelpName = "FILE",
    };

    private readonly Option<double> _budget = new("--budget")
    {
        Description = "Largest error that is allowed, in units of weight; the largest square tile within it is looked for.",
        HelpName = "X",
        DefaultValueFactory = _ => 0.5,
    };

    private readonly Option<string> _budgetOf = new("--budget-of")
    {
        Description = "Which error the budget is for: the rms over random weights and inputs, or the worst case.",
        HelpName = "typical|worst",
        DefaultValueFactory = _ => "typical",
    };

    private readonly Option<string> _sizes = new("--sizes")
    {
        Description = "Tile sizes of the tables and figures, in lines, separated by commas; the last one also ends the search for the largest tile.",
        HelpName = "N,N,...",
        DefaultValueFactory = _ => "8,16,32,64,128,256",
    };

    private readonly Option<bool> _assign = new("--assign")
    {
        Description = "With --weights: place heavy rows and columns of each tile near sense nodes and drivers; undone on decoding, gain reported.",
    };

    private readonly Option<bool> _compensate = new("--compensate")
    {
        Description = "With --weights: pre-distort the conductances of each tile against the IR drop; what is left is reported.",
    };

    private readonly Option<bool> _list = new("--list") { Description = "List technologies and cell types instead." };

    /// <summary>Declares which errors a budget can be for.</summary>
    public LayoutVerb() => _budgetOf.AcceptOnlyFromAmong("typical", "worst");

    /// <inheritdoc/>
    public override string Name => "layout";

    /// <inheritdoc/>
    public override string Summary =>
        "Plans an array: area, line resistance, settling time, energy per read, computing error; the largest tile within an error budget.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield layout --list",
        "hopfield layout --rows 128 --columns 64 --technology 22nm --cell 1t1r-compact --device stanford-pku",
        "hopfield layout --weights W.csv --technology 45nm --sizes 16,32,64 --budget 0.25 --assign --compensate --out layout --json layout.json",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Options.Add(_rows);
        command.Options.Add(_columns);
        _array.AddWiresTo(command);
        _study.AddTo(command);
        foreach (var option in (Option[])[_budget, _budgetOf, _sizes, _weights, _assign, _compensate, _list, _common.Seed, _common.Json,
            _common.Out, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_list))
        {
            LayoutTables.Technologies().Print();
            LayoutTables.Cells().Print();
            return ExitCode.Done;
        }
        bool assign = parsed.GetValue(_assign), compensate = parsed.GetValue(_compensate), quiet = parsed.GetValue(_common.Quiet);
        var question = new LayoutQuestion(_array.Technology(parsed, "22nm")!, _study.Read(parsed), _study.Drive(_array, parsed),
            parsed.GetValue(_rows), parsed.GetValue(_columns), Sizes(parsed))
        {
            BudgetWeightUnits = Check.Positive(parsed.GetValue(_budget), "--budget", "units of weight"),
            BudgetIsForWorst = parsed.GetValue(_budgetOf) == "worst",
            Weights = parsed.GetValue(_weights) is { } file ? MatrixFile.Read(file) : null,
            Assign = assign,
            Compensate = compensate,
            Key = RandomKey.FromSeed(parsed.GetValue(_common.Seed)).Fold("layout"),
        };
        if (question.Weights is null && (assign || compensate))
            throw new ArgumentException($"--{(assign ? "assign" : "compensate")} is for the tiles of --weights FILE, which is missing");
        question.Check();
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;

        var report = Progress.Run("array sizes", question.Pieces, quiet, tick => question.Measure(tick, cancellation));
        json?.Write(JsonText.Of(report));
        if (folder is not null) Write(folder, report);
        if (!quiet) Print(report, folder);
        return report.Cancelled ? ExitCode.Cancelled : report.Converged ? ExitCode.Done : ExitCode.NotReached;
    }

    private int[] Sizes(ParseResult parsed)
    {
        string text = parsed.GetRequiredValue(_sizes);
        var sizes = new List<int>();
        foreach (string part in text.Split(','))
            sizes.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size >= 2
                && (sizes.Count == 0 || size > sizes[^1])
                ? size : throw new ArgumentException($"--sizes '{text}': expected whole numbers from 2 upwards, growing, separated by commas"));
        return [.. sizes];
    }

    private static void Print(LayoutReport report, string? folder)
    {
        foreach (string sentence in report.Sentences()) Console.Out.WriteLine(sentence);
        LayoutTables.Sizes([report.Array, .. report.Sizes]).Print();
        foreach (var (title, tilings) in report.AllTilings())
        {
            Console.Out.WriteLine($"{title}:");
            LayoutTables.Tilings(tilings).Print();
        }
        if (folder is not null) Console.Out.WriteLine(Path.Combine(folder, "index.html"));
    }

    private static void Write(string folder, LayoutReport report)
    {
        var page = new HtmlReport("Layout of an array");
        foreach (string sentence in report.Sentences()) page.Paragraph(sentence);
        var sizes = LayoutTables.Sizes([report.Array, .. report.Sizes]);
        page.Table(sizes.Headings, sizes.Rows);
        if (report.Sizes.Count > 0) Add(page, folder, LayoutTables.Figures(report.Sizes, report.BudgetWeightUnits));
        foreach (var (title, tilings) in report.AllTilings())
        {
            var table = LayoutTables.Tilings(tilings);
            page.Section(title).Table(table.Headings, table.Rows);
        }
        if (report.Tilings is { Count: > 0 }) Add(page, folder, LayoutTables.Figures(report));
        page.Paragraph($"hopfield {AppVersion.Text}");
        File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }

    private static void Add(HtmlReport page, string folder, IReadOnlyList<ReportFigure> figures)
    {
        foreach (var figure in figures)
        {
            FigureFiles.Write(folder, figure.Name, figure.Figure, hasOwnTable: figure.HasOwnTable);
            page.Figure(figure.Figure, figure.Caption);
        }
    }
}
