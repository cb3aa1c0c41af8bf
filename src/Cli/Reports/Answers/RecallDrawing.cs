using Cli.Solving;
using Hopfield.Model;
using Plots;
using Solvers.Problems;
using Solvers.Problems.Recall;

namespace Cli.Reports.Answers;

/// <summary>Draws recalled pictures: one column per run, from the stored pattern down to what the machines made of the cue.</summary>
public sealed class RecallDrawing : AnswerDrawing
{
    private const int MostRuns = 10;

    /// <inheritdoc/>
    public override string Name => "recall";

    /// <inheritdoc/>
    public override string Summary => "stored, damaged and recalled pictures";

    internal override bool Draws(IProblem problem) => problem is RecallProblem;

    internal override string Describe(IProblem problem)
    {
        var recall = (RecallProblem)problem;
        string notes = recall.Weights.Notes.Count == 0 ? "" : $" {string.Join(" ", recall.Weights.Notes.Select(note => char.ToUpperInvariant(note[0]) + note[1..].TrimEnd('.') + "."))}";
        return $"Recall: {recall.Patterns.Count} pictures of {recall.Patterns.Width} × {recall.Patterns.Height} pixels are stored with the "
            + $"{recall.Rule.Name} rule, and each run starts from a damaged copy of one of them. One neuron per pixel; the score is the overlap with the stored picture.{notes}";
    }

    /// <summary>Every stored pattern has its own energy.</summary>
    internal override double? EnergyOf(IProblem problem, double score) => null;

    internal override IEnumerable<ReportFigure> Draw(SolveOutcome outcome)
    {
        var digital = outcome.Digital?.Runs.ToDictionary(run => run.Number);
        SolvedRun[] runs = [.. outcome.Main.Runs.Where(run => digital?.ContainsKey(run.Number) ?? true).Take(MostRuns)];
        if (runs.Length == 0) yield break;
        RecallProblem[] problems = [.. runs.Select(run => (RecallProblem)outcome.Job.Problem(run.Number))];
        var images = new List<StripImage>();
        AddRow(problem => problem.Patterns.Names[problem.Target], (problem, _) => Ink(problem.Patterns.Patterns[problem.Target]));
        AddRow(problem => $"cue: {Wrong(problem, problem.Cue)} flipped", (problem, _) => Ink(problem.Cue));
        string maker = outcome.Settings.Machine == "digital" ? "digital" : "circuit";
        AddAnswers(maker, run => run.Trace.Spins);
        if (digital is not null)
        {
            AddAnswers("digital", run => digital[run.Number].Trace.Spins);
            AddRow(null, (_, run) => Difference(run.Trace.Spins, digital[run.Number].Trace.Spins),
                run => $"differ: {Spins.HammingDistance(run.Trace.Spins, digital[run.Number].Trace.Spins)}");
        }
        string more = runs.Length < outcome.Main.Runs.Count ? $" The first {runs.Length} of {outcome.Main.Runs.Count} runs." : "";
        string rows = digital is null ? "the stored picture, the cue, what was recalled"
            : "the stored picture, the cue, what the circuit recalled, what the digital engine recalled, the pixels in which the two differ";
        yield return new("recall", new ImageStrip { Title = "Recalled pictures", Images = images, PerRow = runs.Length }, $"From top to bottom: {rows}.{more}");

        void AddRow(Func<RecallProblem, string>? caption, Func<RecallProblem, SolvedRun, IReadOnlyList<double>> pixels, Func<SolvedRun, string>? runCaption = null)
        {
            for (int k = 0; k < runs.Length; k++)
                images.Add(new(caption?.Invoke(problems[k]) ?? runCaption!(runs[k]), problems[k].Patterns.Height, problems[k].Patterns.Width, pixels(problems[k], runs[k])));
        }

        void AddAnswers(string name, Func<SolvedRun, sbyte[]> spins)
        {
            for (int k = 0; k < runs.Length; k++)
                images.Add(new($"{name}: {Wrong(problems[k], spins(runs[k]))} wrong", problems[k].Patterns.Height, problems[k].Patterns.Width, Ink(spins(runs[k]))));
        }
    }

    private static int Wrong(RecallProblem problem, sbyte[] spins) => Spins.HammingDistance(problem.Patterns.Patterns[problem.Target], spins);

    private static double[] Ink(sbyte[] spins) => Spins.ToActivations(spins);

    private static double[] Difference(sbyte[] a, sbyte[] b) => [.. a.Zip(b).Select(pair => pair.First == pair.Second ? -1.0 : 1.0)];
}
