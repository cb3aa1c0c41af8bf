namespace Crossbar.Noise;

/// <summary>Samples a noise model and estimates its spectrum, so that it can be held against what the model states.</summary>
public static class NoiseSpectrum
{
    /// <summary>Estimates the density of a batch of equal cells, each a record of its own.</summary>
    /// <param name="model">The noise.</param>
    /// <param name="at">State of the cells.</param>
    /// <param name="sites">How many cells, at what step, with what key; the conductances must be those of <paramref name="at"/>.</param>
    /// <param name="segment">Samples in a segment, a power of two.</param>
    /// <param name="segments">Segments per cell.</param>
    /// <param name="cancellation">Ends a long estimate.</param>
    public static WelchSpectrum Estimate(
        INoiseModel model, in NoisePoint at, NoiseSites sites, int segment, int segments, CancellationToken cancellation = default)
    {
        var spectrum = new WelchSpectrum(segment, sites.StepSeconds);
        var process = model.Begin(sites);
        int cells = sites.Count;
        double[] volts = new double[cells], now = new double[cells], records = new double[cells * segment];
        Array.Fill(volts, at.Volts);
        for (int s = 0; s < segments; s++)
        {
            for (int k = 0; k < segment; k++)
            {
                cancellation.ThrowIfCancellationRequested();
                Array.Clear(now);
                process.AddNext(volts, now);
                for (int c = 0; c < cells; c++) records[c * segment + k] = now[c];
            }
            for (int c = 0; c < cells; c++) spectrum.Add(records.AsSpan(c * segment, segment));
        }
        return spectrum;
    }
}
