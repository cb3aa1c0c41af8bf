using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>SpiceSharp, a SPICE written in C#, on the compiled netlist: all resistors as one part, amplifiers and reduced arrays as parts
/// of ours. Runs inside this process; several at once are fine.</summary>
public sealed class SpiceSharpEngine : ICircuitEngine
{
    public string Name => "spicesharp";
    public string Summary => "SpiceSharp, a managed SPICE, with amplifiers and reduced arrays as parts of ours";

    public EngineAvailability Availability { get; } =
        new(true, typeof(Transient).Assembly.GetName().Version?.ToString(3) ?? "-", "");

    public bool ReducesWires => true;

    /// <summary>Wires of arrays with more nodes than this are eliminated exactly (<see cref="ArrayPorts"/>); those of smaller ones, and wires
    /// with capacitance, are written out. Default 2000 (our choice: 3 s of solver time).</summary>
    public int ReduceAboveWireNodes { get; init; } = 2000;

    public ILoadedCircuit Load(Netlist netlist, CancellationToken cancellation = default)
    {
        NetlistCheck.Validate(netlist, Name);
        var reduced = new List<PortNetwork>();
        var elements = new List<NetlistElement>();
        foreach (var element in netlist.Elements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (element is not CrossbarArray array) elements.Add(element);
            else if (WireNodes(array) > ReduceAboveWireNodes && !array.Wires.HasCapacitance)
                reduced.Add(ArrayPorts.Of(array, cancellation));
            else elements.AddRange([.. CrossbarExpansion.Resistors(array), .. CrossbarExpansion.Capacitors(array)]);
        }
        return new SpiceSharpCircuit(this, netlist, elements, reduced);
    }

    private static long WireNodes(CrossbarArray array) =>
        (long)array.Cells.Rows * array.Cells.Columns * ((array.Wires.WordSegmentOhms > 0 ? 1 : 0)
            + (array.Wires.BitSegmentOhms > 0 ? 1 : 0));
}
