using Crossbar.Noise;
using Crossbar.Noise.Models;
using Hopfield.Numerics;

namespace Crossbar.Tests.Noise;

/// <summary>What every noise model promises, held over all that the catalogue finds.</summary>
public class NoiseModelTests(ITestOutputHelper output)
{
    private const double Step = 1e-9;
    private static readonly NoisePoint s_point = new(2e-5, 0.2, 300);

    public static TheoryData<string> Names => [.. Catalog.Of<INoiseModel>().Select(model => model.Name)];

    private static NoiseSites Sites(int count, double step, int first = 0, ulong seed = 1) => new()
    {
        Siemens = [.. Enumerable.Repeat(s_point.Siemens, count)],
        StepSeconds = step,
        Kelvin = s_point.Kelvin,
        Key = RandomKey.FromSeed(seed),
        FirstSite = first,
    };

    [Fact]
    public void Catalogue_HasEveryKind() =>
        Assert.Equal(["amplifier", "comparator", "flicker", "read", "rtn", "shot", "thermal"], Catalog.Of<INoiseModel>().Select(model =>
            model.Name));

    /// <summary>
    /// Welch on 1024 cells against the stated density of samples, some thirty bands: no band beyond 4.5 standard errors, which come from
    /// the spread over cells (false alarm 2e-4 a model).
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Spectrum_OfSamples_IsTheStatedOne(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        var bands = NoiseSpectrum.Estimate(model, s_point, Sites(1024, Step), 1024, 4, 16);
        double worst = 0;
        foreach (var band in bands)
        {
            // Where a held read's spectrum has a zero there is only what the window smears into it.
            double theory = band.Hertz.Average(f => model.SampledDensity(s_point, f, Step));
            if (theory < 0.05 * model.SampledDensity(s_point, 0, Step) && name == "read") continue;
            worst = Math.Max(worst, Math.Abs(band.Deviations(f => model.SampledDensity(s_point, f, Step))));
        }
        output.WriteLine($"{name}: worst band {worst:f2} standard errors");
        Assert.True(worst < 4.5, $"{worst}");
    }

    /// <summary>Far below the sampling rate the samples have the density of the process itself.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void SampledDensity_AtLowFrequency_IsTheDensity(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        foreach (double hertz in (double[])[10, 1e3, 1e5])
        {
            double density = model.Density(s_point, hertz);
            Assert.True(density > 0);
            Assert.Equal(density, model.SampledDensity(s_point, hertz, Step / 1000), 2e-3 * density);
        }
    }

    /// <summary>The variance in a band is the integral of the density; all of a read's noise counts.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void BandVariance_IsTheIntegralOfTheDensity(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        if (name == "read") return;
        double sum = 0;
        const int PerDecade = 200;
        double width = Math.Log(10) / PerDecade;
        for (double f = 1e-4; f < 1e8 * (1 - 1e-9); f *= Math.Exp(width))
            sum += width * Math.Sqrt(f * f * Math.Exp(width)) * model.Density(s_point, f * Math.Exp(width / 2));
        Assert.Equal(model.BandVariance(s_point, 1e8), sum, 3e-3 * sum);
    }

    /// <summary>
    /// Variance and correlation over 8 ns from steps of 1 ns and of 0.5 ns agree within 4.5 standard errors (white noise, whose
    /// variance is
    /// proportional to the bandwidth, by the density S = 2·step·variance instead).
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void HalvingTheStep_ChangesNoStatistic(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        bool white = name is "thermal" or "shot";
        var (coarse, coarseError, coarseLag, _) = Moments(model, Step, 8);
        var (fine, fineError, fineLag, lagError) = Moments(model, Step / 2, 16);
        if (white) (fine, fineError) = (fine / 2, fineError / 2);
        output.WriteLine($"{name}: variance {coarse:e4} and {fine:e4}, over 8 ns {coarseLag:e4} and {fineLag:e4}");
        // A symmetric telegraph signal's square is a constant: there only rounding is left.
        Assert.True(Math.Abs(coarse - fine) < 1e-9 * coarse + 4.5 * Math.Sqrt(coarseError * coarseError + fineError * fineError));
        if (!white) Assert.True(Math.Abs(coarseLag - fineLag) < 4.5 * Math.Sqrt(2) * lagError);
        else Assert.True(Math.Abs(fineLag) < 4.5 * lagError);
    }

    // Mean square and product over a lag, with standard errors from the spread over cells, which are independent.
    private static (double Variance, double Error, double Lag, double LagError) Moments(INoiseModel model, double step, int lag)
    {
        const int Cells = 2048, Steps = 64;
        var process = model.Begin(Sites(Cells, step, seed: (ulong)lag));
        var records = new double[Steps][];
        for (int k = 0; k < Steps; k++) process.AddNext(records[k] = new double[Cells]);
        double[] square = new double[Cells], product = new double[Cells];
        for (int c = 0; c < Cells; c++)
        {
            square[c] = records.Average(at => at[c] * at[c]);
            product[c] = Enumerable.Range(lag, Steps - lag).Average(k => records[k][c] * records[k - lag][c]);
        }
        static double Error(double[] x)
        {
            double mean = x.Average();
            return Math.Sqrt(x.Average(v => (v - mean) * (v - mean)) / x.Length);
        }

        return (square.Average(), Error(square), product.Average(), Error(product));
    }

    /// <summary>Site c at step k has the same bytes in one batch, in three, and next to others; a sample takes no memory.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_CutIntoBatches_AreTheSameBytes(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        const int Count = 100;
        var whole = model.Begin(Sites(Count, Step));
        (int First, int Length)[] cuts = [(0, 32), (32, 48), (80, 20)];
        var parts = cuts.Select(cut => (Process: model.Begin(Sites(cut.Length, Step, cut.First)), cut.First, cut.Length)).ToArray();
        double[] all = new double[Count], cut = new double[Count];
        long before = 0;
        for (int k = 0; k < 50; k++)
        {
            if (k == 40) before = GC.GetAllocatedBytesForCurrentThread();
            whole.AddNext(all);
            foreach (var part in parts) part.Process.AddNext(cut.AsSpan(part.First, part.Length));
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(all, cut);
        Assert.Contains(all, x => x != 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryModel_SaysWhereItComesFrom(string name)
    {
        var model = Catalog.Find<INoiseModel>(name, "noise");
        Assert.True(model.Source.Length > 20 && model.NotModelled.Length > 20 && model.Summary.Length > 20);
    }

    [Fact]
    public void Parameters_OutOfRange_AreRefusedWithNameAndUnit()
    {
        Assert.Contains("FanoFactor", Assert.Throws<ArgumentOutOfRangeException>(() => new ShotNoise { FanoFactor = 2 }).Message);
        Assert.Contains("Hz", Assert.Throws<ArgumentOutOfRangeException>(() => new FlickerNoise { LowHertz = 0 }).Message);
        Assert.Contains("upper corner", Assert.Throws<ArgumentException>(() => new FlickerNoise { LowHertz = 1e10 }.Density(s_point,
            1)).Message);
        Assert.Contains("CaptureSeconds", Assert.Throws<ArgumentOutOfRangeException>(() =>
            new TelegraphNoise { CaptureSeconds = double.NaN }).Message);
        Assert.Contains("multiple of 16", Assert.Throws<ArgumentOutOfRangeException>(() => Sites(10, Step, first: 8)).Message);
        Assert.Contains("there is no noise 'pink'", Assert.Throws<ArgumentException>(() => Catalog.Find<INoiseModel>("pink", "noise")).Message);
    }
}
