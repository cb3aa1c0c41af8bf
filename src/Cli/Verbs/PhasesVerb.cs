using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Numerics;
using Hopfield.RandomFeatures;
using Plots;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Shows the phases of a network that learns mixtures of hidden features.</summary>
internal sealed class PhasesVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly RuleOptions _rules = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule.",
        HelpName = string.Join('|', RuleOptions.Names),
        DefaultValueFactory = _ => "hebb",
    };

    private readonly Option<int> _size = new("--size") { Description = "Pixels N.", HelpName = "N", DefaultValueFactory = _ => 200 };
    private readonly Option<int> _features = new("--features")
    {
        Description = "Hidden features D.",
        HelpName = "D",
        DefaultValueFactory = _ => 40
    };
    private readonly Option<int> _active = new("--active")
    {
        Description = "Features per pattern L, odd.",
        HelpName = "L",
        DefaultValueFactory = _ => 3
    };

    private readonly Option<bool> _unsigned = new("--unsigned")
    {
        Description = "Coefficients 0 and 1, as the article has them, instead of the paper's ±1.",
    };

    private readonly Option<bool> _relaxed = new("--relaxed")
    {
        Description = "Run to fixed points instead of one synchronous step.",
    };

    private readonly Option<bool> _diagonal = new("--keep-diagonal") { Description = "Keep the rule's diagonal W_ii." };

    private readonly Option<double[]> _loads = new("--loads")
    {
        Description = "Loads α = p/N.",
        HelpName = "A...",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 8],
    };

    private readonly Option<int> _probes = new("--probes")
    {
        Description = "Starts of each kind.",
        HelpName = "N",
        DefaultValueFactory = _ => 60
    };

    /// <inheritdoc/>
    public override string Name => "phases";

    /// <inheritdoc/>
    public override string Summary =>
        "Storage, learning, generalisation: how well a network keeps trained mixtures, hidden features, unseen mixtures and random states.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield phases --unsigned --out phases",
        "hopfield phases --rule pseudoinverse --keep-diagonal --loads 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1",
        "hopfield phases --size 2000 --features 20 --relaxed --loads 0.005 0.02 0.1 0.3 0.5",
        "hopfield phases --size 8000 --features 40 --active 5 --relaxed --loads 0.1 0.3 0.56",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Options.Add(_rule);
        _rules.AddTo(command);
        foreach (var option in (Option[])[_size, _features, _active, _unsigned, _relaxed, _diagonal, _loads, _probes, _common.Seed,
            _common.Json,
            _common.Out, _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        ulong seed = parsed.GetValue(_common.Seed);
        var key = RandomKey.FromSeed(seed).Fold("phases");
        var rule = _rules.Find(parsed, parsed.GetValue(_rule)!);
        int probes = Check.AtLeast(parsed.GetValue(_probes), 1, "--probes");
        var world = new MixtureWorld(parsed.GetValue(_size), parsed.GetValue(_features), parsed.GetValue(_active),
            !parsed.GetValue(_unsigned), key);
        double[] loads = [.. parsed.GetValue(_loads)!.Select(load => Check.Positive(load, "--loads")).Distinct().Order()];
        bool isQuiet = parsed.GetValue(_common.Quiet);
        var points = Progress.Run("phases", loads.Length, isQuiet, finished =>
        {
            var done = new List<(double Load, Magnetisations M)>();
            foreach (double load in loads)
            {
                try
                {
                    done.Add((load, Magnetisations.Of(world, rule, load, parsed.GetValue(_diagonal), parsed.GetValue(_relaxed), probes, key,
                        cancellation)));
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    break; // the finished loads are kept
                }
                finished();
            }
            return done;
        });
        if (points.Count == 0) return ExitCode.Cancelled;

        var table = new ResultTable("load", "patterns", "training", "features", "test", "random control");
        foreach (var (load, m) in points)
            table.Add($"{load:g4}", $"{load * world.Size:f0}", $"{m.Training:f3}", $"{m.Feature:f3}", $"{m.Test:f3}", $"{m.Random:f3}");
        json?.Write(RecordJson.Of(new
        {
            Seed = seed,
            Rule = rule.Name,
            world.Size,
            Features = world.Features.Count,
            world.Active,
            world.IsSigned,
            Points = points.Select(point => new { point.Load, point.M.Training, point.M.Feature, point.M.Test, point.M.Random }).ToArray(),
            Version = ProgramVersion.Text,
        }));
        if (folder is not null) Figures.Write(folder, $"Phases of {rule.Name}", [Figure(points)], table);
        if (!isQuiet) table.Print();
        return points.Count < loads.Length ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ReportFigure Figure(List<(double Load, Magnetisations M)> points)
    {
        double[] x = [.. points.Select(point => point.Load)];
        return new("phases", new LineFigure
        {
            Title = "What the network keeps",
            X = new("load α = p/N", "", IsLogarithmic: true),
            Y = new("magnetisation m"),
            Series =
            [
                new("training", x, [.. points.Select(point => point.M.Training)]),
                new("features", x, [.. points.Select(point => point.M.Feature)]),
                new("test", x, [.. points.Select(point => point.M.Test)]),
                new("random control", x, [.. points.Select(point => point.M.Random)]),
            ],
        }, "Mean overlap of a state with what the dynamics makes of it. The random control tells generalisation from keeping everything.");
    }
}
