using Cli.Output;
using Crossbar.Checking;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The tables that a solving verb prints.</summary>
internal static class SolveTables
{
    /// <summary>One line per machine.</summary>
    internal static ResultTable Summary(IEnumerable<SolveRecord> outcomes)
    {
        var table = new ResultTable("problem", "machine", "engine", "runs", "feasible", "settled", "best", "mean", "best known",
            "settle time", "energy per run", "residual", "wall");
        foreach (var outcome in outcomes)
        {
            Add(table, outcome, outcome.Main, outcome.Machine);
            if (outcome.DigitalRuns is { } digital) Add(table, outcome, digital, "digital");
        }
        return table;
    }

    /// <summary>One line per engine of a cross-check.</summary>
    internal static ResultTable Engines(CrossCheckReport report)
    {
        var table = new ResultTable("engine", "energy", "own energy", "spins differ", "worst |dV|", "settle time", "delivered", "residual",
            "wall", "finding");
        foreach (var row in report.Rows)
            table.Add(row.Engine, Quantity.Score(row.Trace?.Energy), Quantity.Score(row.Trace?.EngineEnergy),
                row.SpinDifferences?.ToString() ?? "-",
                row.Engine == "reduced" ? "-" : Quantity.Text(row.WorstVoltsDifference, "V"), Quantity.Text(row.Trace?.SettleSeconds, "s"),
                Quantity.Text(row.Trace?.EnergyJoules, "J"), Quantity.Text(row.Trace?.ResidualAmperes, "A"),
                row.Trace is null ? "-" : Quantity.Text(row.WallSeconds, "s"), row.Explanation);
        return table;
    }

    private static void Add(ResultTable table, SolveRecord outcome, ExperimentRuns result, string machine)
    {
        int runs = result.Runs.Count;
        table.Add(outcome.Problem, machine, result.Engine, runs.ToString(), $"{result.Runs.Count(run => run.Solution.Feasible)}/{runs}",
            $"{result.Runs.Count(run => run.Trace.Settled)}/{runs}", Quantity.Score(result.BestScore), Quantity.Score(result.MeanScore),
            Quantity.Score(result.Problem.BestKnown?.Score), Quantity.Text(result.MedianSettleSeconds, "s"),
            Quantity.Text(result.MedianEnergyJoules, "J"), Quantity.Text(result.LargestResidualAmperes, "A"),
                Quantity.Text(result.WallSeconds, "s"));
    }
}
