using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;

namespace Benchmarks;

/// <summary>Sixteen coupled neurons at rest away from 0 V, so that every cell carries current, and what noise does to them.</summary>
internal sealed class NoisyArray
{
    private const int Neurons = 16;
    private readonly double[] _rest;

    public NoisyArray()
    {
        var netlist = HopfieldCircuits.Make(Neurons, 0, 5);
        var cells = netlist.Elements.OfType<CrossbarArray>().Single().Cells;
        double siemens = cells.Siemens.Sum() / cells.Columns + 1 / HopfieldCircuits.LeakOhms;
        TimeConstant = HopfieldCircuits.Farads / siemens;
        netlist = netlist with
        {
            Elements = [.. netlist.Elements.Select(Calm), .. Enumerable.Range(0, Neurons).Select(i => new CurrentSource(
                $"bias{i}", "0", $"u{i}", SourceWaveform.Constant((i % 2 == 0 ? 0.3 : -0.2) * siemens)))],
            InitialVolts = new Dictionary<string, double>(),
        };
        double end = 300 * TimeConstant;
        var rest = new ReducedEngine().Load(netlist).Transient(new()
        {
            StopSeconds = end,
            OutputSeconds = [end],
            RelativeTolerance = 1e-11,
            AbsoluteVolts = 1e-14,
        });
        _rest = [.. rest.Volts.Values.Select(u => u[^1])];
        Netlist = netlist with { InitialVolts = netlist.ProbeNodes.Zip(_rest).ToDictionary(pair => pair.First, pair => pair.Second) };
    }

    public Netlist Netlist { get; }

    /// <summary>Mean time constant of a node, s.</summary>
    public double TimeConstant { get; }

    /// <summary>Volts less those of rest at every fortieth of a time constant. Shape: neurons × times.</summary>
    public double[][] Deviations(ICircuitEngine engine, Netlist netlist, NoiseSettings? noise, double taus)
    {
        double step = noise?.StepSeconds ?? TimeConstant / 40;
        var run = engine.Load(netlist).Transient(new()
        {
            StopSeconds = taus * TimeConstant,
            OutputSeconds = [.. Enumerable.Range(1, (int)Math.Round(taus * TimeConstant / step)).Select(k => k * step)],
            RelativeTolerance = noise is null ? 1e-4 : 1e-6,
            AbsoluteVolts = noise is null ? 1e-7 : 1e-9,
            LargestStepSeconds = noise is null ? step : 0.5 * step,
            Noise = noise,
            TimeLimitSeconds = 3600,
        });
        return [.. run.Volts.Values.Select((u, i) => u.Select(v => v - _rest[i]).ToArray())];
    }

    /// <summary>Mean over the nodes of the product over each lag, V².</summary>
    public double[] Statistics(ICircuitEngine engine, Netlist netlist, NoiseSettings? noise, double taus, double[] lags)
    {
        double[][] volts = Deviations(engine, netlist, noise, taus);
        return [.. lags.Select(lag => Correlation(volts, (int)Math.Round(40 * lag)))];
    }

    /// <summary>Mean product over a lag, the first tenth left out, in which the noise grows.</summary>
    public static double Correlation(double[][] volts, int lag)
    {
        double sum = 0;
        foreach (double[] u in volts)
        {
            int first = u.Length / 10;
            double node = 0;
            for (int k = first; k < u.Length - lag; k++) node += u[k] * u[k + lag];
            sum += node / (u.Length - lag - first);
        }
        return sum / volts.Length;
    }

    /// <summary>A loop gain of one half: the array's largest eigenvalue is nearly that of ΣG.</summary>
    private static NetlistElement Calm(NetlistElement element) =>
        element is TanhAmplifier amplifier ? amplifier with { GainPerVolt = SourceWaveform.Constant(0.5) } : element;
}
