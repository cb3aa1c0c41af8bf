using System.Globalization;
using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>r = √(x coth x − 1), x = q|V|/2kT: the root of shot noise in excess of thermal noise, so that y is white of density 4kTG·F.
/// Near 0 V r = x/√3; there the difference drowns in rounding, and the expression of ngspice floors it at
/// <see cref="LeastSquare"/>.</summary>
public sealed record ShotResponse : IVoltageResponse
{
    /// <summary>Least r² in ngspice, a pure number: 1e-12, met below 0.1 µV, keeps the root's slope finite.</summary>
    public const double LeastSquare = 1e-12;

    private const int Block = 256; // numbers that stay in the first cache
    private const double SmallArgument = 1e-3; // below it r is x/√3 to 1e-7, and the difference loses digits

    /// <summary>Temperature, K. Range: &gt; 0.</summary>
    public required double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); }

    private double PerVolt => 0.5 / (PhysicalConstants.BoltzmannVoltsPerKelvin * Kelvin);

    public double At(double volts)
    {
        double x = PerVolt * Math.Abs(volts);
        return x < SmallArgument ? x * Math.Sqrt(1.0 / 3) : Math.Sqrt(x / Math.Tanh(x) - 1);
    }

    /// <inheritdoc/>
    /// <remarks>(coth x − x/sinh² x)/2r; 1/√3 from above at 0 V, where r has a corner.</remarks>
    public double Slope(double volts)
    {
        double x = PerVolt * Math.Abs(volts), sign = volts < 0 ? -1 : 1;
        if (x < SmallArgument) return sign * PerVolt * Math.Sqrt(1.0 / 3);
        double coth = 1 / Math.Tanh(x), sinh = Math.Sinh(Math.Min(x, 300));
        return sign * PerVolt * (coth - x / (sinh * sinh)) / (2 * At(volts));
    }

    public void AddAmperes(ReadOnlySpan<double> samples, ReadOnlySpan<double> volts, Span<double> amperes)
    {
        Span<double> argument = stackalloc double[Block], atLeast = stackalloc double[Block], root = stackalloc double[Block];
        for (int at = 0; at < amperes.Length; at += Block)
        {
            int count = Math.Min(Block, amperes.Length - at);
            Span<double> x = argument[..count], floored = atLeast[..count], r = root[..count];
            TensorPrimitives.Abs(volts.Slice(at, count), x);
            TensorPrimitives.Multiply(x, PerVolt, x);
            // r of the argument, at least of the small one; below that one in proportion.
            TensorPrimitives.Max(x, SmallArgument, floored);
            TensorPrimitives.Tanh(floored, r);
            TensorPrimitives.Divide(floored, r, r);
            TensorPrimitives.Subtract(r, 1, r);
            TensorPrimitives.Sqrt(r, r);
            TensorPrimitives.Divide(x, floored, x);
            TensorPrimitives.Multiply(r, x, r);
            var target = amperes.Slice(at, count);
            TensorPrimitives.MultiplyAdd(samples.Slice(at, count), r, target, target);
        }
    }

    public string SpiceText(string volts)
    {
        string x = string.Create(CultureInfo.InvariantCulture, $"(abs({volts})*{PerVolt:R}+1e-9)");
        return string.Create(CultureInfo.InvariantCulture, $"sqrt(max({x}/tanh{x}-1,{LeastSquare:R}))").Replace('E', 'e');
    }
}
