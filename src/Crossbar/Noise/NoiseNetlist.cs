using Crossbar.Engines;
using Crossbar.Engines.Reduced;
using Crossbar.Netlists;

namespace Crossbar.Noise;

/// <summary>
/// Noise as elements of a netlist, for engines that do not integrate stochastic equations: either the very waveforms, sampled from the
/// same key
/// and held as straight lines, so that one noisy run can be compared point by point between engines, or sources that draw for themselves.
/// </summary>
public static class NoiseNetlist
{
    /// <summary>Noise step over the shortest time constant where no step is given (our choice).</summary>
    public const double DefaultStepFraction = 0.01;

    /// <summary>
    /// The circuit with thermal noise as one current waveform into each capacitor node, correlated as 4kT Re Y, and amplifier noise as
    /// one voltage
    /// waveform before each input: straight lines through the samples at k · step. Sample k of thermal noise is that which the reduced
    /// engine
    /// holds during its step k.
    /// </summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="noise">The sources; only thermal and amplifier noise.</param>
    /// <param name="stopSeconds">End of the waveforms, s.</param>
    /// <param name="engineName">Goes into the exception.</param>
    /// <param name="cancellation">Ends a long reduction of the array.</param>
    /// <exception cref="CircuitException">A source depends on the voltage of its cell, which no waveform can.</exception>
    public static Netlist WithSamples(
        Netlist netlist, NoiseSettings noise, double stopSeconds, string engineName, CancellationToken cancellation = default)
    {
        foreach (var other in noise.Models.Where(m => m is not Models.ThermalNoise && m.Place != NoisePlace.AmplifierInput))
            throw new CircuitException(engineName, $"noise '{other.Name}' changes with the voltage of its cell, or is a comparator's; "
                + $"{engineName} takes sampled waveforms (thermal, amplifier), the reduced engine takes all noise of continuous circuits");
        var model = ReducedModelBuilder.Build(netlist, cancellation);
        double step = noise.StepSeconds ?? DefaultStepFraction * model.ShortestTimeConstant();
        int n = model.Farads.Length, steps = Steps(step, stopSeconds, engineName);
        double[] seconds = [.. Enumerable.Range(0, steps + 1).Select(k => k * step)];
        var elements = new List<NetlistElement>(netlist.Elements);
        if (noise.HasThermal)
        {
            var network = NetworkNoise.Of(model.A, n, noise.Kelvin);
            double[][] amperes = Columns(n, steps + 1);
            double[] numbers = new double[n], now = new double[n];
            for (int k = 0; k <= steps; k++)
            {
                network.Sample(CircuitNoise.ThermalKey(noise), (ulong)k, step, numbers, now);
                for (int i = 0; i < n; i++) amperes[i][k] = now[i];
            }
            for (int i = 0; i < n; i++)
                elements.Add(new CurrentSource($"noise_{i}", NetlistCheck.Ground, model.StateNodes[i],
                    SourceWaveform.PiecewiseLinear(seconds, amperes[i])));
        }
        foreach (var input in noise.Models.Where(m => m.Place == NoisePlace.AmplifierInput)) AddInputs(elements, input, noise, step,
            seconds);
        return netlist with { Elements = elements };
    }

    /// <summary>
    /// The circuit with one white source 4kTG for each resistor and array cell, from the element's own nodes: nothing is taken from
    /// the reduction,
    /// so that it can be checked by this. Conductances between a pair of nodes are taken together; nodes that ideal sources hold count
    /// as ground.
    /// </summary>
    public static Netlist WithThermalSources(Netlist netlist, NoiseSettings noise, double stepSeconds)
    {
        var held = NetlistCheck.HeldNodes(netlist);
        string Place(string node) => held.Contains(node) ? NetlistCheck.Ground : node;
        var siemens = new SortedDictionary<(string, string), double>();
        foreach (var resistor in CrossbarExpansion.Flatten(netlist).Elements.OfType<Resistor>())
        {
            string a = Place(resistor.A), b = Place(resistor.B);
            if (a == b) continue;
            var pair = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
            siemens[pair] = siemens.GetValueOrDefault(pair) + 1 / resistor.Ohms;
        }
        var key = noise.Key.Fold("thermal sources");
        return netlist with
        {
            Elements = [.. netlist.Elements, .. siemens.Select((entry, k) => new WhiteNoiseCurrent(
                $"noise_{k}", entry.Key.Item1, entry.Key.Item2, new NoisePoint(entry.Value, 0, noise.Kelvin).ThermalDensity,
                    stepSeconds, key.Fold(k)))],
        };
    }

    private static void AddInputs(List<NetlistElement> elements, INoiseModel model, NoiseSettings noise, double step, double[] seconds)
    {
        int[] places = [.. Enumerable.Range(0, elements.Count).Where(k => elements[k] is TanhAmplifier)];
        var process = model.Begin(new()
        {
            Siemens = new double[places.Length],
            StepSeconds = step,
            Kelvin = noise.Kelvin,
            Key = noise.Key.Fold("array").Fold(0),
        });
        double[][] volts = Columns(places.Length, seconds.Length);
        var now = new double[places.Length];
        for (int k = 0; k < seconds.Length; k++)
        {
            Array.Clear(now);
            process.AddNext(now, now);
            for (int i = 0; i < now.Length; i++) volts[i][k] = now[i];
        }
        for (int i = 0; i < places.Length; i++)
        {
            var amplifier = (TanhAmplifier)elements[places[i]];
            string node = $"{model.Name}_{i}";
            elements[places[i]] = amplifier with { Input = node };
            elements.Add(new VoltageSource($"{model.Name}_{i}", node, amplifier.Input, SourceWaveform.PiecewiseLinear(seconds, volts[i])));
        }
    }

    private static double[][] Columns(int columns, int rows) => [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];

    private static int Steps(double step, double stopSeconds, string engineName)
    {
        double steps = Math.Ceiling(stopSeconds / step * (1 - 1e-12));
        return steps < 2e6 ? (int)steps : throw new CircuitException(engineName,
            $"a noise step of {step:g3} s makes {steps:g3} points of a waveform of {stopSeconds:g3} s; give a longer step");
    }
}
