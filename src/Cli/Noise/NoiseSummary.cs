using System.Globalization;
using Cli.Output;
using Cli.Solving;
using Crossbar.Planning;

namespace Cli.Noise;

/// <summary>The noise of a command for its record and its table.</summary>
/// <param name="Kelvin">Temperature, K.</param>
/// <param name="Rows">The sources, then all together.</param>
public sealed record NoiseSummary(double Kelvin, IReadOnlyList<NoiseRow> Rows)
{
    /// <summary>Of a solving command; null without noise.</summary>
    internal static NoiseSummary? Of(SolveOutcome outcome) =>
        MachineNoise.Of(outcome.Main.Model, outcome.Main.Problem, outcome.Settings) is { } budget
            ? Of(budget, outcome.Settings.Noise!.Kelvin) : null;

    /// <summary>Of a budget.</summary>
    internal static NoiseSummary Of(ReadNoiseBudget budget, double kelvin) => new(kelvin,
        [.. budget.Contributions.Append(budget.Total).Select(part =>
        new NoiseRow(part.Source, part.Amperes, part.Volts, part.WeightUnits, ReadNoiseBudget.Verdict(part.WeightUnits)))]);

    /// <summary>Writes the table to stdout.</summary>
    internal void Print()
    {
        Console.Out.WriteLine($"\nnoise at the decision node, one standard deviation, root mean square over the columns, {Kelvin.ToString("g6",
            CultureInfo.InvariantCulture)} K;"
            + " a unit is the largest coupling, on minus off");
        var table = new ResultTable("noise", "column current", "at the node", "weight units", "for a field of one unit");
        foreach (var row in Rows)
            table.Add(row.Source, Quantity.Text(row.SigmaAmperes, "A"), Quantity.Text(row.SigmaVolts, "V"),
                row.SigmaWeightUnits.ToString("g3", CultureInfo.InvariantCulture), row.Verdict);
        table.Print();
    }
}

/// <summary>What one source adds at the decision node.</summary>
/// <param name="Source">Name of the noise.</param>
/// <param name="SigmaAmperes">Standard deviation as a column current, A.</param>
/// <param name="SigmaVolts">The same at the node, V.</param>
/// <param name="SigmaWeightUnits">The same in units of weight.</param>
/// <param name="Verdict">Whether it can anneal a problem whose smallest field is one unit.</param>
public sealed record NoiseRow(string Source, double SigmaAmperes, double SigmaVolts, double SigmaWeightUnits, string Verdict);
