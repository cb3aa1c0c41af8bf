namespace Crossbar.Noise;

/// <summary>A band of an estimated spectrum.</summary>
/// <param name="Hertz">Frequencies of its bins, Hz.</param>
/// <param name="Density">Mean density, unit² per Hz.</param>
/// <param name="StandardError">Its standard error, from the spread over independent cells, unit² per Hz.</param>
public sealed record SpectrumBand(double[] Hertz, double Density, double StandardError)
{
    /// <summary>Middle of the band, Hz.</summary>
    public double MiddleHertz => Math.Sqrt(Hertz[0] * Hertz[^1]);

    /// <summary>How many standard errors the band is away from a theory.</summary>
    public double Deviations(Func<double, double> theory) => (Density - Hertz.Average(theory)) / StandardError;
}
