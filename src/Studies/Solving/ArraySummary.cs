using Crossbar.Circuits;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Model;
using Solvers.Decomposition;
using Studies.Machines;

namespace Studies.Solving;

/// <summary>The array of a machine that a program put together: what the options of a record say of it otherwise.</summary>
/// <param name="Mapping">How weights become conductances; of a mapping that is not in the catalogue, such as one with errors, its name says
/// what it does.</param>
/// <param name="Cells">The device at every cross point; null for fixed conductances.</param>
/// <param name="Noise">Dynamic noise; null for none.</param>
/// <param name="Engine">What simulates the circuit; null where reads are computed.</param>
public sealed record ArraySummary(IWeightMapping Mapping, CellSetting? Cells, NoiseSettings? Noise, ICircuitEngine? Engine)
{
    /// <summary>Of a machine, or of the one that settles its blocks; null for one without an array.</summary>
    internal static ArraySummary? Of(IMachine machine) => machine switch
    {
        SubproblemSearch blocks => Of(blocks.Inner),
        ClockedMachine clocked => new(clocked.Mapping, null, clocked.Noise, null),
        ContinuousMachine { Parameters.Cells: var cells } continuous => new(continuous.Mapping,
            cells is null ? null : new() { Device = cells.Device, ReadVolts = cells.ReadVolts }, continuous.Noise, continuous.Engine),
        _ => null,
    };
}
