using System.CommandLine;
using Cli.Boltzmann;
using Cli.Options;
using Cli.Output;
using Hopfield.Model;
using Studies;
using Studies.Boltzmann;

namespace Cli.Verbs;

/// <summary>Repairs damaged pictures by a trained Boltzmann machine.</summary>
internal sealed class BoltzmannRecallVerb : StudyVerb<CompletionRecord>
{
    private const int MostDrawn = 10;

    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly CueOptions _cues = new();

    private readonly Argument<string> _machine = new("DIR") { Description = "Folder that 'boltzmann train --out' wrote." };

    private readonly RecordOptions<CompletionStudy> _walk = new RecordOptions<CompletionStudy>()
        .Add(study => study.Sweeps, "N", "Gibbs sweeps from each cue. Where --occlude says which pixels are lost the others are held, and "
            + "more sweeps are better; where any pixel may be wrong a long walk forgets the cue.");

    public override string Name => "boltzmann recall";

    public override string Summary =>
        "Repairs damaged pictures by Gibbs sampling from a trained Boltzmann machine; covered pixels are filled in.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield boltzmann recall letters --noise 0.15 --out repaired",
        "hopfield boltzmann recall digits --patterns mnist --noise 0 --occlude 0,14,28,14 --sweeps 50 --out completed",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_machine);
        _patterns.AddTo(command);
        _cues.AddTo(command);
        _walk.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<CompletionRecord> Ask(ParseResult parsed) => _walk.Over(new()
    {
        Machine = TrainedMachine.In(parsed.GetRequiredValue(_machine)),
        Patterns = _patterns.Read(parsed),
        Cue = _cues.Read(parsed),
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(CompletionRecord record) => $"Recall of {record.Runs.Count} pictures by a Boltzmann machine";

    protected override void Show(CompletionRecord record, Presentation page)
    {
        var runs = record.Runs;
        page.Table(new ResultTable("pictures", "exact", "own is nearest", "overlap of cues", "overlap of answers").Add($"{runs.Count}",
            $"{record.Exact}/{runs.Count}", $"{runs.Count(run => run.IsNearest)}/{runs.Count}",
            runs.Average(run => run.CueOverlap).ToString("f3"), runs.Average(run => run.Overlap).ToString("f3"))).Figure(Drawn(record));
    }

    private static ReportFigure Drawn(CompletionRecord record)
    {
        Completion[] shown = [.. record.Runs.Take(MostDrawn)];
        return TrainingFigures.Pictures("recall", "Pictures repaired by the machine", record.Patterns.Width, record.Patterns.Height,
        [
            .. shown.Select(run => (run.Target, Spins.ToActivations(run.Stored))),
            .. shown.Select(run => ($"cue: {Spins.HammingDistance(run.Cue, run.Stored)} wrong", Spins.ToActivations(run.Cue))),
            .. shown.Select(run => ($"m = {run.Overlap:f3}", run.Means)),
        ], "From top to bottom: the picture, the cue, the mean of what the chains made of it (gray where they disagree)."
            + (record.Runs.Count > shown.Length ? $" The first {shown.Length} of {record.Runs.Count}." : ""), shown.Length);
    }
}
