using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>Samples a noise model and estimates its spectrum, so that it can be held against what the model states.</summary>
public static class NoiseSpectrum
{
    // Below this bin the Hann window smears a steep spectrum by more than a per cent (our choice).
    private const int FirstBin = 8;

    /// <summary>Estimates the density of a batch of equal cells in bands of equal width on a logarithmic axis. Cells are independent, so
    /// the spread of their own estimates gives the error of the mean, for noise that is not Gaussian and cells with time constants of their
    /// own as well.</summary>
    /// <param name="model">The noise.</param>
    /// <param name="at">State of the cells.</param>
    /// <param name="sites">How many cells, at what step, with what key; the conductances must be those of <paramref name="at"/>.</param>
    /// <param name="segment">Samples in a segment, a power of two.</param>
    /// <param name="segments">Segments per cell.</param>
    /// <param name="perDecade">Bands in a decade.</param>
    /// <param name="cancellation">Ends a long estimate.</param>
    public static IReadOnlyList<SpectrumBand> Estimate(
        INoiseModel model, in NoisePoint at, NoiseSites sites, int segment, int segments, int perDecade,
            CancellationToken cancellation = default)
    {
        var spectrum = new WelchSpectrum(segment, sites.StepSeconds);
        int[][] bins = [.. Enumerable.Range(FirstBin, segment / 2 - FirstBin)
            .GroupBy(k => Math.Floor(perDecade * Math.Log10(k / (double)FirstBin))).Select(band => band.ToArray())];
        var process = model.Begin(sites);
        var response = model.Response(sites.Kelvin);
        int cells = sites.Count;
        double[] volts = new double[cells], samples = new double[cells], now = new double[cells], records = new double[cells * segment],
            powers = new double[cells * bins.Length];
        Array.Fill(volts, at.Volts);
        for (int s = 0; s < segments; s++)
        {
            for (int k = 0; k < segment; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                Array.Clear(samples);
                Array.Clear(now);
                process.AddNext(samples);
                response.AddAmperes(samples, volts, now);
                for (int c = 0; c < cells; c++) records[c * segment + k] = now[c];
            }
            for (int c = 0; c < cells; c++)
            {
                var own = spectrum.Add(records.AsSpan(c * segment, segment));
                for (int b = 0; b < bins.Length; b++)
                {
                    double sum = 0;
                    foreach (int k in bins[b]) sum += own[k];
                    powers[b * cells + c] += sum / bins[b].Length / segments;
                }
            }
        }
        double width = 1 / (segment * sites.StepSeconds);
        return [.. bins.Select((band, b) =>
        {
            var own = powers.AsSpan(b * cells, cells).ToArray();
            double mean = own.Average(), spread = own.Sum(p => (p - mean) * (p - mean)) / Math.Max(1, cells - 1);
            return new SpectrumBand([.. band.Select(k => k * width)], mean, Math.Sqrt(spread / cells));
        })];
    }
}
