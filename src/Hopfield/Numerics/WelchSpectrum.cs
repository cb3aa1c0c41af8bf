using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Hopfield.Numerics;

/// <summary>One-sided power spectral density estimated from samples: the mean periodogram of segments under a Hann window, without overlap,
/// so that segments of white noise are independent and the error of the estimate is known. Source: Welch 1967, IEEE Trans. Audio
/// Electroacoust. 15:70.</summary>
public sealed class WelchSpectrum
{
    private readonly double _stepSeconds;
    private readonly double[] _window, _sum, _latest;
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
        (_sum, _latest, _buffer) = (new double[segment / 2], new double[segment / 2], new Complex[segment]);
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
    /// <returns>Its own periodogram, from bin 0 on, unit² per Hz; valid until the next call.</returns>
    public ReadOnlySpan<double> Add(ReadOnlySpan<double> samples)
    {
        Check.Length(samples.Length, Segment, nameof(samples));
        for (int k = 0; k < samples.Length; k++) _buffer[k] = samples[k] * _window[k];
        Fourier.Forward(_buffer, FourierOptions.AsymmetricScaling);
        for (int k = 0; k < _sum.Length; k++)
        {
            _latest[k] = _scale * (_buffer[k].Real * _buffer[k].Real + _buffer[k].Imaginary * _buffer[k].Imaginary);
            _sum[k] += _latest[k];
        }
        Segments++;
        return _latest;
    }
}
