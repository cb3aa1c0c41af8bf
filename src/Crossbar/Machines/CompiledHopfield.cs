using Crossbar.Arrays;
using Crossbar.Arrays.Tiling;
using Crossbar.Circuits;
using Crossbar.Mapping;
using Hopfield.Model;

namespace Crossbar.Machines;

/// <summary>An Ising model as a Hopfield–Tank circuit: node i obeys C du_i/dt = −u_i/R + Σ_j (G⁺_ij (v_j − u_i) + G⁻_ij (−v_j − u_i)) +
/// bias, with v_j = V_dd tanh(gain · u_j). Node names: u0 … (summing nodes), p0 …/n0 … (amplifier outputs ±), bp/bn (bias at ± V_dd).
/// Derivation and scaling: docs/theory/circuit-ising.md.</summary>
public sealed record CompiledHopfield
{
    /// <summary>The model.</summary>
    public required IsingModel Model { get; init; }

    /// <summary>Its conductances.</summary>
    public required MappedWeights Weights { get; init; }

    /// <summary>The circuit, not started: initial voltages are zero.</summary>
    public required Netlist Netlist { get; init; }

    /// <summary>The machine's parameters.</summary>
    public required ContinuousMachineParameters Parameters { get; init; }

    /// <summary>Mean time constant of a node, C / (1/R + ΣG), s: the unit of the schedule.</summary>
    public required double TimeConstantSeconds { get; init; }

    /// <summary>Final amplifier gain, 1/V.</summary>
    public required double GainPerVolt { get; init; }

    /// <summary>Node voltage that a local field of one weight unit causes with all outputs saturated, V: unit · V_dd / (1/R +
    /// ΣG).</summary>
    public required double VoltsPerWeight { get; init; }

    /// <summary>Name of a neuron's summing node.</summary>
    public static string InputNode(int neuron) => $"u{neuron}";

    /// <summary>Name of a neuron's output node.</summary>
    public static string OutputNode(int neuron) => $"p{neuron}";

    /// <summary>The neurons' waveforms in a solution of this circuit.</summary>
    public NeuronProbes Probes(Waveforms volts) => new(volts, Model.Size);

    /// <summary>Builds the circuit of a model.</summary>
    public static CompiledHopfield Compile(IsingModel model, IWeightMapping mapping, ContinuousMachineParameters parameters)
    {
        var weights = mapping.Map(model);
        int n = model.Size;
        double columnSiemens = weights.Cells.Siemens.Sum() / n + 1 / parameters.LeakOhms;
        double tau = parameters.NodeFarads / columnSiemens;
        double voltsPerWeight = weights.UnitSiemens * parameters.SupplyVolts / columnSiemens;
        double gain = parameters.GainPerVolt ?? parameters.LoopGain / (TypicalField(model) * voltsPerWeight);
        double startGain = parameters.GainPerVolt is null ? gain * parameters.StartLoopGain / parameters.LoopGain : gain;
        var schedule = parameters.AnnealTimeConstants > 0 && startGain != gain
            ? SourceWaveform.PiecewiseLinear([0, parameters.AnnealTimeConstants * tau], [startGain, gain])
            : SourceWaveform.Constant(gain);
        return new()
        {
            Model = model,
            Weights = weights,
            Netlist = Circuit(weights, parameters, schedule),
            Parameters = parameters,
            TimeConstantSeconds = tau,
            GainPerVolt = gain,
            VoltsPerWeight = voltsPerWeight,
        };
    }

    /// <summary>The transient that settles the circuit from given start activations.</summary>
    /// <param name="start">N activations; node i starts at StartVolts times activation i.</param>
    public TransientRequest Request(ReadOnlySpan<double> start)
    {
        var volts = new Dictionary<string, double>(start.Length);
        for (int i = 0; i < start.Length; i++) volts[InputNode(i)] = Parameters.StartVolts * start[i];
        return new()
        {
            StopSeconds = Parameters.StopTimeConstants * TimeConstantSeconds,
            InitialVolts = volts,
            RelativeTolerance = Parameters.RelativeTolerance,
            AbsoluteVolts = Parameters.AbsoluteVolts,
            RestVoltsPerSecond = Parameters.RestFraction * Parameters.SupplyVolts / TimeConstantSeconds,
        };
    }

    /// <summary>Root mean square over the spins of the root sum of squared couplings: the local field of a typical spin in a random
    /// state.</summary>
    private static double TypicalField(IsingModel model)
    {
        double sum = 0;
        for (int i = 0; i < model.Size; i++)
            foreach (var (_, value) in model.Couplings.Row(i))
                sum += value * value;
        if (sum == 0)
            foreach (double h in model.Fields) sum += h * h;
        return sum == 0 ? 1 : Math.Sqrt(sum / model.Size);
    }

    /// <summary>Array x, or its tiles x0_0, x0_1 … by rows and columns of tiles.</summary>
    private static IEnumerable<CrossbarArray> Arrays(
        ConductanceMatrix cells, List<string> words, string[] bits, ContinuousMachineParameters parameters)
    {
        if (parameters.TileLines == 0) return [new("x", words, bits, cells, parameters.Wires)];
        var grid = new TileGrid(new(cells, parameters.Wires), parameters.TileLines, parameters.TileLines);
        return from down in Enumerable.Range(0, grid.TilesDown)
               from across in Enumerable.Range(0, grid.TilesAcross)
               let row = grid.RowStarts[down]
               select new CrossbarArray($"x{down}_{across}", words.GetRange(row, grid.RowStarts[down + 1] - row),
                   bits[grid.ColumnStarts[across]..grid.ColumnStarts[across + 1]], grid.Tile(down, across).Cells, parameters.Wires);
    }

    private static Netlist Circuit(MappedWeights weights, ContinuousMachineParameters parameters, SourceWaveform gain)
    {
        int n = weights.SpinCount;
        var elements = new List<NetlistElement>(3 * n + 3);
        var words = new List<string>(weights.Cells.Rows);
        var bits = new string[n];
        for (int i = 0; i < n; i++)
        {
            bits[i] = InputNode(i);
            words.Add(OutputNode(i));
            words.Add($"n{i}");
            elements.Add(new Capacitor($"c{i}", bits[i], "0", parameters.NodeFarads));
            elements.Add(new Resistor($"leak{i}", bits[i], "0", parameters.LeakOhms));
            elements.Add(new TanhAmplifier($"a{i}", bits[i], OutputNode(i), $"n{i}", parameters.SupplyVolts, gain,
                parameters.AmplifierLagSeconds, parameters.AmplifierLagSeconds > 0 ? parameters.SlewVoltsPerSecond
                    : double.PositiveInfinity));
        }
        if (weights.BiasLines > 0)
        {
            elements.Add(new VoltageSource("bp", "bp", "0", SourceWaveform.Constant(parameters.SupplyVolts)));
            elements.Add(new VoltageSource("bn", "bn", "0", SourceWaveform.Constant(-parameters.SupplyVolts)));
            for (int b = 0; b < weights.BiasLines; b++) words.AddRange(["bp", "bn"]);
        }
        var arrays = Arrays(weights.Cells, words, bits, parameters);
        elements.AddRange(parameters.Cells is { } cells ? arrays.SelectMany(cells.Place) : arrays);
        return new Netlist
        {
            Title = $"Hopfield crossbar: {n} neurons, {weights.Cells.Rows} word lines x {n} bit lines"
                + (parameters.Cells is { } device ? $", cells {device.Device.Name}" : ""),
            Elements = elements,
            ProbeNodes = [.. bits, .. Enumerable.Range(0, n).Select(OutputNode)],
        };
    }
}
