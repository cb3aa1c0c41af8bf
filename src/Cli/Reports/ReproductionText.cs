using Cli.Output;
using Reproduction;

namespace Cli.Reports;

/// <summary>The report for people: tables and a sentence.</summary>
internal static class ReproductionText
{
    /// <summary>One row per claim; the reasons are in the pages and JSON, where there is room for them.</summary>
    internal static ResultTable Table(ReproductionReport report)
    {
        var table = new ResultTable("claim", "published", "ours", "95 % interval", "expected", "verdict", "as expected");
        foreach (var claim in report.Claims)
            table.Add(claim.Id, claim.Published, Ours(claim), Range(claim.Interval), Range(claim.Tolerance), claim.Verdict, Answer(claim));
        return table;
    }

    /// <summary>"37 claims: 30 reproduced, 3 other-protocol, 4 not-reproduced; all as expected".</summary>
    internal static string Summary(ReproductionReport report)
    {
        var verdicts = report.Claims.GroupBy(claim => claim.Verdict).OrderByDescending(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Count()} {group.Key}");
        var unexpected = report.Claims.Where(claim => !claim.AsExpected).Select(claim => claim.Id).ToList();
        string text = $"{report.Claims.Count} claims: {string.Join(", ", verdicts)}; " +
            (unexpected.Count == 0 ? "all as expected" : $"NOT as expected: {string.Join(", ", unexpected)}");
        if (report.LeftOut.Count > 0) text += $"\n{report.LeftOut.Count} claims left out because MNIST was not found: see 'hopfield data'";
        return report.Cancelled ? text + "\ncancelled: the other claims were not checked" : text;
    }

    private static string Answer(ClaimRecord claim) => claim.AsExpected ? "yes" : "NO";

    internal static string Ours(ClaimRecord claim) => claim.Unit.Length == 0 ? Number(claim.Ours) : $"{Number(claim.Ours)} {claim.Unit}";

    internal static string Range(IReadOnlyList<double>? ends) => ends switch
    {
        null => "-",
        [double.NegativeInfinity, var high] => $"≤ {Number(high)}",
        [var low, double.PositiveInfinity] => $"≥ {Number(low)}",
        [var low, var high] when low == high => Number(low),
        [var low, var high] => $"{Number(low)} … {Number(high)}",
        _ => throw new ArgumentException("A range has two ends.", nameof(ends)),
    };

    private static string Number(double value) => value.ToString("g4");
}
