using Crossbar.Devices;
using Crossbar.Noise.Models;
using Studies.Noise;
using Studies.Tests.Support;

namespace Studies.Tests.Noise;

public class NoiseStudyTests
{
    /// <summary>Nyquist: σ² = 4kT ΣG B.</summary>
    [Fact]
    public void Budget_FromItsRecord_IsTheSame_AndThermalNoiseIsNyquists()
    {
        var record = Rerun.Repeats(new NoiseBudgetStudy { Rows = 10, Kelvin = 350, Noise = [new ThermalNoise(), new TelegraphNoise()] });
        double siemens = 5 * (1e-4 + 1e-6);
        Assert.Equal(Math.Sqrt(4 * 1.380649e-23 * 350 * siemens * 1e9), record.Rows[0].SigmaAmperes, 1e-12);
        Assert.Equal(["thermal", "rtn", "all"], record.Rows.Select(row => row.Source));
    }

    [Fact]
    public void Psd_FromItsRecord_IsTheSame_AndAsTheModelsState()
    {
        var record = Rerun.Repeats(new NoisePsdStudy
        {
            Device = new StanfordPku(),
            Siemens = 1e-4,
            Volts = 0.1,
            Samples = 256,
            Noise = [new ThermalNoise(), new FlickerNoise { LowHertz = 1e4 }],
        });
        Assert.Equal(1e-4, record.Siemens, 1e-9);
        Assert.True(record.Agrees);
        Assert.All(record.Noise, noise => Assert.NotEmpty(noise.Bands));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(128)]
    public void Psd_OfSamplesThatAreNoPowerOfTwoInRange_IsRefused(int samples) =>
        Assert.Throws<ArgumentException>(() => new NoisePsdStudy { Noise = [], Samples = samples });
}
