using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;

namespace Crossbar.Tests.Devices;

/// <summary>The one device with a closed form.</summary>
public sealed class LinearIonDriftTests
{
    /// <summary>R² = R₀² − 2 k (R_off − R_on) φ inside the film: 1e-5 is the accuracy that a tolerance of 1e-6 per step leaves over the
    /// sweep.</summary>
    [Fact]
    public void Sweep_InsideTheFilm_FollowsTheFluxLaw()
    {
        var device = new LinearIonDrift();
        var trace = DeviceBench.Drive(device, SourceWaveform.PiecewiseLinear([0, 0.5, 1.5, 2], [0, 1, -1, 0]), 2);
        double flux = 0, start = device.OhmsAt(device.StartFraction), spread = device.OffOhms - device.OnOhms;
        for (int k = 1; k < trace.Seconds.Length; k++)
        {
            flux += 0.5 * (trace.Volts[k] + trace.Volts[k - 1]) * (trace.Seconds[k] - trace.Seconds[k - 1]);
            double ohms = Math.Sqrt(start * start - 2 * device.StatePerCoulomb * spread * flux);
            Assert.Equal(ohms, device.OhmsAt(trace.State(0)[k]), 1e-5 * ohms);
        }
        Assert.InRange(trace.State(0).Max(), device.StartFraction + 0.05, 0.999);
        Assert.Equal(device.StartFraction, trace.State(0)[^1], 1e-6);
    }

    [Fact]
    public void State_DrivenToTheEndOfTheFilm_StaysThereAndComesBack()
    {
        var device = new LinearIonDrift { StartFraction = 0.9 };
        var trace = DeviceBench.Drive(device, SourceWaveform.PiecewiseLinear([0, 2, 2.01], [1, 1, -1]), 2.1);
        int end = Array.FindIndex(trace.Seconds, t => t >= 2);
        Assert.Equal(1, trace.State(0)[end]);
        Assert.Equal(1 / device.OnOhms, trace.Amperes[end], 1e-12);
        Assert.True(trace.State(0)[^1] < 1);
    }

    /// <summary>Values by hand: x = 0.2, p = 2.</summary>
    [Theory]
    [InlineData(DriftWindow.None, 1, 1)]
    [InlineData(DriftWindow.Joglekar, 1, 1 - 0.6 * 0.6 * 0.6 * 0.6)]
    [InlineData(DriftWindow.Biolek, 1, 1 - 0.2 * 0.2 * 0.2 * 0.2)]
    [InlineData(DriftWindow.Biolek, -1, 1 - 0.8 * 0.8 * 0.8 * 0.8)]
    [InlineData(DriftWindow.Prodromakis, 1, 1 - 0.84 * 0.84)]
    public void Window_AtAFifthOfTheFilm_IsThePublishedValue(DriftWindow window, double volts, double factor)
    {
        double[] plain = new double[1], shaped = new double[1];
        new LinearIonDrift().Rates([volts], [0.2], plain);
        new LinearIonDrift { Window = window, WindowExponent = 2 }.Rates([volts], [0.2], shaped);
        Assert.Equal(factor, shaped[0] / plain[0], 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Resistance_OutOfRange_IsRefused(double ohms) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearIonDrift { OnOhms = ohms });
}
