using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Mapping;

/// <summary>What a programming error is measured against.</summary>
public enum ErrorReference
{
    /// <summary>The cell's own target: small conductances have small errors.</summary>
    Target,

    /// <summary>The range from off to on: small conductances err as much as large ones, and many small ones add up.</summary>
    Range,
}

/// <summary>Another mapping whose cells missed their targets by independent normal errors, once and for all: the static error that hurts,
/// as opposed to read noise, which can help. Conductances below zero are cut off at zero. It says what a given error does; what error a
/// given device and write algorithm leave is the business of <c>Crossbar.Programming</c>.</summary>
/// <param name="inner">Gives the targets.</param>
/// <param name="relativeDeviation">Standard deviation as a part of the reference. Range: ≥ 0.</param>
/// <param name="reference">What the deviation is a part of.</param>
/// <param name="key">Source of the errors; the same key gives the same array.</param>
public sealed class ProgrammingErrorMapping(DifferentialPairMapping inner, double relativeDeviation, ErrorReference reference,
    RandomKey key)
    : IWeightMapping
{
    private readonly double _deviation = Check.NotNegative(relativeDeviation, nameof(relativeDeviation));

    public string Name => $"{inner.Name} with {100 * _deviation:g3} % error of the {reference.ToString().ToLowerInvariant()}";
    public string Summary => "another mapping with independent programming errors";

    public MappedWeights Map(IsingModel model)
    {
        var mapped = inner.Map(model);
        double range = inner.OnSiemens - inner.OffSiemens;
        var stream = key.Stream();
        double[] cells = [.. mapped.Cells.Siemens];
        for (int k = 0; k < cells.Length; k++)
        {
            double unit = reference == ErrorReference.Target ? cells[k] : range;
            cells[k] = Math.Max(0, cells[k] + _deviation * unit * stream.NextGaussian());
        }
        return mapped with { Mapping = Name, Cells = new(mapped.Cells.Rows, mapped.Cells.Columns, cells) };
    }
}
