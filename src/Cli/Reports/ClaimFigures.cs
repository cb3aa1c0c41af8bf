using Cli.Output;
using Plots;
using Reproduction;

namespace Cli.Reports;

/// <summary>Curves of claims as figures: ours as lines, published points as dots.</summary>
internal static class ClaimFigures
{
    /// <summary>The figures of a report; none where no curves were asked for.</summary>
    internal static IEnumerable<ReportFigure> Of(ReproductionReport report) => (report.Curves ?? [])
        .Select(set => new ReportFigure(set.Name, Drawn(set), "Lines are ours; dots are published points."));

    private static LineFigure Drawn(CurveSet set) => new()
    {
        Title = set.Title,
        X = new(set.X, IsLogarithmic: set.IsXLogarithmic),
        Y = new(set.Y),
        Series =
        [
            .. set.Curves.Select(curve => new LineSeries(curve.Name, curve.X, curve.Y,
                curve.IsPublished ? SeriesStyle.Markers : SeriesStyle.Line) { Colour = curve.Pair }),
        ],
        References = set.Optimum is { } optimum ? [new(optimum, "optimum")] : [],
    };
}
