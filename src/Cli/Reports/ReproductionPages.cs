using System.Text;
using Reproduction;

namespace Cli.Reports;

/// <summary>The report as Markdown: a short page of counts, and the table of all claims with their protocols and sources.</summary>
internal static class ReproductionPages
{
    private static readonly string[] s_verdicts = ["reproduced", "other-protocol", "not-reproduced"];

    /// <summary>What is checked, and how many claims of each group had which verdict.</summary>
    internal static string Summary(ReproductionReport report)
    {
        var page = new StringBuilder($"""
            # Published claims, checked

            {Head(report)}

            The same command writes `claims.md`: every claim with its published figure, ours, the expected band, the verdict with its reason, the
            protocol and the source.

            | group | what is checked | claims | {string.Join(" | ", s_verdicts)} | as expected |
            |---|---|---|---|---|---|---|

            """);
        foreach (var group in Groups(report))
            page.Append($"| `{group.Key}` | {Cell(ClaimRegistry.Summary(group.Key))} | {group.Count()} | ")
                .Append(string.Join(" | ", s_verdicts.Select(verdict => group.Count(claim => claim.Verdict == verdict))))
                .Append($" | {group.Count(claim => claim.AsExpected)} |\n");
        return page.ToString();
    }

    /// <summary>Every claim.</summary>
    internal static string Full(ReproductionReport report)
    {
        var page = new StringBuilder($"# Published claims, one by one\n\n{Head(report)}\n");
        foreach (var group in Groups(report))
        {
            page.Append($"\n## {group.Key}\n\n| claim | published | ours | expected | verdict | |\n|---|---|---|---|---|---|\n");
            foreach (var claim in group)
                page.Append($"| `{claim.Id}` {Cell(claim.Claim)} | {Cell(claim.Published)} | {ReproductionText.Ours(claim)}{Interval(claim)} | ")
                    .Append($"{ReproductionText.Range(claim.Tolerance)} | {claim.Verdict}{(claim.AsExpected ? "" : " **(not as expected)**")} | ")
                    .Append($"{Cell(claim.Reason)} |\n");
            page.Append($"\nProtocols and sources of {group.Key}:\n\n");
            foreach (var claim in group) page.Append($"- `{claim.Id}`: {claim.Source}. Here: {claim.Protocol}.\n");
        }
        return page.ToString();
    }

    private static string Head(ReproductionReport report) => $"""
        Written by this command, which anyone can run:

            {Command((ReproductionStudy)report.Options!)}

        *Ours* is computed here, with its 95 % interval where chance has a part. The verdict compares it with the published figure: *reproduced*,
        *other-protocol* (only under a protocol that the source does not state), *not-reproduced*. *Expected* is the band of an independent
        measurement or a proof; a claim that is known to fail is expected to fail in that way. Version {report.Version}, seed {report.Seed}.

        {(report.Cancelled ? "Cancelled before all claims were checked. " : "")}{ReproductionText.Summary(report).Replace("\n", "\n\n")}.
        """;

    private static IEnumerable<IGrouping<string, ClaimRecord>> Groups(ReproductionReport report) =>
        report.Claims.GroupBy(claim => claim.Id.Split('.')[0]);

    private static string Command(ReproductionStudy study) => string.Join(' ', (string[])["./hopfield reproduce", .. study.Names,
        .. Where(study.QuickOnly, "--quick"), .. Where(study.Mnist is not null, "--mnist DIR"),
        .. Where(study.Instances is not null, "--instances DIR"), .. Where(study.Seed != 1, $"--seed {study.Seed}"), "--out DIR"]);

    private static string[] Where(bool holds, string word) => holds ? [word] : [];

    private static string Interval(ClaimRecord claim) => claim.Interval is null ? "" : $" [{ReproductionText.Range(claim.Interval)}]";

    private static string Cell(string text) => text.Replace("|", "\\|");
}
