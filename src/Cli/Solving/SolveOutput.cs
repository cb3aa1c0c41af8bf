using Cli.Devices;
using Cli.Noise;
using Cli.Output;

namespace Cli.Solving;

/// <summary>What a solving verb writes to stdout.</summary>
internal static class SolveOutput
{
    /// <summary>The summary of all problems, then the cross-check of each, then what was missed, then where the report is.</summary>
    internal static void Print(IReadOnlyList<SolveOutcome> outcomes, string? folder)
    {
        SolveTables.Summary(outcomes).Print();
        foreach (var outcome in outcomes)
        {
            CellSummary.Of(outcome)?.Print();
            if (NoiseTable.Of(outcome) is { } noise) NoiseTable.Print(noise);
            if (outcome.Check is { } check)
            {
                Console.Out.WriteLine(outcomes.Count == 1 ? "" : $"\ncross-check of {outcome.Job.Name}");
                SolveTables.Engines(check).Print();
                foreach (string finding in check.Findings) Console.Out.WriteLine($"cross-check: {finding}");
            }
            if (BestSeenSummary.Of(outcome.Main) is { } seen)
            {
                Console.Out.WriteLine($"\nbest seen on the way: {Quantity.Score(seen.BestScore)}; lowest energy {Quantity.Score(seen.BestEnergy)}");
                if (seen.FinalState is { } final && seen.BestSeen is { } best)
                    Console.Out.WriteLine($"best known score in the final state: {final.Text}; seen on the way: {best.Text}");
                if (SuccessShare.HardwareTime(outcome.Main, run => run.Solution, outcome.Settings.Seed) is { } time)
                    Console.Out.WriteLine($"TTS99 on the simulated hardware, final state: {Quantity.Text(time.Seconds, "s")} ({Quantity.Text(time.Range.Low, "s")} to {Quantity.Text(time.Range.High, "s")})");
            }
            if (outcome.Main.Best?.Solution is { Feasible: false, Violation: { } violation })
                Console.Out.WriteLine($"no feasible answer; the run of lowest energy: {violation}");
            if (outcome.Main.Best?.Solution is { Feasible: true, Note: { } note }) Console.Out.WriteLine($"best answer: {note}");
            if (!outcome.TargetReached) Console.Out.WriteLine($"target {Quantity.Score(outcome.Job.Target)} not reached");
            if (outcome.Cancelled) Console.Out.WriteLine($"cancelled: {outcome.Main.Runs.Count} of {outcome.Settings.Runs} runs are finished");
        }
        if (folder is not null) Console.Out.WriteLine($"report: {Path.Combine(folder, "index.html")}");
    }
}
