using System.Globalization;
using Cli.Output;
using Crossbar.Noise;
using Plots;
using Studies.Noise;

namespace Cli.Noise;

/// <summary>Spectra as figures and CSV.</summary>
internal static class SpectrumFigures
{
    /// <summary>One figure for the noise of cells, one for that of inputs.</summary>
    internal static IEnumerable<ReportFigure> Of(NoisePsdRecord record) =>
        from noise in record.Noise
        group noise by noise.Model.Place == NoisePlace.Cell into same
        select new ReportFigure(same.Key ? "psd" : "psd-inputs", new LineFigure
        {
            Title = same.Key
                ? $"Noise of a cell of {Quantity.Text(record.Siemens, "S")} at {Quantity.Text(record.Volts, "V")}, "
                    + $"{record.Kelvin:g4} K: samples (dots) and theory (lines)"
                : "Noise of inputs: samples (dots) and theory (lines)",
            X = new("frequency", "Hz", IsLogarithmic: true),
            Y = new($"one-sided density in {same.First().Unit}", "", IsLogarithmic: true),
            Series = [.. same.SelectMany((noise, k) => new[]
            {
                new LineSeries(noise.Name, [.. noise.Bands.Select(b => b.Hertz)], [.. noise.Bands.Select(b => b.Theory)]) { Colour = k },
                new LineSeries(null, [.. noise.Bands.Select(b => b.Hertz)], [.. noise.Bands.Select(b => b.Sampled)],
                    SeriesStyle.Markers) { Colour = k },
            })],
        }, "Theory is that of the samples, with what sampling folds back.");

    /// <summary>Writes a spectrum, a band a line.</summary>
    internal static void Write(string path, NoiseComparison noise)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"# hertz,sampled in {noise.Unit},standard error,theory of the samples,theory of the process");
        foreach (var band in noise.Bands)
            writer.WriteLine(string.Join(',', ((double[])[band.Hertz, band.Sampled, band.StandardError, band.Theory, band.Process])
                .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}
