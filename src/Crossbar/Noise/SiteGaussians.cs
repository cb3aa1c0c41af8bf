using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>One standard normal number per site and step: number FirstSite + c of the key folded by the step.</summary>
internal sealed class SiteGaussians(NoiseSites sites, string purpose)
{
    private readonly RandomKey _key = sites.Key.Fold(purpose);
    private readonly ulong _first = (ulong)(sites.FirstSite / RandomGaussians.StepNumbers);
    private ulong _step;

    /// <summary>Fills a span of one number per site with the next step's numbers.</summary>
    public void Next(Span<double> numbers) => new RandomGaussians(_key.Fold(_step++)).Fill(_first, numbers);

    /// <summary>Generator of the next step, for loops that draw in registers, and where this batch starts in it.</summary>
    public RandomGaussians Next(out ulong first)
    {
        first = _first;
        return new(_key.Fold(_step++));
    }
}

/// <summary>White noise whose deviation does not depend on the state. A sample is the mean over its step, so its variance is S/(2·step):
/// the density S up to half the sampling rate.</summary>
internal sealed class WhiteProcess(NoiseSites sites, string purpose, Func<double, double> density) : INoiseProcess
{
    private readonly double[] _deviation = [.. sites.Siemens.Select(siemens => Math.Sqrt(density(siemens) / (2 * sites.StepSeconds)))];
    private readonly double[] _numbers = new double[sites.Count];
    private readonly SiteGaussians _gaussians = new(sites, purpose);

    public void AddNext(Span<double> samples)
    {
        _gaussians.Next(_numbers);
        TensorPrimitives.MultiplyAdd<double>(_numbers, _deviation, samples, samples);
    }
}
