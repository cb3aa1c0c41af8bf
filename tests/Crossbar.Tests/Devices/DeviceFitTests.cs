using Crossbar.Bench;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Tests.Devices;

/// <summary>Fits to data whose parameters are known.</summary>
public sealed class DeviceFitTests
{
    /// <summary>1e-3: the fit sees the sine through 100 straight lines, which hold 2e-4 less flux.</summary>
    [Fact]
    public void Fit_OfExactData_FindsTheParameters()
    {
        var truth = new LinearIonDrift { OnOhms = 150, OffOhms = 12e3 };
        var (seconds, volts, amperes) = Measure(truth, 0);
        var fit = DeviceFit.Run(new LinearIonDrift(), [("onOhms", null), ("OffOhms", null)], seconds, volts, amperes,
            TestContext.Current.CancellationToken);
        Assert.True(fit.Converged);
        Assert.Equal(150, fit.Parameters[0].Value, 0.15);
        Assert.Equal(12e3, fit.Parameters[1].Value, 12.0);
    }

    /// <summary>Noise of 1 % of the rms current: the truth lies within 5 of the reported standard errors, and these are neither tiny nor
    /// huge; the seed is fixed.</summary>
    [Fact]
    public void Fit_OfNoisyData_ReportsErrorsThatCoverTheTruth()
    {
        var truth = new Yakopcic { PositivePerSecond = 6000, NegativeAmperes = 0.12 };
        var (seconds, volts, amperes) = Measure(truth, 0.01);
        var fit = DeviceFit.Run(new Yakopcic(), [("positivePerSecond", null), ("negativeAmperes", new Interval(0.01, 1))], seconds,
            volts, amperes,
            TestContext.Current.CancellationToken);
        Assert.InRange(Math.Abs(fit.Parameters[0].Value - 6000) / fit.Parameters[0].StandardError, 0, 5);
        Assert.InRange(Math.Abs(fit.Parameters[1].Value - 0.12) / fit.Parameters[1].StandardError, 0, 5);
        foreach (var parameter in fit.Parameters) Assert.InRange(parameter.StandardError / parameter.Value, 1e-4, 0.05);
        Assert.InRange(fit.RootMeanSquareAmperes / Math.Sqrt(amperes.Average(i => i * i)), 0.008, 0.012);
    }

    [Fact]
    public void Fit_WhoseTruthLiesOutsideTheBounds_StopsAtTheBoundAndSaysSo()
    {
        var (seconds, volts, amperes) = Measure(new LinearIonDrift { OffOhms = 12e3 }, 0);
        var fit = DeviceFit.Run(new LinearIonDrift(), [("offOhms", new Interval(14e3, 20e3))], seconds, volts, amperes,
            TestContext.Current.CancellationToken);
        Assert.True(fit.Parameters[0].IsAtBound);
        Assert.Equal(14e3, fit.Parameters[0].Value, 1e-3);
    }

    [Theory]
    [InlineData("ohms", "no numeric parameter 'ohms'")]
    [InlineData("windowExponent", "bounds of 'windowExponent'")]
    public void Fit_OfAWrongParameter_IsRefused(string name, string message)
    {
        var (seconds, volts, amperes) = Measure(new LinearIonDrift(), 0);
        var error = Assert.Throws<ArgumentException>(() =>
            DeviceFit.Run(new LinearIonDrift(), [(name, new Interval(-1, 1))], seconds, volts, amperes,
                TestContext.Current.CancellationToken));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static (double[] Seconds, double[] Volts, double[] Amperes) Measure(IDeviceModel device, double noise)
    {
        double period = device.Sweep.PeriodSeconds;
        var drive = DeviceBench.Sine(device.Sweep.Volts, period);
        var trace = DeviceBench.Drive(device, drive, period);
        double[] seconds = [.. Enumerable.Range(0, 101).Select(k => period * k / 100)];
        double[] amperes = [.. seconds.Select(t => trace.Waves.At(1, t))];
        double scale = noise * Math.Sqrt(amperes.Average(i => i * i));
        var stream = RandomKey.FromSeed(8).Stream();
        for (int k = 0; k < amperes.Length; k++) amperes[k] += scale * stream.NextGaussian();
        return (seconds, [.. seconds.Select(drive.At)], amperes);
    }
}
