using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Files;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Sampling;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Repairs damaged pictures by a trained Boltzmann machine.</summary>
internal sealed class BoltzmannRecallVerb : Verb
{
    private const int MostDrawn = 10;

    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly CueOptions _cues = new();

    private readonly Argument<string> _machine = new("DIR") { Description = "Folder that 'boltzmann train --out' wrote." };

    private readonly Option<int> _sweeps = new("--sweeps")
    {
        Description = "Gibbs sweeps from each cue. Where --occlude says which pixels are lost the others are held, and more sweeps are "
            + "better; where any pixel may be wrong a long walk forgets the cue.",
        HelpName = "N",
        DefaultValueFactory = _ => 10,
    };

    /// <inheritdoc/>
    public override string Name => "boltzmann recall";

    /// <inheritdoc/>
    public override string Summary =>
        "Repairs damaged pictures by Gibbs sampling from a trained Boltzmann machine; covered pixels are filled in.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield boltzmann recall letters --noise 0.15 --out repaired",
        "hopfield boltzmann recall digits --patterns mnist --noise 0 --occlude 0,14,28,14 --sweeps 50 --out completed",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_machine);
        _patterns.AddTo(command);
        _cues.AddTo(command);
        foreach (var option in (Option[])[_sweeps, _common.Seed, _common.Json, _common.Out, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        var stored = BoltzmannFolder.Read(parsed.GetRequiredValue(_machine));
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        int sweeps = Check.AtLeast(parsed.GetValue(_sweeps), 1, "--sweeps");
        bool isQuiet = parsed.GetValue(_common.Quiet);
        ulong seed = parsed.GetValue(_common.Seed);
        var patterns = _patterns.Read(parsed, seed);
        if (patterns.Width != stored.Width || patterns.Height != stored.Height)
            throw new ArgumentException($"--patterns: the pictures are {patterns.Width} × {patterns.Height}, but the machine learned "
                + $"{stored.Width} × {stored.Height}; expected pictures of that size");
        var damage = _cues.Read(parsed);
        bool[]? held = damage.Visible(patterns);
        var key = RandomKey.FromSeed(seed).Fold("boltzmann recall");
        var answers = Progress.Run("recall", patterns.Count, isQuiet, finished =>
        {
            var done = new List<Answer>();
            for (int k = 0; k < patterns.Count && !cancellation.IsCancellationRequested; k++)
            {
                sbyte[] cue = damage.Of(patterns, k, key.Fold("noise").Fold(k));
                done.Add(new(patterns, k, cue, PatternCompletion.Complete(stored.Machine, cue, held, sweeps, key.Fold("chain").Fold(k))));
                finished();
            }
            return done;
        });
        if (answers.Count == 0) return ExitCode.Cancelled;
        json?.Write(RecordJson.Of(new
        {
            Seed = seed,
            Sweeps = sweeps,
            Held = held?.Count(isHeld => isHeld) ?? 0,
            Exact = answers.Count(answer => answer.Overlap == 1),
            Runs = answers.Select(answer => new { Target = answer.Name, answer.CueOverlap, answer.Overlap, answer.Means }).ToArray(),
            Version = ProgramVersion.Text,
        }));
        var table = new ResultTable("pictures", "exact", "own is nearest", "overlap of cues", "overlap of answers").Add($"{answers.Count}",
            $"{answers.Count(answer => answer.Overlap == 1)}/{answers.Count}",
            $"{Enumerable.Range(0, answers.Count).Count(k => answers[k].IsNearest)}/{answers.Count}",
            answers.Average(answer => answer.CueOverlap).ToString("f3"), answers.Average(answer => answer.Overlap).ToString("f3"));
        if (folder is not null) Figures.Write(folder, $"Recall of {answers.Count} pictures by a Boltzmann machine", [Drawn(answers)],
            table);
        if (!isQuiet) table.Print();
        return answers.Count < patterns.Count ? ExitCode.Cancelled : ExitCode.Done;
    }

    private static ReportFigure Drawn(List<Answer> answers)
    {
        Answer[] shown = [.. answers.Take(MostDrawn)];
        var set = shown[0].Patterns;
        return TrainingFigures.Pictures("recall", "Pictures repaired by the machine", set.Width, set.Height,
        [
            .. shown.Select(answer => (answer.Name, Spins.ToActivations(answer.Stored))),
            .. shown.Select(answer => ($"cue: {Spins.HammingDistance(answer.Cue, answer.Stored)} wrong", Spins.ToActivations(answer.Cue))),
            .. shown.Select(answer => ($"m = {answer.Overlap:f3}", answer.Means)),
        ], "From top to bottom: the picture, the cue, the mean of what the chains made of it (gray where they disagree)."
            + (answers.Count > shown.Length ? $" The first {shown.Length} of {answers.Count}." : ""), shown.Length);
    }

    private sealed record Answer(PatternSet Patterns, int Target, sbyte[] Cue, double[] Means)
    {
        public sbyte[] Stored => Patterns.Patterns[Target];

        public string Name => Patterns.Names[Target];

        private sbyte[] Signs { get; } = [.. Means.Select(mean => mean >= 0 ? (sbyte)1 : (sbyte)-1)];

        public double Overlap => Spins.Overlap(Signs, Stored);

        public double CueOverlap => Spins.Overlap(Cue, Stored);

        public bool IsNearest => Hopfield.Recall.NearestPattern.Of([Signs], Patterns.Patterns)[0] == Target;
    }
}
