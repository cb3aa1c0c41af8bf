using Crossbar.Arrays;
using Crossbar.Devices;
using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Circuits;

/// <summary>One element of an engine-neutral netlist. Node "0" is ground; names are case-insensitive and lower case.</summary>
/// <param name="Name">Unique element name, without the SPICE type letter.</param>
public abstract record NetlistElement(string Name);

/// <summary>A linear resistor.</summary>
public sealed record Resistor(string Name, string A, string B, double Ohms) : NetlistElement(Name);

/// <summary>A linear capacitor.</summary>
public sealed record Capacitor(string Name, string A, string B, double Farads) : NetlistElement(Name);

/// <summary>An ideal voltage source, V(Plus) − V(Minus) = waveform in volts.</summary>
public sealed record VoltageSource(string Name, string Plus, string Minus, SourceWaveform Volts) : NetlistElement(Name);

/// <summary>An ideal current source: the waveform's amperes flow from <paramref name="From"/> through the source into
/// <paramref name="To"/>.</summary>
public sealed record CurrentSource(string Name, string From, string To, SourceWaveform Amperes) : NetlistElement(Name);

/// <summary>A white noise current, straight lines through independent normal samples on a grid: density
/// <paramref name="AmperesSquaredPerHertz"/> far below 1/step, deviation √(S/2h) at a sample and √⅔ of that over time, since the lines
/// between are shorter. In ngspice a TRNOISE source, which cannot be seeded: statistics only. SpiceSharp draws sample k from the key's
/// number k, so a step tried again sees the same noise. The reduced engine takes noise from the request instead.</summary>
/// <param name="Name">Element name.</param>
/// <param name="From">Node that the current leaves.</param>
/// <param name="To">Node that it enters.</param>
/// <param name="AmperesSquaredPerHertz">One-sided density, A²/Hz.</param>
/// <param name="StepSeconds">Time between samples, s.</param>
/// <param name="Key">Key of the samples.</param>
public sealed record WhiteNoiseCurrent(
    string Name, string From, string To, double AmperesSquaredPerHertz, double StepSeconds, RandomKey Key) : NetlistElement(Name)
{
    /// <summary>Standard deviation of a sample, √(S/2h), A: ngspice's NA.</summary>
    public double SigmaAmperes => Math.Sqrt(AmperesSquaredPerHertz / (2 * StepSeconds));
}

/// <summary>Noise as samples: y(t) · r(V(From) − V(To)) amperes from <paramref name="From"/> to <paramref name="To"/>, y straight lines
/// through samples on an even grid that all such elements of a netlist share. With r = 1 a plain current, with r = V a conductance that
/// varies in time. In ngspice a B source; in SpiceSharp a part with its own entries in the matrix. The reduced engine takes noise from the
/// request.</summary>
/// <param name="Name">Element name.</param>
/// <param name="From">Node that the current leaves; for a cell, at its word line.</param>
/// <param name="To">Node that it enters; for a cell, at its bit line.</param>
/// <param name="Samples">y over time.</param>
/// <param name="Response">r.</param>
public sealed record SampledNoise(
    string Name, string From, string To, SourceWaveform Samples, IVoltageResponse Response) : NetlistElement(Name);

/// <summary>A saturating amplifier with complementary outputs: V(Output) = SupplyVolts · tanh(Gain · V(Input)), V(InvertedOutput) =
/// −V(Output), both referred to ground and of zero output resistance; the input draws no current. With <paramref name="LagSeconds"/> &gt; 0
/// the output x follows its target with dx/dt = Slew · tanh((target − x) / (Lag · Slew)): a first-order lag whose rate is limited to
/// <paramref name="SlewVoltsPerSecond"/> (infinite: the lag alone).</summary>
/// <param name="Name">Element name.</param>
/// <param name="Input">Sensed node.</param>
/// <param name="Output">Driven node, +.</param>
/// <param name="InvertedOutput">Driven node, −; null when absent.</param>
/// <param name="SupplyVolts">Saturation voltage, V.</param>
/// <param name="GainPerVolt">Argument of tanh per volt of input, 1/V, over time (an annealing schedule).</param>
/// <param name="LagSeconds">Time constant of the output, s; 0 for an instantaneous amplifier.</param>
/// <param name="SlewVoltsPerSecond">Largest |dx/dt|, V/s; only with a lag.</param>
public sealed record TanhAmplifier(
    string Name, string Input, string Output, string? InvertedOutput, double SupplyVolts, SourceWaveform GainPerVolt,
    double LagSeconds = 0, double SlewVoltsPerSecond = double.PositiveInfinity) : NetlistElement(Name);

/// <summary>A crossbar of linear cells. Cell [i, j] connects word line i to bit line j. Word line i is driven at column 0 from
/// <paramref name="WordNodes"/>[i] through one word segment; bit line j leaves after the last row to <paramref name="BitNodes"/>[j] through
/// one bit segment. With ideal wires every cell connects those two nodes directly.</summary>
public sealed record CrossbarArray(
    string Name, IReadOnlyList<string> WordNodes, IReadOnlyList<string> BitNodes, ConductanceMatrix Cells, ArrayWires Wires)
        : NetlistElement(Name);

/// <summary>A device whose state changes. Node <see cref="StateNodes"/>[k] carries state k, normalised to 0 … 1 over its range, as a
/// voltage against ground: it can be probed, and nothing else may be connected to it. The reduced engine takes it between nodes that have a
/// capacitor or a driver; <c>Bench.CellIntegrator</c> integrates arrays of them behind wires.</summary>
/// <param name="Name">Element name.</param>
/// <param name="Plus">Node that positive current enters.</param>
/// <param name="Minus">Node that it leaves.</param>
/// <param name="Device">Model with its parameters.</param>
public sealed record Memristor(string Name, string Plus, string Minus, IDeviceModel Device) : NetlistElement(Name)
{
    /// <summary>Where the states start, in their units; a fresh cell unless given.</summary>
    public IReadOnlyList<double> StartStates { get; init; } = Device.FreshStates();

    /// <summary>Nodes of the normalised states; <c>NAME_s1</c> and so on unless given.</summary>
    public IReadOnlyList<string> StateNodes { get; init; } = [.. Device.States.Select((_, k) => $"{Name}_s{k + 1}")];
}
