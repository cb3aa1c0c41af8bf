using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Model;

namespace Crossbar.Machines;

/// <summary>The continuous Hopfield–Tank machine: neurons with node capacitance, leak and saturating amplifier round a crossbar of
/// differential pairs, settled by a circuit engine. Source: Hopfield 1984, PNAS 81:3088; Tank and Hopfield 1986, IEEE Trans. CAS 33:533.
/// Cells are fixed conductances, or devices that may move while the circuit settles (<see cref="ContinuousMachineParameters.Cells"/>). Not
/// modelled here: programming error, amplifier offset and supply current.</summary>
public sealed class ContinuousMachine : IArrayMachine
{
    /// <summary>The machine with default parameters, differential pairs and the reduced engine.</summary>
    public ContinuousMachine() : this(new ReducedEngine(), new ContinuousMachineParameters(), new DifferentialPairMapping())
    {
    }

    /// <summary>The machine with given neurons, wires and schedule, on the reduced engine.</summary>
    public ContinuousMachine(ContinuousMachineParameters parameters) : this(new ReducedEngine(), parameters, new DifferentialPairMapping())
    {
    }

    /// <summary>The machine on a given engine.</summary>
    public ContinuousMachine(ICircuitEngine engine, ContinuousMachineParameters parameters, IWeightMapping mapping) =>
        (Engine, Parameters, Mapping) = (engine, parameters, mapping);

    public string Name => "continuous";
    public string Summary => "Hopfield-Tank neurons round the crossbar; the settling is a circuit transient";

    /// <summary>What solves the circuit.</summary>
    public ICircuitEngine Engine { get; }

    /// <summary>Neurons, wires and schedule.</summary>
    public ContinuousMachineParameters Parameters { get; }

    /// <summary>How weights become conductances.</summary>
    public IWeightMapping Mapping { get; }

    /// <summary>Dynamic noise of every settling, each run with its own key; null for none.</summary>
    public NoiseSettings? Noise { get; init; }

    public ArrayParts Takes => ArrayParts.Cells | ArrayParts.Engine | ArrayParts.NoiseStep;

    object IMachine.Parameters => Parameters;

    public IMachine For(Landscape landscape) => With(ContinuousMachineParameters.For(landscape));

    public IMachine With(object parameters) =>
        new ContinuousMachine(Engine, (ContinuousMachineParameters)parameters, Mapping) { Noise = Noise };

    public IMachine On(ArraySetting array) => new ContinuousMachine(array.Engine ?? Engine,
        array.Cells is { } cells ? Parameters with { Cells = cells } : Parameters, array.Mapping ?? Mapping)
    { Noise = array.Noise };

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default)
    {
        var compiled = CompiledHopfield.Compile(model, Mapping, Parameters);
        return new PreparedContinuousMachine(compiled, Engine.Load(compiled.Netlist, cancellation)) { Noise = Noise };
    }
}
