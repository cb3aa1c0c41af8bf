using Cli.Output;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Cli.Solving.Tours;

/// <summary>The course of <c>tsp --method windows</c>: runs, table, record and report.</summary>
internal static class WindowFlow
{
    /// <summary>The fast digital machine that solves windows unless another is asked for.</summary>
    internal const string DefaultMachine = "chaotic";

    /// <summary>Does it all.</summary>
    internal static int Run(TspProblem problem, WindowOptions options, RunSettings settings, CancellationToken cancellation)
    {
        using var json = settings.Json is { } path ? new OutputFile(path) : null;
        string? folder = settings.Out is { } wanted ? OutputFile.Folder(wanted) : null;
        if (problem.BestKnown is { Proven: true, Score: var optimum }) options = options with { TargetLength = optimum };
        var tours = Runs(problem, options, settings, cancellation);
        var report = WindowReport.Of(problem, options, settings, tours, cancellation.IsCancellationRequested);
        if (tours.Count > 0)
        {
            json?.Write(report.ToJson());
            if (folder is not null) WindowPage.Write(folder, problem, settings, tours);
        }
        if (!settings.IsQuiet)
        {
            WindowTables.Summary(problem, settings, tours).Print();
            Console.Out.WriteLine();
            WindowTables.Moves(tours).Print();
            if (report.Cancelled) Console.Out.WriteLine($"cancelled: the best tours of {tours.Count} runs so far");
            if (folder is not null) Console.Out.WriteLine($"report: {Path.Combine(folder, "index.html")}");
        }
        return report.Cancelled ? ExitCode.Cancelled : ExitCode.Done;
    }

    /// <summary>The runs, on all cores; a run that Ctrl-C ends gives the best tour it has.</summary>
    private static List<WindowTour> Runs(TspProblem problem, WindowOptions options, RunSettings settings, CancellationToken cancellation)
    {
        var machine = MachineSettings.Make(problem, settings);
        var tours = new WindowTour?[settings.Runs];
        Progress.Run($"{problem.Name}: windows on {settings.Machine}", settings.Runs, settings.IsQuiet, finished =>
        {
            Parallel.For(0, settings.Runs, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, number =>
            {
                if (cancellation.IsCancellationRequested) return;
                tours[number] = WindowSearch.Run(problem.Instance, machine, options, SolveResult.KeyOf(settings.Seed, number),
                    cancellation);
                finished();
            });
            return 0;
        });
        return [.. tours.Where(tour => tour is not null).Select(tour => tour!)];
    }
}
