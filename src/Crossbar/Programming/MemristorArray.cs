using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>A driven array of memristors as a netlist for the SPICE engines: every cell a device, every wire segment a resistor.</summary>
public static class MemristorArray
{
    private const string Name = "cell";

    /// <summary>The circuit of a driven array; probes are all states.</summary>
    /// <param name="device">Device of all cells.</param>
    /// <param name="states">Where the states start: state k of cell c at [k · cells + c], row-major.</param>
    /// <param name="wires">Wire segments, both kinds ideal or both resistive.</param>
    /// <param name="wordVolts">Voltage of each word line's driver.</param>
    /// <param name="bitVolts">Voltage at each bit line's end.</param>
    public static Netlist Circuit(
        IDeviceModel device, IReadOnlyList<double> states, ArrayWires wires, IReadOnlyList<SourceWaveform> wordVolts,
            IReadOnlyList<SourceWaveform> bitVolts)
    {
        int rows = wordVolts.Count, columns = bitVolts.Count, count = rows * columns, kinds = device.States.Count;
        Check.Length(states.Count, kinds * count, nameof(states));
        // The wires of an array of linear cells, without the cells.
        var lines = new CrossbarArray(Name, [.. Enumerable.Range(0, rows).Select(i => $"word{i}")],
            [.. Enumerable.Range(0, columns).Select(j => $"bit{j}")],
            new ConductanceMatrix(rows, columns, new double[count]), wires);
        var elements = new List<NetlistElement>();
        for (int i = 0; i < rows; i++) elements.Add(new VoltageSource($"word{i}", lines.WordNodes[i], NetlistCheck.Ground, wordVolts[i]));
        for (int j = 0; j < columns; j++) elements.Add(new VoltageSource($"bit{j}", lines.BitNodes[j], NetlistCheck.Ground, bitVolts[j]));
        elements.AddRange(CrossbarExpansion.Resistors(lines));
        var probes = new List<string>();
        for (int c = 0; c < count; c++)
        {
            var cell = new Memristor($"{Name}_r{c / columns}_c{c % columns}", CrossbarExpansion.WordNode(lines, c / columns, c % columns),
                CrossbarExpansion.BitNode(lines, c / columns, c % columns), device)
            {
                StartStates = [.. Enumerable.Range(0, kinds).Select(k => states[k * count + c])],
            };
            elements.Add(cell);
            probes.AddRange(cell.StateNodes);
        }
        return new Netlist
        {
            Title = $"array of {rows} by {columns} cells of device {device.Name}",
            Elements = elements,
            ProbeNodes = probes,
            Comments = [device.Source],
        };
    }

    /// <summary>Node that carries the first state of a cell, from 0 to 1.</summary>
    public static string StateNode(int row, int column) => $"{Name}_r{row}_c{column}_s1";
}
