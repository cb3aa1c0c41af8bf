using System.Globalization;
using System.Text;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Machines;
using Hopfield.Dynamics;
using Solvers.Problems;
using Solvers.Problems.MaxCut;
using Solvers.Problems.Tsp;
using Studies.Solving;

namespace Benchmarks;

/// <summary>Public instances on the continuous machine and, from the same starts, on the digital engine: scores of 100 runs each.</summary>
internal static class ProblemsBenchmark
{
    private const int Runs = 100;

    public static int Run(string[] args)
    {
        if (ResultsPage.Option(args, "--data") is not { } data)
        {
            Console.Error.WriteLine("problems: --data DIR is needed, with maxcut/rudy/g05_60.* and tsp/*.tsp below it");
            return 2;
        }
        var page = new StringBuilder(Heading());
        foreach (int k in Enumerable.Range(0, 10))
            Add(page, RudyFile.Read(Path.Combine(data, "maxcut", "rudy", $"g05_60.{k}")));
        Add(page, RudyFile.Read(Path.Combine(data, "maxcut", "rudy", "g05_60.0")), segmentOhms: 1);
        Add(page, new TspProblem(TspLibFile.Read(Path.Combine(data, "tsp", "hopfield_tank10.txt"), realDistances: true)));
        foreach (string name in (string[])["burma14", "ulysses16", "gr17"])
            Add(page, new TspProblem(TspLibFile.Read(Path.Combine(data, "tsp", $"{name}.tsp"))));
        page.Append(Footing());
        ResultsPage.Write(ResultsPage.Option(args, "--out"), page.ToString());
        return 0;
    }

    private static void Add(StringBuilder page, IProblem problem, double segmentOhms = 0)
    {
        var parameters = ContinuousMachineParameters.For(problem) with { Wires = ArrayWires.Uniform(segmentOhms) };
        var circuit = Experiment.Run(problem, new ContinuousMachine(parameters), Runs, 1);
        var digital = Experiment.Run(problem, new AsynchronousDynamics(), Runs, 1);
        var known = problem.BestKnown?.Score;
        string row = "| " + string.Join(" | ", problem.Name, segmentOhms.ToString(CultureInfo.InvariantCulture), Quantity.Score(known),
            Cells(circuit, known), Quantity.Text(circuit.MedianSettleSeconds, "s"),
                Quantity.Text(circuit.MedianEnergyJoules, "J"),
            circuit.WallSeconds.ToString("f2", CultureInfo.InvariantCulture), Cells(digital, known)) + " |";
        Console.Error.WriteLine(row);
        page.Append(row).Append('\n');
    }

    private static string Cells(ExperimentRuns result, double? known)
    {
        int hits = result.Scores.Count(score => known is { } best && Math.Abs(score - best) <= 1e-6 * Math.Abs(best));
        return $"{result.Runs.Count(run => run.Solution.Feasible)} | {Quantity.Score(result.BestScore)} | {Quantity.Score(result.MeanScore)} | {hits}";
    }

    private static string Heading() => $"""
        # Public instances, 100 runs each

        The continuous machine (reduced engine, differential pairs 1 … 100 µS, its default schedule for the kind of problem, ideal wires unless a segment
        resistance is given) and 100 digital asynchronous descents from the same starts, seed 1. Written by

            dotnet run -c Release --project tests/Benchmarks -- problems --data DIR --out docs/results/problems.md

        with the public instance files below DIR (`maxcut/rudy`: Biq Mac library; `tsp`: TSPLIB and Hopfield and Tank's ten cities).
        Machine: {ResultsPage.Machine()}; wall time of all 100 circuit runs on both cores, array reduction included.
        *Feasible* counts runs whose answer meets all constraints without repair; *hits* counts runs at the best known score, which is the
        optimum for all of these. Cuts are to be large, tours short. Settle time and energy (delivered into the array by amplifiers and bias
        lines) are medians over the runs.

        | instance | segment Ω | optimum | circuit feasible | best | mean | hits | settle time | energy | wall s | digital feasible | best | mean | hits |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|

        """;

    private static string Footing() => """

        One circuit run is not one digital descent in effort: the circuit anneals its gain over 60 time constants, a descent stops in the first
        local minimum. A fair race against digital annealers and tabu search, with equal budgets, is not on this page.

        """;
}
