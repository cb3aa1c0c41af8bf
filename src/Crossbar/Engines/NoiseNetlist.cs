using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Noise;

namespace Crossbar.Engines;

/// <summary>Noise as elements of a netlist, for engines that do not integrate stochastic equations: either the very waveforms, sampled from
/// the same key and held as straight lines, so that one noisy run can be compared point by point between engines, or sources that draw for
/// themselves.</summary>
public static class NoiseNetlist
{
    /// <summary>Most samples that a written deck may hold where no bound is given: 25 MB a million and from 20 s of ngspice on (our
    /// choice).</summary>
    public const long MostDeckSamples = 1_000_000;

    /// <summary>The circuit with every noise as straight lines through samples at k · step, the very samples that the reduced engine takes
    /// from the same key: thermal noise as one current into each capacitor node, correlated as 4kT Re Y; amplifier noise as one voltage
    /// before each input; all other noise of cells as one <see cref="SampledNoise"/> beside each cell and response, for which arrays are
    /// written out as resistors.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="noise">The sources; any but a clocked comparator's.</param>
    /// <param name="stopSeconds">End of the waveforms, s.</param>
    /// <param name="engineName">Goes into the exception.</param>
    /// <param name="mostSamples">Most samples in all; memory and time grow with them.</param>
    /// <param name="cancellation">Ends a long reduction of the array.</param>
    /// <exception cref="CircuitException">A comparator's noise, cell noise without an array, or too many samples.</exception>
    public static Netlist WithSamples(
        Netlist netlist, NoiseSettings noise, double stopSeconds, string engineName, long mostSamples = MostDeckSamples,
        CancellationToken cancellation = default)
    {
        if (noise.Models.FirstOrDefault(model => model.Place == NoisePlace.ComparatorInput) is { } comparator)
            throw new CircuitException(engineName,
                $"'{comparator.Name}' is the noise of a clocked comparator; this circuit has continuous amplifiers ('amplifier')");
        if (netlist.Elements.OfType<Memristor>().Any())
            throw new CircuitException(engineName,
                "noise and memristors together are not taken: a cell's noise is that of a fixed conductance");
        var model = ReducedModelBuilder.Build(netlist, cancellation);
        double step = noise.StepIn(model.ShortestTimeConstant());
        int steps = Steps(step, stopSeconds, engineName);
        double[] seconds = [.. Enumerable.Range(0, steps + 1).Select(k => k * step)];
        var elements = new List<NetlistElement>(netlist.Elements);
        long samples = SamplesPerPoint(netlist, noise) * seconds.Length;
        if (samples > mostSamples)
            throw new CircuitException(engineName, $"noise at {seconds.Length} points is {samples:n0} samples in this circuit; "
                + $"{engineName} is given at most {mostSamples:n0}. Take a shorter run, a longer noise step or the reduced engine");
        if (CellSamples.Of(noise.Models) is { Count: > 0 } kinds)
        {
            var cells = CellNoiseElements.Of(netlist, noise, kinds, seconds, engineName);
            elements = [.. CrossbarExpansion.Flatten(netlist).Elements, .. cells];
        }
        if (noise.HasThermal) AddThermal(elements, model, noise, step, seconds);
        foreach (var input in noise.Models.Where(m => m.Place == NoisePlace.AmplifierInput))
            AddInputs(elements, input, noise, step, seconds);
        return netlist with { Elements = elements };
    }

    /// <summary>Numbers that one point of the grid takes in a deck: per cell and response, node and input.</summary>
    public static long SamplesPerPoint(Netlist netlist, NoiseSettings noise)
    {
        int responses = CellSamples.Of(noise.Models).Select(kind => kind.Response(noise.Kelvin)).Distinct().Count();
        long cells = netlist.Elements.OfType<CrossbarArray>().Sum(array => (long)array.Cells.Siemens.Length);
        long nodes = noise.HasThermal ? netlist.Elements.OfType<Capacitor>().LongCount() : 0;
        long inputs = noise.Models.LongCount(m => m.Place == NoisePlace.AmplifierInput) * netlist.Elements.OfType<TanhAmplifier>()
            .LongCount();
        return responses * cells + nodes + inputs;
    }

    /// <summary>The step of a circuit's noise grid, s: what <paramref name="noise"/> says, or its fraction of the shortest time
    /// constant.</summary>
    public static double StepSeconds(Netlist netlist, NoiseSettings noise, CancellationToken cancellation = default) =>
        noise.StepSeconds ?? noise.StepIn(ReducedModelBuilder.Build(netlist, cancellation).ShortestTimeConstant());

    private static void AddThermal(List<NetlistElement> elements, ReducedModel model, NoiseSettings noise, double step, double[] seconds)
    {
        int n = model.Farads.Length;
        var network = NetworkNoise.Of(model.A, n, noise.Kelvin);
        double[][] amperes = Columns(n, seconds.Length);
        double[] numbers = new double[n], now = new double[n];
        for (int k = 0; k < seconds.Length; k++)
        {
            network.Sample(CircuitNoise.ThermalKey(noise), (ulong)k, step, numbers, now);
            for (int i = 0; i < n; i++) amperes[i][k] = now[i];
        }
        for (int i = 0; i < n; i++)
            elements.Add(new SampledNoise($"noise_{i}", NetlistCheck.Ground, model.StateNodes[i],
                SourceWaveform.PiecewiseLinear(seconds, amperes[i]), new ConstantResponse()));
    }

    /// <summary>The circuit with one white source 4kTG for each resistor and array cell, from the element's own nodes: nothing is taken
    /// from the reduction, so that it can be checked by this. Conductances between a pair of nodes are taken together; nodes that ideal
    /// sources hold count as ground.</summary>
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
            Key = CircuitNoise.ArrayKey(noise, 0),
        });
        double[][] volts = Columns(places.Length, seconds.Length);
        var now = new double[places.Length];
        for (int k = 0; k < seconds.Length; k++)
        {
            Array.Clear(now);
            process.AddNext(now);
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
