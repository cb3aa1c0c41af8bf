using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Optimisation;

/// <summary>The peers' own programs, run as processes. A peer that was not given is missing from the page, and the page says so.</summary>
internal sealed class OptimisationPeers(string? dwave, string? mqlib)
{
    public string Description => $"dwave-samplers {(dwave is null ? "not given" : "through Peers/dwave_sa.cpp")}, "
        + $"MQLib {(mqlib is null ? "not given" : "through its own program")}";

    public bool HasDwave => dwave is not null;

    public bool HasMqlib => mqlib is not null;

    /// <summary>Reads of dwave-samplers' annealer: processor seconds since the first began, and cut.</summary>
    public IReadOnlyList<(double Seconds, double Cut)> Dwave(string graph, int sweeps, double seconds, int reads, int seed = 1) =>
        [.. Lines(dwave!, graph, $"{sweeps}", Text(seconds), $"{reads}", $"{seed}").Select(line => line.Split(' '))
            .Select(words => (Number(words[0]), Number(words[1])))];

    /// <summary>Seconds at which a heuristic of MQLib first had a cut, by its own history; ∞ when it never had.</summary>
    public double MqlibSecondsTo(string heuristic, string graph, double seconds, double cut, int seed)
    {
        // limit,heuristic,"file",best,time,[cut:time;cut:time …]
        string line = Lines(mqlib!, "-h", heuristic, "-fM", graph, "-r", Text(seconds), "-s", $"{seed}", "-nv")
            .First(line => line.Contains('[', StringComparison.Ordinal));
        string history = line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.LastIndexOf(']')];
        var steps = history.Split(';').Select(step => step.Split(':'))
            .Select(step => (Cut: Number(step[0]), Seconds: Number(step[1]))).ToList();
        double start = steps[0].Seconds; // of the empty cut, before the search
        var reached = steps.Where(step => step.Cut >= cut - 0.5).ToList();
        return reached.Count == 0 ? double.PositiveInfinity : reached[0].Seconds - start;
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Lines(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
