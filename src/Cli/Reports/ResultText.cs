using Cli.Output;
using Solvers.Problems;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The result of a problem in a few sentences.</summary>
internal static class ResultText
{
    /// <summary>Best and mean of each machine, how often the best known score was reached, and where that comes from.</summary>
    internal static string Of(SolveRecord outcome)
    {
        var text = new List<string> { Machine(MachineWords.Title(outcome), outcome.Main) };
        if (outcome.DigitalRuns is { } digital) text.Add(Machine("The digital engine", digital));
        string result = string.Join(". ", text) + ".";
        if (outcome.Main.Problem.BestKnown is { } best)
            result += $" {(best.Proven ? "Optimum" : "Best known")}: {Quantity.Score(best.Score)} ({best.Source}).";
        if (outcome.Main.Best?.Solution.Violation is { } violation)
            result += $" No run was feasible; of the run of lowest energy: {violation}.";
        if (outcome.Main.Best?.Solution is { Feasible: true, Note: { } note }) result += $" The best answer: {note}.";
        return outcome.Cancelled ? result + " Cancelled before everything was done." : result;
    }

    private static string Machine(string name, ExperimentRuns result)
    {
        var problem = result.Problem;
        if (result.BestScore is not { } score) return $"{name}: no feasible answer in {result.Runs.Count} runs";
        string reached = problem.BestKnown is { } best
            ? $"; {(best.Proven ? "optimum" : "best known")} reached in "
                + $"{result.Scores.Count(other => !problem.Sense.IsBetter(best.Score, other))} of {result.Runs.Count} runs"
            : $" in {result.Runs.Count} runs";
        return $"{name}: best {problem.ScoreName} {Quantity.Score(score)}, mean {Quantity.Score(result.MeanScore)}{reached}";
    }
}
