using System.Globalization;
using Cli.Output;
using Studies.Noise;

namespace Cli.Noise;

/// <summary>What noise adds at the decision node, as a table.</summary>
internal static class NoiseTable
{
    /// <summary>What the table shows.</summary>
    internal static string Heading(NoiseSummary noise) =>
        "noise at the decision node, one standard deviation, root mean square over the columns, "
            + $"{noise.Kelvin.ToString("g6", CultureInfo.InvariantCulture)} K; "
            + "a unit is the largest coupling, on minus off";

    /// <summary>The table.</summary>
    internal static ResultTable Of(NoiseSummary noise)
    {
        var table = new ResultTable("noise", "column current", "at the node", "weight units", "for a field of one unit");
        foreach (var row in noise.Rows)
            table.Add(row.Source, Quantity.Text(row.SigmaAmperes, "A"), Quantity.Text(row.SigmaVolts, "V"),
                row.SigmaWeightUnits.ToString("g3", CultureInfo.InvariantCulture), row.Verdict);
        return table;
    }

    /// <summary>Writes it to stdout.</summary>
    internal static void Print(NoiseSummary noise)
    {
        Console.Out.WriteLine($"\n{Heading(noise)}");
        Of(noise).Print();
    }
}
