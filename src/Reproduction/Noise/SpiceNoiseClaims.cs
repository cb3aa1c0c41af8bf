using System.Text;
using Crossbar.Engines.Ngspice;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Reproduction.Noise;

/// <summary>What ngspice's TRNOISE source really gives, on which a deck with noise relies.</summary>
public sealed class SpiceNoiseClaims : IClaimFamily
{
    private const int Runs = 10, Sources = 16, Steps = 10_000, FinePerStep = 4, Segment = 4096;
    private const double Step = 1e-9, Amplitude = 1e-3;

    public string Name => "spice-noise";
    public string Summary => "Density, interpolation and 1/f part of ngspice's TRNOISE source.";

    public IReadOnlyList<Claim> Claims =>
    [
        Of("noise.trnoise-density", "Density of TRNOISE(NA NT 0 0) far below 1/NT over 2·NA²·NT.", "2·NA²·NT", 0.05,
            volts => Mean(volts, "w", (f, density) => density / (2 * Amplitude * Amplitude * Step))),
        Of("noise.trnoise-flicker", "Density of TRNOISE(0 NT 1 NAMP) far below 1/NT over NAMP²/(πf).", "NAMP²/(πf)", 0.05,
            volts => Mean(volts, "f", (f, density) => density * Math.PI * f / (Amplitude * Amplitude))),
        Of("noise.trnoise-variance", "Variance over time of TRNOISE(NA NT 0 0) over NA², lower than 1 since samples are joined by lines.",
            "2/3", 0.033,
            volts => Enumerable.Range(0, Sources).Average(k => Variance(volts, k))),
    ];

    private static Claim Of(string id, string statement, string published, double tolerance, Func<Waveforms, double> measure) => new()
    {
        Id = id,
        Statement = statement,
        Source = "ngspice source, src/frontend/trannoise; manual section on transient noise",
        Published = published,
        Protocol = $"{Runs} runs of {Sources} sources into 1 Ω, NT = 1 ns, {Steps} samples; Welch spectra between 0.008 and 0.05 of 1/NT; "
            + "ngspice cannot be seeded, and all noise of a run is a few per cent too strong or too weak together",
        Reproduces = Interval.Around(id.EndsWith("variance", StringComparison.Ordinal) ? 2.0 / 3 : 1, tolerance),
        NeedsEngine = "ngspice",
        Measure = (context, cancellation) => Finding.Mean([.. context.Once("trnoise", () =>
            Enumerable.Range(0, Runs).Select(_ => Run(cancellation)).ToList()).Select(measure)]),
    };

    private static Waveforms Run(CancellationToken cancellation)
    {
        var deck = new StringBuilder("* TRNOISE: white sources w, 1/f sources f\n");
        for (int k = 0; k < Sources; k++)
            deck.Append($"Iw{k} 0 w{k} DC 0 TRNOISE({Amplitude} {Step} 0 0)\nRw{k} w{k} 0 1\n")
                .Append($"If{k} 0 f{k} DC 0 TRNOISE(0 {Step} 1 {Amplitude})\nRf{k} f{k} 0 1\n");
        deck.Append(".save ").AppendJoin(' ', Enumerable.Range(0, Sources).Select(k => $"v(w{k}) v(f{k})"))
            .Append($"\n.tran {Step / FinePerStep} {Steps * Step} 0 {Step / FinePerStep}\n.end\n");
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".cir");
        try
        {
            File.WriteAllText(path, deck.ToString());
            return new NgspiceEngine().RunDeck(path, cancellation: cancellation).Volts;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Mean over the sources and the bins of a band of what a function makes of the density.</summary>
    private static double Mean(Waveforms volts, string kind, Func<double, double, double> of)
    {
        double fine = Step / FinePerStep;
        int segments = (Steps * FinePerStep - FinePerStep) / Segment;
        return Enumerable.Range(0, Sources).Average(k =>
        {
            var welch = new WelchSpectrum(Segment, fine);
            double[] samples = Sampled(volts, $"v({kind}{k})", segments * Segment);
            for (int s = 0; s < segments; s++) welch.Add(samples.AsSpan(s * Segment, Segment));
            return welch.Hertz.Zip(welch.Density).Where(bin => bin.First * Step is > 0.0078 and < 0.05).Average(bin => of(bin.First,
                bin.Second));
        });
    }

    /// <summary>Straight lines between the corners: Simpson's rule on ends and middle of each step is exact.</summary>
    private static double Variance(Waveforms volts, int source)
    {
        double[] v = Sampled(volts, $"v(w{source})", Steps * FinePerStep - FinePerStep);
        double sum = 0;
        int count = 0;
        for (int k = FinePerStep; k + FinePerStep < v.Length; k += FinePerStep, count++)
            sum += (v[k] * v[k] + 4 * v[k + FinePerStep / 2] * v[k + FinePerStep / 2] + v[k + FinePerStep] * v[k + FinePerStep]) / 6;
        return sum / count / (Amplitude * Amplitude);
    }

    private static double[] Sampled(Waveforms volts, string name, int count)
    {
        int index = Array.IndexOf(volts.Names, name);
        if (index < 0) index = Array.IndexOf(volts.Names, name[2..^1]);
        double fine = Step / FinePerStep;
        return [.. Enumerable.Range(0, count).Select(k => volts.At(index, k * fine))];
    }
}
