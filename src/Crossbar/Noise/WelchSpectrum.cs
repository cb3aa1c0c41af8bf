using System.Numerics;
using Hopfield.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Crossbar.Noise;

/// <summary>
/// One-sided power spectral density estimated from samples: the mean periodogram of segments under a Hann window, without overlap, so
/// that
/// segments of white noise are independent and the error of the estimate is known. Source: Welch 1967, IEEE Trans. Audio
/// Electroacoust. 15:70.
/// </summary>
public sealed class WelchSpectrum
{
    private readonly double _stepSeconds;
    private readonly double[] _window, _sum;
    private readonly Complex[] _buffer;
    private readonly double _scale;

    /// <summary>An estimate over segments of a length.</summary>
    /// <param name="segment">Samples in a segment, a power of two of at least 16.</param>
    /// <param name="stepSeconds">Time between samples, s. Range: &gt; 0.</param>
    public WelchSpectrum(int segment, double stepSeconds)
    {
        if (Check.AtLeast(segment, 16, nameof(segment)) is var n && !BitOperations.IsPow2(n))
            throw new ArgumentOutOfRangeException(nameof(segment), segment, $"segment must be a power of two, not {segment}.");
        _stepSeconds = Check.Positive(stepSeconds, nameof(stepSeconds), "s");
        _window = [.. Enumerable.Range(0, segment).Select(k => 0.5 - 0.5 * Math.Cos(2 * Math.PI * k / segment))];
        _scale = 2 * stepSeconds / _window.Sum(w => w * w);
        (_sum, _buffer) = (new double[segment / 2], new Complex[segment]);
    }

    /// <summary>Samples in a segment.</summary>
    public int Segment => _window.Length;

    /// <summary>Segments so far.</summary>
    public int Segments { get; private set; }

    /// <summary>Frequencies of the bins from 1 to half a segment, less one, Hz.</summary>
    public double[] Hertz => [.. Enumerable.Range(1, Segment / 2 - 1).Select(k => k / (Segment * _stepSeconds))];

    /// <summary>Estimate at these frequencies, unit² per Hz.</summary>
    public double[] Density => [.. _sum.Skip(1).Select(power => power / Segments)];

    /// <summary>Takes in one segment.</summary>
    public void Add(ReadOnlySpan<double> samples)
    {
        Check.Length(samples.Length, Segment, nameof(samples));
        for (int k = 0; k < samples.Length; k++) _buffer[k] = samples[k] * _window[k];
        Fourier.Forward(_buffer, FourierOptions.AsymmetricScaling);
        for (int k = 0; k < _sum.Length; k++) _sum[k] += _scale * (_buffer[k].Real * _buffer[k].Real
            + _buffer[k].Imaginary * _buffer[k].Imaginary);
        Segments++;
    }

    /// <summary>Means over bands of equal width on a logarithmic axis, from the bin <paramref name="first"/> on.</summary>
    /// <param name="first">First bin to use: below some 8 the window smears steep spectra.</param>
    /// <param name="perDecade">Bands in a decade.</param>
    public IReadOnlyList<SpectrumBand> Bands(int first, int perDecade)
    {
        double[] hertz = Hertz, density = Density;
        return [.. Enumerable.Range(0, hertz.Length).Where(k => k + 1 >= first)
            .GroupBy(k => Math.Floor(perDecade * Math.Log10((k + 1) / (double)first)))
            .Select(band => new SpectrumBand([.. band.Select(k => hertz[k])], band.Average(k => density[k]), RelativeError(band.Count())))];
    }

    /// <summary>
    /// Standard error of a band over its value: the powers of neighbours under a Hann window are correlated by 4/9, of next neighbours
    /// by 1/36.
    /// </summary>
    private double RelativeError(int bins)
    {
        double pairs = bins + (bins > 1 ? 2 * (bins - 1) * 4.0 / 9 : 0) + (bins > 2 ? 2 * (bins - 2) / 36.0 : 0);
        return Math.Sqrt(pairs / Segments) / bins;
    }
}

/// <summary>A band of a spectrum.</summary>
/// <param name="Hertz">Frequencies of its bins, Hz.</param>
/// <param name="Density">Mean density, unit² per Hz.</param>
/// <param name="RelativeError">Standard error over the density, for Gaussian noise.</param>
public sealed record SpectrumBand(double[] Hertz, double Density, double RelativeError)
{
    /// <summary>Middle of the band, Hz.</summary>
    public double MiddleHertz => Math.Sqrt(Hertz[0] * Hertz[^1]);

    /// <summary>How many standard errors the band is away from a theory.</summary>
    public double Deviations(Func<double, double> theory) => (Density / Hertz.Average(theory) - 1) / RelativeError;
}
