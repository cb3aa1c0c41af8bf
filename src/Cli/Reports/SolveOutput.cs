using System.Globalization;
using Cli.Noise;
using Cli.Output;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>What a solving verb writes to stdout.</summary>
internal static class SolveOutput
{
    /// <summary>The summary of all problems, then the cross-check of each, then what was missed, then where the report is.</summary>
    internal static void Print(IReadOnlyList<SolveRecord> records, string? folder)
    {
        SolveTables.Summary(records).Print();
        foreach (var record in records)
        {
            if (record.Cells is { } cells) Print(cells);
            if (record.Noise is { } noise) NoiseTable.Print(noise);
            if (record.Check is { } check)
            {
                Console.Out.WriteLine(records.Count == 1 ? "" : $"\ncross-check of {record.Problem}");
                SolveTables.Engines(check).Print();
                foreach (string finding in check.Findings) Console.Out.WriteLine($"cross-check: {finding}");
            }
            if (record.BestSeen is { } seen) Print(record, seen);
            if (record.Main.Best?.Solution is { Feasible: false, Violation: { } violation })
                Console.Out.WriteLine($"no feasible answer; the run of lowest energy: {violation}");
            if (record.Main.Best?.Solution is { Feasible: true, Note: { } note }) Console.Out.WriteLine($"best answer: {note}");
            if (!record.TargetReached) Console.Out.WriteLine($"target {Quantity.Score(record.Target)} not reached");
            if (record.Cancelled) Console.Out.WriteLine($"cancelled: {record.Main.Runs.Count} of {RunsWanted(record)} runs are finished");
        }
        if (folder is not null) Console.Out.WriteLine($"report: {Path.Combine(folder, "index.html")}");
    }

    /// <summary>130 cancelled, 1 when the cross-check, feasibility or the target failed, else 0.</summary>
    internal static int Code(SolveRecord record) =>
        record.Cancelled ? ExitCode.Cancelled : record.IsGood ? ExitCode.Done : ExitCode.NotReached;

    private static int RunsWanted(SolveRecord record) => ((SolveStudy)record.Options!).Runs;

    private static void Print(SolveRecord record, BestSeenSummary seen)
    {
        Console.Out.WriteLine($"\nbest seen on the way: {Quantity.Score(seen.BestScore)}; lowest energy {Quantity.Score(seen.BestEnergy)}");
        if (seen.FinalState is { } final && seen.BestSeen is { } best)
            Console.Out.WriteLine($"best known score in the final state: {final.Text}; seen on the way: {best.Text}");
        if (SuccessShare.HardwareTime(record.Main, run => run.Solution, record.Seed) is { } time)
            Console.Out.WriteLine($"TTS99 on the simulated hardware, final state: {Quantity.Text(time.Seconds, "s")} ({Quantity.Text(time.Range.Low, "s")} to {Quantity.Text(time.Range.High, "s")})");
    }

    private static void Print(CellSummary cells)
    {
        Console.Out.WriteLine($"\ncells: {cells.Device}, {Quantity.Text(cells.OffSiemens, "S")} to {Quantity.Text(cells.OnSiemens, "S")} at {Quantity.Text(cells.ReadVolts, "V")}; "
            + $"on and at the supply {cells.OnConductanceRatio.ToString("g3", CultureInfo.InvariantCulture)} times as conductive");
        Console.Out.WriteLine(cells.WorstFraction is { } worst
            ? $"conductances moved by at most {Percent(worst)} of the range in a run (rms {Percent(cells.RmsFraction!.Value)}): {cells.Verdict}"
            : $"how far the conductances moved is {cells.Verdict}");
    }

    private static string Percent(double fraction) => (100 * fraction).ToString("g3", CultureInfo.InvariantCulture) + " %";
}
