using Cli.Output;
using Hopfield.Model;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Recall;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Draws recalled pictures: one column per run, from the stored pattern down to what the machines made of the cue.</summary>
internal sealed class RecallDrawing : AnswerDrawing
{
    private const int MostRuns = 10;

    public override string Name => "recall";
    public override string Summary => "stored, damaged and recalled pictures";

    internal override bool Draws(IProblem problem) => problem is RecallProblem;

    internal override string Describe(IProblem problem)
    {
        var recall = (RecallProblem)problem;
        string notes = string.Concat(recall.Weights.Notes.Select(note => $" {char.ToUpperInvariant(note[0])}{note[1..].TrimEnd('.')}."));
        return $"Recall: {recall.Patterns.Count} pictures of {recall.Patterns.Width} × {recall.Patterns.Height} pixels are stored with the "
            + $"{recall.Rule.Name} rule, and each run starts from a damaged copy of one of them. One neuron per pixel; the score is the "
            + $"overlap with the stored picture.{notes}";
    }

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome)
    {
        var digital = outcome.DigitalRuns?.Runs.ToDictionary(run => run.Number);
        SolvedRun[] runs = [.. outcome.Main.Runs.Where(run => digital?.ContainsKey(run.Number) ?? true).Take(MostRuns)];
        if (runs.Length == 0) yield break;
        RecallProblem[] problems = [.. runs.Select(run => (RecallProblem)outcome.Main.Job.Problem(run.Number))];
        var images = new List<StripImage>();
        AddRow(k => problems[k].Patterns.Names[problems[k].Target], k => Stored(problems[k]));
        AddRow(k => $"cue: {Wrong(k, problems[k].Cue)} flipped", k => problems[k].Cue);
        string maker = MachineWords.Short(outcome);
        AddRow(k => $"{maker}: {Wrong(k, runs[k].Trace.Spins)} wrong", k => runs[k].Trace.Spins);
        if (digital is not null)
        {
            sbyte[] Beside(int k) => digital[runs[k].Number].Trace.Spins;
            AddRow(k => $"digital: {Wrong(k, Beside(k))} wrong", Beside);
            AddRow(k => $"differ: {Spins.HammingDistance(runs[k].Trace.Spins, Beside(k))}",
                k => Difference(runs[k].Trace.Spins, Beside(k)));
        }
        else AddRow(_ => "difference", k => Difference(runs[k].Trace.Spins, Stored(problems[k])));
        string more = runs.Length < outcome.Main.Runs.Count ? $" The first {runs.Length} of {outcome.Main.Runs.Count} runs." : "";
        string rows = digital is null ? "the stored picture, the cue, what was recalled, the pixels that are wrong"
            : "the stored picture, the cue, what the circuit recalled, what the digital engine recalled, the pixels in which the two differ";
        var strip = new ImageStrip { Title = "Recalled pictures", Images = images, PerRow = runs.Length };
        yield return new("recall", strip, $"From top to bottom: {rows}.{more}");

        void AddRow(Func<int, string> caption, Func<int, sbyte[]> ink)
        {
            for (int k = 0; k < runs.Length; k++)
                images.Add(new(caption(k), problems[k].Patterns.Height, problems[k].Patterns.Width, Spins.ToActivations(ink(k))));
        }

        int Wrong(int k, sbyte[] spins) => Spins.HammingDistance(Stored(problems[k]), spins);
    }

    private static sbyte[] Stored(RecallProblem problem) => problem.Patterns.Patterns[problem.Target];

    private static sbyte[] Difference(sbyte[] a, sbyte[] b) => [.. a.Zip(b).Select(pair => (sbyte)(pair.First == pair.Second ? -1 : 1))];
}
