using Cli.Output;
using Crossbar.Checking;

namespace Cli.Solving;

/// <summary>The course of every solving verb: runs on the machine, the same runs digitally, the cross-check of the best one.</summary>
internal static class SolveFlow
{
    /// <summary>Does it all.</summary>
    internal static SolveOutcome Run(SolveJob job, RunSettings settings, CancellationToken cancellation)
    {
        var machine = job.Machines(settings.Machine) ?? MachineSettings.Make(job.Problem(0), settings);
        var beside = job.Machines("digital") ?? MachineSettings.Digital;
        var main = Runs(job, settings, machine, $"{job.Name}: {settings.Machine}", cancellation);
        var digital = settings.IsAnalogue && !main.Cancelled
            ? Runs(job, settings, beside, $"{job.Name}: digital", cancellation) : null;
        var check = settings.IsCircuit && digital is { Cancelled: false } && main.Best is { } best
            ? Check(job, settings, main, best, cancellation) : null;
        return new(job, settings, main, digital, check);
    }

    private static SolveResult Runs(SolveJob job, RunSettings settings, Hopfield.Model.IMachine machine, string title,
        CancellationToken cancellation) =>
        Progress.Run(title, settings.Runs, settings.IsQuiet, finished =>
            Solve.Run(job.Problem, machine, settings.Runs, settings.Seed, job.Start, finished, cancellation));

    private static CrossCheckReport? Check(SolveJob job, RunSettings settings, SolveResult main, SolvedRun best,
        CancellationToken cancellation)
    {
        var options = new CrossCheckOptions
        {
            Parameters = MachineSettings.Parameters(main.Problem, settings),
            Mapping = settings.Programmed,
            Noise = settings.Noise,
            SpiceEngines = job.WithSpice ? [.. Engines.All.Select(item => item.Engine).Where(engine => engine.Name != "reduced")] : [],
            Digital = MachineSettings.Digital,
        };
        try
        {
            return Progress.Run($"{job.Name}: cross-check", 1, settings.IsQuiet, _ =>
                CrossCheck.Run(main.Model, best.Start, SolveResult.KeyOf(settings.Seed, best.Number), options, cancellation: cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null; // the runs are finished and kept
        }
    }
}
