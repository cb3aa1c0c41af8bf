using System.Globalization;
using System.Text;
using Hopfield.Dynamics;
using Hopfield.Numerics;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;

namespace Benchmarks;

/// <summary>
/// Tours by windows: small instances from ten seeds, larger ones within a time, what windows and classical moves each won, and windows
/// alone.
/// </summary>
internal static class ToursBenchmark
{
    private static readonly string[] Small = ["burma14", "ulysses16", "gr17", "gr21", "gr24", "fri26", "bays29"];
    private static readonly string[] Large = ["berlin52", "st70", "kroA100", "lin105", "ch150", "tsp225", "a280", "lin318", "pcb442",
        "pr1002"];

    public static int Run(string[] args)
    {
        if (ResultsPage.Option(args, "--data") is not { } data)
        {
            Console.Error.WriteLine("usage: tours --data DIR [--seconds S] [--out FILE]; DIR holds TSPLIB files");
            return 2;
        }
        double seconds = double.Parse(ResultsPage.Option(args, "--seconds") ?? "60", CultureInfo.InvariantCulture);
        var page = new StringBuilder($"""
            # Tours by windows

            `dotnet run -c Release --project tests/Benchmarks -- tours --data DIR [--seconds S]`. {ResultsPage.Machine()}. One core per run;
            wall-clock times. The machine is `chaotic` (transiently chaotic neurons, digital) with windows of 8 cities, 64 neurons. A run stops at the
            published optimum. *Won* is the length that each kind of move took off the tour, summed over the runs.

            ## Small instances: ten seeds, 10 s each

            | instance | at optimum | mean gap | longest run | won by first 2-opt and Or-opt | by kicks | by windows | windows (valid) |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (string name in Small) page.Append(Row(data, name, 10, new() { LimitSeconds = 10 }));
        page.Append(CultureInfo.InvariantCulture, $"""

            Where no window is counted, 2-opt, Or-opt and the first hundred kicks were at the optimum before the first window was due.

            ## Larger instances: two seeds, {seconds:0} s each

            | instance | at optimum | mean gap | longest run | won by first 2-opt and Or-opt | by kicks | by windows | windows (valid) |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (string name in Large) page.Append(Row(data, name, 2, new() { LimitSeconds = seconds }));
        page.Append("""

            Beside 2-opt, Or-opt and kicks the windows find next to nothing: a tour that classical moves no longer improve is rarely improved by the
            best order of eight neighbours in it, and a kick with local search takes tens of microseconds where a window takes one or two
            milliseconds. linkern, the best classical code (reference figures: a280 in 12 ms, pcb442 in 0.3 s), remains far ahead.

            ## Windows alone: no 2-opt, no Or-opt, four seeds, 10 s each, windows of 10 cities

            Every improvement comes from the machine; kicks only offer it new stretches.

            | instance | at optimum | mean gap | longest run | won by first 2-opt and Or-opt | by kicks | by windows | windows (valid) |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (string name in (string[])[.. Small, "kroA100"])
            page.Append(Row(data, name, 4, new() { LimitSeconds = 10, LocalSearch = false, WindowCities = 10 }));
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static string Row(string data, string name, int seeds, WindowOptions options)
    {
        string path = Path.Combine(data, name + ".tsp");
        if (!File.Exists(path)) return $"| {name} | not in the folder | - | - | - | - | - | - |\n";
        var instance = TspLibFile.Read(path);
        double optimum = new TspProblem(instance).BestKnown!.Score;
        var tours = new WindowTour[seeds];
        Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
            tours[seed] = WindowSearch.Run(instance, new ChaoticAnnealing(), options with { TargetLength = optimum },
                RandomKey.FromSeed((ulong)seed + 1).Fold("run").Fold(0)));
        Console.Error.WriteLine($"{name}: {tours.Count(tour => tour.TargetReached)} of {seeds}");
        long windows = tours.Sum(tour => tour.Windows), settlings = tours.Sum(tour => tour.Settlings);
        string valid = settlings == 0 ? "-" : $"{100.0 * tours.Sum(tour => tour.ValidSettlings) / settlings:0.#} %";
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {tours.Count(tour => tour.TargetReached)}/{seeds} | {100 * (tours.Average(tour => tour.Length) / optimum - 1):0.00} % | {tours.Max(tour => tour.Seconds):0.00} s "
            + $"| {tours.Sum(tour => tour.StartLength - tour.LocalLength):0} | {tours.Sum(tour => tour.WonByKicks):0} | {tours.Sum(tour => tour.WonByWindows):0} | {windows} ({valid}) |\n");
    }
}
