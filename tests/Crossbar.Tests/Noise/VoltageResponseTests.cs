using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>What every noise of cells states of its voltage, against the densities that it states.</summary>
public class VoltageResponseTests
{
    public static TheoryData<string> CellNoises => [.. Catalog.Of<INoiseModel>().Where(m => m.Place == NoisePlace.Cell).Select(m => m.Name)];

    private static readonly double[] s_volts = [-0.9, -0.2, -0.03, -1e-4, 0, 1e-9, 2e-3, 0.026, 0.4, 1.2];

    /// <summary>The current is y · r(V) and y knows no voltage, so every density must go as r². At millivolts shot noise is a difference of
    /// two nearly equal numbers, good to 1e-7.</summary>
    [Theory]
    [MemberData(nameof(CellNoises))]
    public void Density_AtAnyVoltage_GoesAsTheSquareOfTheResponse(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        var response = model.Response(350);
        const double hertz = 3e6, step = 1e-9;
        double unit = 1 / (response.At(1) * response.At(1));
        NoisePoint one = new(2e-5, 1, 350);
        foreach (double volts in s_volts)
        {
            NoisePoint at = one with { Volts = volts };
            double part = response.At(volts) * response.At(volts) * unit;
            Same(model.Density(one, hertz), model.Density(at, hertz));
            Same(model.SampledDensity(one, hertz, step), model.SampledDensity(at, hertz, step));
            Same(model.BandVariance(one, hertz), model.BandVariance(at, hertz));

            void Same(double atOne, double atVolts) => Assert.Equal(atOne * part, atVolts, 1e-6 * atOne * part);
        }
    }

    [Theory]
    [MemberData(nameof(CellNoises))]
    public void Slope_IsTheDerivative_AndManyCellsAreAsOne(string name)
    {
        var response = Catalog.Find<INoiseModel>(name, "noise").Response(300);
        foreach (double volts in s_volts.Where(v => Math.Abs(v) > 1e-3))
        {
            double d = 1e-5 * Math.Abs(volts), quotient = (response.At(volts + d) - response.At(volts - d)) / (2 * d);
            Assert.Equal(quotient, response.Slope(volts), 1e-7 * (Math.Abs(quotient) + 1));
        }
        double[] samples = [.. Enumerable.Range(0, 700).Select(c => 1.0 + c)], voltages = [.. samples.Select(y => 1e-3 * y - 0.3)];
        var sums = new double[700];
        response.AddAmperes(samples, voltages, sums);
        for (int c = 0; c < sums.Length; c++)
            Assert.Equal(samples[c] * response.At(voltages[c]), sums[c], 1e-8 * samples[c]);
    }
}
