using Cli.Output;
using Plots;
using Studies.Boltzmann;

namespace Cli.Boltzmann;

/// <summary>What to see of a sampled Ising model: its figures beside the exact ones, its correlations.</summary>
internal static class GibbsOutput
{
    private const int MostDrawn = 200;

    internal static ResultTable Summary(GibbsRecord record)
    {
        var (sampled, exact) = (record.Sampled, record.Exact);
        double[] pairs = Pairs(sampled.Means.Length, sampled.Correlations);
        double[]? exactPairs = exact is null ? null : Pairs(exact.Means.Length, exact.Correlations);
        return new ResultTable("figure", "sampled", "exact", "largest difference")
            .Add("mean energy", sampled.MeanEnergy.ToString("g6"), exact?.MeanEnergy.ToString("g6") ?? "-",
                exact is null ? "-" : Math.Abs(exact.MeanEnergy - sampled.MeanEnergy).ToString("g2"))
            .Add("largest |mean|", sampled.Means.Max(Math.Abs).ToString("f4"), exact?.Means.Max(Math.Abs).ToString("f4") ?? "-",
                exact is null ? "-" : Gap(sampled.Means, exact.Means).ToString("f4"))
            .Add("largest |correlation|", pairs.Max(Math.Abs).ToString("f4"), exactPairs?.Max(Math.Abs).ToString("f4") ?? "-",
                exactPairs is null ? "-" : Gap(pairs, exactPairs).ToString("f4"))
            .Add("standard error of a mean", sampled.StandardErrors.Max().ToString("f4"), "-", "-");
    }

    internal static ResultTable Spins(GibbsRecord record)
    {
        var (sampled, exact) = (record.Sampled, record.Exact);
        var table = new ResultTable("spin", "mean sampled", "standard error", "exact");
        for (int i = 0; i < sampled.Means.Length; i++)
            table.Add($"{i + 1}", sampled.Means[i].ToString("f4"), sampled.StandardErrors[i].ToString("f4"),
                exact?.Means[i].ToString("f4") ?? "-");
        return table;
    }

    internal static IEnumerable<ReportFigure> Drawn(GibbsRecord record)
    {
        var (sampled, exact) = (record.Sampled, record.Exact);
        int size = sampled.Means.Length, shown = Math.Min(size, MostDrawn);
        yield return new("correlations", new HeatMap
        {
            Title = "Correlations of the spins",
            Rows = shown,
            Columns = shown,
            Values = [.. Enumerable.Range(0, shown * shown).Select(k => sampled.Correlations[k / shown * size + k % shown])],
            Scale = new("⟨s s⟩"),
            IsDiverging = true,
            RowName = "spin (from 0)",
            ColumnName = "spin (from 0)",
        }, shown < size ? $"The first {shown} of {size} spins." : "The diagonal is 1.");
        if (exact is null) yield break;
        double[] exactPairs = Pairs(size, exact.Correlations);
        double reach = exact.Means.Concat(exactPairs).Max(Math.Abs);
        yield return new("comparison", new LineFigure
        {
            Title = "Sampled against exact",
            X = new("exact"),
            Y = new("sampled"),
            Series =
            [
                new("equal", [-reach, reach], [-reach, reach]),
                new("correlations", exactPairs, Pairs(size, sampled.Correlations), SeriesStyle.Markers),
                new("means", exact.Means, sampled.Means, SeriesStyle.Markers),
            ],
        }, "Every mean and every pair; the exact figures are sums over all states.");
    }

    /// <summary>One number per pair of spins; a single spin has its own.</summary>
    private static double[] Pairs(int size, double[] correlations) => size == 1 ? [1]
        : [.. from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, i) select correlations[i * size + j]];

    private static double Gap(IEnumerable<double> a, IEnumerable<double> b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
