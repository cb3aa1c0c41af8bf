using Hopfield.Numerics;

namespace Crossbar.Tests.Engines;

public sealed class ShapePreservingCubicTests
{
    [Fact]
    public void Interpolation_OfAnExponential_ConvergesFasterThanThirdOrder()
    {
        double Worst(int count)
        {
            double[] axis = TestCircuits.Grid(3, count), at = TestCircuits.Grid(3, 997);
            double[] values = ShapePreservingCubic.Interpolate(axis, [.. axis.Select(t => Math.Exp(-t))], at);
            return at.Select((t, k) => t is > 0.3 and < 2.7 ? Math.Abs(values[k] - Math.Exp(-t)) : 0).Max();
        }
        Assert.InRange(Worst(31) / Worst(61), 7.5, 20);
    }

    [Fact]
    public void Interpolation_OfAKink_DoesNotOvershoot()
    {
        double[] values = ShapePreservingCubic.Interpolate([0, 1, 2, 3, 4], [0, 0, 1, 1, 1], TestCircuits.Grid(4, 401));
        Assert.All(values, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Interpolation_AtSamplesAndOutside_HoldsThem() =>
        Assert.Equal([5, 5, 7, 6, 6], ShapePreservingCubic.Interpolate([1, 2, 3], [5, 7, 6], [0, 1, 2, 3, 9]));

    [Fact]
    public void TrapezoidRule_OfALine_IsExact() =>
        Assert.Equal([0, 0.625, 4], TrapezoidRule.Cumulate([0, 1, 4], [0.5, 0.75, 1.5]));
}
