using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>What every noise of cells states of its voltage, against the samples that it gives.</summary>
public class VoltageResponseTests
{
    public static TheoryData<string> CellNoises => [.. NoiseCatalog.All.Where(m => m.Place == NoisePlace.Cell).Select(m => m.Name)];

    private static readonly double[] s_volts = [-0.9, -0.2, -0.03, -1e-4, 0, 1e-9, 2e-3, 0.026, 0.4, 1.2];

    [Theory]
    [MemberData(nameof(CellNoises))]
    public void Samples_AtAnyVoltage_AreTheProcessTimesTheResponse(string name)
    {
        var model = NoiseCatalog.Find(name);
        var response = model.Response(350);
        var sites = new NoiseSites
        {
            Siemens = [.. s_volts.Select((_, c) => 1e-6 * (1 + 3 * c))],
            StepSeconds = 1e-9,
            Kelvin = 350,
            Key = RandomKey.FromSeed(5),
        };
        INoiseProcess atOne = model.Begin(sites), atVolts = model.Begin(sites);
        double[] ones = [.. s_volts.Select(_ => 1.0)];
        for (int k = 0; k < 50; k++)
        {
            double[] y = new double[s_volts.Length], amperes = new double[s_volts.Length];
            atOne.AddNext(ones, y);
            atVolts.AddNext(s_volts, amperes);
            for (int c = 0; c < y.Length; c++)
            {
                double expected = y[c] / response.At(1) * response.At(s_volts[c]);
                // At millivolts shot noise is the root of a difference of two nearly equal numbers.
                Assert.Equal(expected, amperes[c], 1e-6 * Math.Abs(expected));
            }
        }
    }

    [Theory]
    [MemberData(nameof(CellNoises))]
    public void Slope_IsTheDerivative_AndManyCellsAreAsOne(string name)
    {
        var response = NoiseCatalog.Find(name).Response(300);
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
