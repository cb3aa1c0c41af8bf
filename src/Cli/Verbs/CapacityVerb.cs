using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Recalling;
using Cli.Reports;
using Hopfield.Numerics;
using Plots;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Measures how many patterns each learning rule recalls.</summary>
internal sealed class CapacityVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();
    private readonly DynamicsOptions _dynamics = new();

    private readonly Option<string[]> _rule = new("--rule")
    {
        Description = "Learning rules to compare.",
        HelpName = string.Join('|', RuleOptions.Names),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["hebb", "storkey", "pseudoinverse"],
    };

    private readonly Option<int> _size = new("--size")
    {
        Description = "Pixels of the random patterns, where no --patterns are given.",
        HelpName = "N",
        DefaultValueFactory = _ => 200,
    };

    private readonly Option<int[]> _counts = new("--counts")
    {
        Description = "Numbers of stored patterns; default: ten loads from 0.05 to 0.95 of the pixels, or of the pictures there are.",
        HelpName = "P...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<double> _noise = new("--noise")
    {
        Description = "Fraction of pixels flipped in each cue.",
        HelpName = "F",
        DefaultValueFactory = _ => 0.1
    };

    private readonly Option<double> _overlap = new("--overlap")
    {
        Description = "Overlap from which a pattern counts as recalled; 1 asks for every pixel.",
        HelpName = "M",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int> _draws = new("--draws")
    {
        Description = "Independent sets of patterns.",
        HelpName = "N",
        DefaultValueFactory = _ => 10
    };

    /// <inheritdoc/>
    public override string Name => "capacity";

    /// <inheritdoc/>
    public override string Summary =>
        "Fraction of stored patterns recalled against their number, with 95 % intervals, all rules in one figure.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield capacity --size 200 --out capacity",
        "hopfield capacity --patterns mnist-train --count 2000 --counts 50 100 150 200 250 300 --rule hebb pseudoinverse --overlap 0.95 --keep-diagonal",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        foreach (var option in (Option[])[_size, _counts, _noise, _overlap, _draws]) command.Options.Add(option);
        _dynamics.AddTo(command);
        foreach (var option in (Option[])[_common.Seed, _common.Json, _common.Out, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        ulong seed = parsed.GetValue(_common.Seed);
        bool isQuiet = parsed.GetValue(_common.Quiet);
        var curve = new CapacityCurve
        {
            Rules = [.. parsed.GetValue(_rule)!.Select(name => _rules.Find(parsed, name))],
            Pool = _patterns.IsGiven(parsed) ? _patterns.Read(parsed, seed).Patterns : null,
            Size = parsed.GetValue(_size),
            Noise = parsed.GetValue(_noise),
            LeastOverlap = parsed.GetValue(_overlap),
            Draws = parsed.GetValue(_draws),
            Ties = _dynamics.Read(parsed).Ties,
            KeepsDiagonal = _dynamics.Read(parsed).KeepDiagonal,
        };
        int[] counts = parsed.GetValue(_counts) is { Length: > 0 } given ? given : curve.DefaultCounts();
        var points = Progress.Run("capacity", counts.Length * curve.Rules.Count, isQuiet,
            finished => curve.Measure(counts, RandomKey.FromSeed(seed).Fold("capacity"), finished, cancellation));
        if (points.Count == 0) return ExitCode.Cancelled;

        json?.Write(RecordJson.Of(new
        {
            Seed = seed,
            curve.Noise,
            curve.LeastOverlap,
            curve.KeepsDiagonal,
            curve.Draws,
            Points = points,
            Version = ProgramVersion.Text
        }));
        var table = Table(curve, points);
        if (folder is not null) Figures.Write(folder, "Capacity", [Figure(curve, points)], table);
        if (!isQuiet) table.Print();
        return cancellation.IsCancellationRequested ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ResultTable Table(CapacityCurve curve, IReadOnlyList<CapacityPoint> points)
    {
        var table = new ResultTable([.. curve.Rules.Select(rule => rule.Name).Prepend("patterns")]);
        foreach (var row in points.GroupBy(point => point.Count))
            table.Add([.. curve.Rules.Select(rule => row.FirstOrDefault(point => point.Rule == rule.Name) is { } point
                ? $"{100 * point.Recalled:f1} % [{100 * point.Low:f1}, {100 * point.High:f1}]" : "-").Prepend($"{row.Key}")]);
        return table;
    }

    private static ReportFigure Figure(CapacityCurve curve, IReadOnlyList<CapacityPoint> points) => new("capacity", new LineFigure
    {
        Title = "Share of stored patterns recalled",
        X = new("stored patterns p"),
        Y = new("share recalled"),
        Series = [.. curve.Rules.SelectMany((rule, colour) =>
        {
            CapacityPoint[] own = [.. points.Where(point => point.Rule == rule.Name)];
            double[] x = [.. own.Select(point => (double)point.Count)];
            return (LineSeries[])
            [
                new(rule.Name, x, [.. own.Select(point => point.Recalled)]) { Colour = colour },
                // Each interval is a stroke of its own: the break between two is a point that is not a number.
                new(null, [.. x.SelectMany(at => (double[])[at, at, double.NaN])],
                    [.. own.SelectMany(point => (double[])[point.Low, point.High, double.NaN])]) { Colour = colour },
            ];
        })],
    }, $"{100 * curve.Noise:g3} % of the pixels of each cue are flipped; recalled means an overlap of at least {curve.LeastOverlap:g3}. "
        + $"Strokes are 95 % intervals over {curve.Draws} draws.");
}
