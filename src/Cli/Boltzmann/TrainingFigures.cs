using Cli.Output;
using Hopfield.Model;
using Hopfield.Patterns;
using Hopfield.Sampling;
using Plots;
using Studies.Boltzmann;

namespace Cli.Boltzmann;

/// <summary>What to see of a trained machine: its learning curve, pictures that it dreams, and what its hidden spins look for.</summary>
internal static class TrainingFigures
{
    private const int MostFilters = 40;

    internal static IEnumerable<ReportFigure> Of(TrainingRecord record)
    {
        var patterns = record.Pictures;
        if (record.Epochs.Count > 0) yield return Curve(record.Epochs);
        yield return Pictures("samples", "Pictures sampled from the machine", patterns.Width, patterns.Height,
            [.. record.Dreams.Select((dream, k) => ($"{k + 1}", Spins.ToActivations(dream)))],
            $"Each began as noise and took {TrainingStudy.DreamSweeps} Gibbs sweeps.");
        if (record.Trained is RestrictedBoltzmannMachine restricted) yield return Filters(restricted, patterns);
    }

    /// <summary>A grid of pictures.</summary>
    internal static ReportFigure Pictures(
        string name, string title, int width, int height, IReadOnlyList<(string Caption, double[] Values)> pictures, string caption,
            int perRow = 10) =>
        new(name, new ImageStrip
        {
            Title = title,
            Images = [.. pictures.Select(picture => new StripImage(picture.Caption, height, width, picture.Values))],
            PerRow = perRow,
        }, caption);

    private static ReportFigure Curve(IReadOnlyList<TrainingEpoch> epochs) => new("learning", new LineFigure
    {
        Title = "Pseudo-log-likelihood of the pictures",
        X = new("epoch"),
        Y = new("per pixel"),
        Series = [new(null, [.. epochs.Select(epoch => (double)epoch.Number)], [.. epochs.Select(epoch => epoch.PseudoLogLikelihood)])],
        References = [new(-Math.Log(2), "knows nothing: −ln 2")],
    }, "Mean logarithm of a pixel's probability given all others; 0 is certainty.");

    /// <summary>Columns of W as pictures, the strongest first, each scaled to its largest weight.</summary>
    private static ReportFigure Filters(RestrictedBoltzmannMachine machine, PatternSet patterns)
    {
        double[][] columns = [.. Enumerable.Range(0, machine.Hidden).Select(j =>
            Enumerable.Range(0, machine.Visible).Select(i => machine.Weights[i * machine.Hidden + j]).ToArray())];
        var shown = columns.Select((column, j) => (Index: j, Column: column, Largest: column.Max(Math.Abs)))
            .OrderByDescending(item => item.Column.Sum(w => w * w)).Take(MostFilters).ToArray();
        return Pictures("filters", "Weights of the hidden spins", patterns.Width, patterns.Height, [.. shown.Select(item =>
            ($"h{item.Index + 1}: {item.Largest:f2}", item.Column.Select(w => item.Largest == 0 ? 0 : w / item.Largest).ToArray()))],
            "Black pulls the pixel and the hidden spin the same way, white opposite ways, gray leaves them alone; below each its largest "
            + "weight."
            + (machine.Hidden > MostFilters ? $" The {MostFilters} strongest of {machine.Hidden}." : ""));
    }
}
