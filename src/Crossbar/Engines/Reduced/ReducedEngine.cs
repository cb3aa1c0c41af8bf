using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>Our own engine: eliminates all linear, memoryless parts exactly (arrays by sweep, the rest by star–mesh) and integrates what is
/// left, one equation per capacitor node and per state of a memristor, with error control. Takes resistors, capacitors to ground, sources
/// to ground, saturating amplifiers, crossbar arrays, and memristors between nodes that have a capacitor or a driver; says so when a
/// circuit holds something else.</summary>
public sealed class ReducedEngine : ICircuitEngine
{
    /// <summary>Its name.</summary>
    public const string EngineName = "reduced";

    public string Name => EngineName;
    public string Summary => "exact elimination of the array, then adaptive integration of the neurons (built in)";

    public EngineAvailability Availability { get; } =
        new(true, typeof(ReducedEngine).Assembly.GetName().Version?.ToString(3) ?? "-", "");

    public bool ReducesWires => true;

    public ILoadedCircuit Load(Netlist netlist, CancellationToken cancellation = default)
    {
        NetlistCheck.Validate(netlist, Name);
        return new ReducedCircuit(netlist, ReducedModelBuilder.Build(netlist, cancellation), Availability.Version);
    }
}
