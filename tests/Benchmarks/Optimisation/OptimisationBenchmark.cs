using System.Globalization;
using System.Text;
using Hopfield.Numerics;
using Solvers.Benchmarking;
using Solvers.Heuristics;
using Solvers.Problems;

namespace Benchmarks.Optimisation;

/// <summary>
/// Our digital solvers beside dwave-samplers and MQLib, built from their sources and measured in the same run, one thread each.
/// </summary>
internal sealed class OptimisationBenchmark
{
    private const string Ours = "annealing";

    private readonly StringBuilder _page = new();
    private readonly string _data;

    private OptimisationBenchmark(string data, string[] args)
    {
        _data = data;
        Peers = new(ResultsPage.Option(args, "--dwave"), ResultsPage.Option(args, "--mqlib"));
        TimeFactor = ResultsPage.Option(args, "--time-factor") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : 1;
    }

    /// <summary>The peers that were given.</summary>
    public OptimisationPeers Peers { get; }

    /// <summary>Multiplies the numbers of runs and the limits of the long runs.</summary>
    public double TimeFactor { get; }

    /// <summary>Source of all seeds of the page.</summary>
    public static RandomKey Key { get; } = RandomKey.FromSeed(1);

    public static int Run(string[] args)
    {
        if (ResultsPage.Option(args, "--data") is not { } data)
        {
            Console.Error.WriteLine("optimisation: --data DIR is needed, with maxcut/{gset,rudy} and qubo/beasley below it");
            return 2;
        }
        var benchmark = new OptimisationBenchmark(data, args);
        (string Name, Action<OptimisationBenchmark> Write)[] parts =
        [
            ("updates", UpdateRateRows.Write), ("tts", TimeToTargetRows.Write), ("quality", CutQualityRows.Write),
            ("large", LargeGraphRows.Write), ("optima", OptimaRows.Write),
        ];
        string? only = ResultsPage.Option(args, "--only");
        if (only is not null && parts.All(part => part.Name != only))
        {
            Console.Error.WriteLine($"optimisation: --only {only}: expected one of {string.Join(", ", parts.Select(part => part.Name))}");
            return 2;
        }
        benchmark._page.Append(benchmark.Heading());
        foreach (var (name, write) in parts)
            if (only is null || only == name) write(benchmark);
        ResultsPage.Write(ResultsPage.Option(args, "--out"), benchmark._page.ToString());
        return 0;
    }

    /// <summary>A whole number of runs, scaled, at least two.</summary>
    public int Runs(int full) => Math.Max(2, (int)Math.Round(full * TimeFactor));

    /// <summary>Path of an instance below the data folder.</summary>
    public string File(params string[] parts) => Path.Combine([_data, .. parts]);

    /// <summary>An instance.</summary>
    public IProblem Read(params string[] parts) => ProblemFile.Read(File(parts));

    /// <summary>The solver that the page is about.</summary>
    public static IPreparedHeuristic Solver(IProblem problem) => Catalog.Find<IHeuristic>(Ours, "solver").Prepare(problem.Encode());

    /// <summary>Runs that end at the best known score, after the just-in-time compiler has done its work.</summary>
    public static IReadOnlyList<HeuristicResult> ToBestKnown(IProblem problem, double seconds, int runs, int warmUps = 0)
    {
        var solver = Solver(problem);
        var budget = new Budget { CpuSeconds = seconds, TargetEnergy = Target(problem) };
        for (int k = 0; k < warmUps; k++) solver.Solve(budget, Key.Fold("warm-up").Fold(k));
        return HeuristicRuns.Run(solver, budget, runs, Key.Fold(problem.Name));
    }

    /// <summary>Energy of the best known score.</summary>
    public static double Target(IProblem problem) => problem.EnergyOf(Known(problem))
        ?? throw new InvalidOperationException($"The score of {problem.Name} says nothing of its energy.");

    /// <summary>The best known score.</summary>
    public static double Known(IProblem problem) => problem.BestKnown?.Score
        ?? throw new InvalidOperationException($"No best score of {problem.Name} is known.");

    /// <summary>Adds text to the page.</summary>
    public void Text(string text) => _page.Append(text);

    /// <summary>Adds a table row and shows it.</summary>
    public void Row(params string[] cells)
    {
        string row = "| " + string.Join(" | ", cells) + " |";
        Console.Error.WriteLine(row);
        _page.Append(row).Append('\n');
    }

    /// <summary>"met" or what is missing.</summary>
    public static string Verdict(bool met, string missing) => met ? "met" : $"**missed**: {missing}";

    private string Heading() => $"""
        # Digital solvers beside their peers

        One thread each. Ours is `--solver {Ours}` with its defaults; its times are processor time of its thread, from prepared weights to the
        answer, as are those of dwave-samplers' C++ annealer (default range of temperatures, equal ratios); MQLib counts its own elapsed
        time after reading the instance. Every cut is recomputed from the instance. Written by

            git clone https://github.com/dwavesystems/dwave-samplers && git clone https://github.com/MQLib/MQLib && make -C MQLib
            SA=dwave-samplers/dwave/samplers/sa/src && g++ -O3 -std=c++20 -I $SA -o dwave_sa tests/Benchmarks/Peers/dwave_sa.cpp $SA/cpu_sa.cpp
            dotnet run -c Release --project tests/Benchmarks -- optimisation --data DIR --dwave ./dwave_sa --mqlib MQLib/bin/MQLib \
                --out docs/results/optimisation.md

        with the public instances below DIR (`maxcut/gset`: G-set; `maxcut/rudy`: Biq Mac; `maxcut/WK2000_1.rud.xz`; `qubo/beasley`). It
        takes some 20 minutes; `--time-factor 0.2` runs a fifth of the runs and of the long limits, `--only PART` one part of updates, tts,
        quality, large, optima.
        Machine: {ResultsPage.Machine()}. Time factor of this page: {TimeFactor}. Peers: {Peers.Description}.

        """;
}
