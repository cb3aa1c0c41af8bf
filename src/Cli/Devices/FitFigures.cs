using Cli.Output;
using Hopfield.Files;
using Plots;
using Studies.Devices;

namespace Cli.Devices;

/// <summary>A fit beside its data.</summary>
internal static class FitFigures
{
    internal static IEnumerable<ReportFigure> Of(DeviceFitRecord record)
    {
        var (seconds, volts, amperes) = record.Measured;
        double[] fitted = record.Fit.Amperes;
        yield return new("fit", new LineFigure
        {
            Title = $"{record.Device}: measured and fitted current",
            X = new("voltage", "V"),
            Y = new("current", "A"),
            Series = [new("measured", volts, amperes, SeriesStyle.Markers), new("fitted", volts, fitted)],
        }, "Dots are the data.");
        yield return new("residuals", new LineFigure
        {
            Title = $"{record.Device}: fitted minus measured current",
            X = new("time", "s"),
            Y = new("residual", "A"),
            Series = [new("residual", seconds, [.. fitted.Zip(amperes, (model, data) => model - data)], SeriesStyle.Markers)],
            References = [new(0, "")],
        }, "What a better model would explain.");
    }

    /// <summary>Writes rows of time, voltage, measured and fitted current.</summary>
    internal static void Write(string path, DeviceFitRecord record)
    {
        var (seconds, volts, amperes) = record.Measured;
        MatrixFile.Write(path, new Matrix(seconds.Length, 4, [.. Enumerable.Range(0, seconds.Length)
            .SelectMany(k => new[] { seconds[k], volts[k], amperes[k], record.Fit.Amperes[k] })]));
    }
}
