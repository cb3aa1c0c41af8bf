using Crossbar.Circuits;
using Crossbar.Engines.Reduced;

namespace Crossbar.SpiceSharp.Engine;

/// <summary>SpiceSharp, a SPICE written in C#, on the compiled netlist: all resistors as one part, amplifiers and reduced arrays as parts
/// of ours. Runs inside this process; several at once are fine.</summary>
public sealed class SpiceSharpEngine : ICircuitEngine
{
    public string Name => "spicesharp";
    public string Summary => "SpiceSharp, a managed SPICE, with amplifiers and reduced arrays as parts of ours";

    public EngineAvailability Availability { get; } =
        new(true, typeof(SpiceSharp.Simulations.Transient).Assembly.GetName().Version?.ToString(3) ?? "-", "");

    /// <summary>Exact elimination of an array's wires; null to write every array out wire by wire. Default:
    /// <see cref="ArrayPorts"/>.</summary>
    public Func<CrossbarArray, CancellationToken, PortNetwork>? ReduceArray { get; init; } = ArrayPorts.Of;

    public bool ReducesWires => ReduceArray is not null;

    /// <summary>Arrays with more wire nodes than this are reduced where <see cref="ReduceArray"/> is set. Default 2000 (our choice: 3 s
    /// of solver time).</summary>
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
            else if (ReduceArray is not null && WireNodes(array) > ReduceAboveWireNodes && !array.Wires.HasCapacitance)
                reduced.Add(ReduceArray(array, cancellation));
            else elements.AddRange([.. CrossbarExpansion.Resistors(array), .. CrossbarExpansion.Capacitors(array)]);
        }
        return new SpiceSharpCircuit(this, netlist, elements, reduced);
    }

    private static long WireNodes(CrossbarArray array) =>
        (long)array.Cells.Rows * array.Cells.Columns * ((array.Wires.WordSegmentOhms > 0 ? 1 : 0)
            + (array.Wires.BitSegmentOhms > 0 ? 1 : 0));
}
