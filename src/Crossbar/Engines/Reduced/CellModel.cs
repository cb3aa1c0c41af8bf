using Crossbar.Circuits;
using Crossbar.Devices;

namespace Crossbar.Engines.Reduced;

/// <summary>The memristors of a circuit by device, and the nodes between which they lie. Shared by all runs.</summary>
/// <param name="Ports">The different nodes at which memristors end; each is a capacitor node, a driven one or ground.</param>
/// <param name="Groups">Memristors of the same device together, so that one call evaluates them all.</param>
internal sealed record CellModel(NodePlace[] Ports, CellGroup[] Groups)
{
    private readonly Lazy<Dictionary<string, int>> _index = new(() => Index(Groups));

    /// <summary>States of all cells.</summary>
    public int StateCount { get; } = Groups.Sum(group => group.Start.Length);

    /// <summary>Position of the state that a state node shows among the states of all cells; −1 for another node.</summary>
    public int StateOf(string node) => _index.Value.GetValueOrDefault(node, -1);

    /// <summary>Final states by state node, from 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> Named(ReadOnlySpan<double> states)
    {
        var named = new Dictionary<string, double>(states.Length);
        foreach (var (node, at) in _index.Value) named.Add(node, states[at]);
        return named;
    }

    /// <summary>Gathers the memristors of a netlist; null without any.</summary>
    /// <param name="memristors">The elements.</param>
    /// <param name="place">Where a node's voltage comes from; called with the element's name for its complaint.</param>
    public static CellModel? Of(IReadOnlyList<Memristor> memristors, Func<string, string, NodePlace> place)
    {
        if (memristors.Count == 0) return null;
        var numbers = new Dictionary<NodePlace, int>();
        var groups = new List<CellGroup>();
        int offset = 0;
        foreach (var same in memristors.GroupBy(m => m.Device))
        {
            var group = CellGroup.Of(same.Key, [.. same], offset, (node, name) => Number(place(node, name)));
            groups.Add(group);
            offset += group.Start.Length;
        }
        return new([.. numbers.Keys], [.. groups]);

        int Number(NodePlace port)
        {
            if (!numbers.TryGetValue(port, out int number)) numbers.Add(port, number = numbers.Count);
            return number;
        }
    }

    private static Dictionary<string, int> Index(CellGroup[] groups)
    {
        var index = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
            for (int c = 0; c < group.Cells.Length; c++)
                for (int k = 0; k < group.Kinds.Length; k++)
                    index[group.Cells[c].StateNodes[k]] = group.Offset + k * group.Cells.Length + c;
        return index;
    }
}

/// <summary>Memristors of one device.</summary>
/// <param name="Device">The device.</param>
/// <param name="Kinds">Its states.</param>
/// <param name="Cells">The elements.</param>
/// <param name="Plus">Port that positive current enters a cell from.</param>
/// <param name="Minus">Port that it leaves to.</param>
/// <param name="Start">Where the states start, from 0 to 1: state k of cell c at [k · cells + c].</param>
/// <param name="Offset">Position of the first of them among the states of all groups.</param>
internal sealed record CellGroup(
    IDeviceModel Device, DeviceState[] Kinds, Memristor[] Cells, int[] Plus, int[] Minus, double[] Start, int Offset)
{
    public static CellGroup Of(IDeviceModel device, Memristor[] cells, int offset, Func<string, string, int> port)
    {
        DeviceState[] kinds = [.. device.States];
        var start = new double[kinds.Length * cells.Length];
        for (int k = 0; k < kinds.Length; k++)
            for (int c = 0; c < cells.Length; c++) start[k * cells.Length + c] = kinds[k].Normalize(cells[c].StartStates[k]);
        return new(device, kinds, cells, [.. cells.Select(m => port(m.Plus, m.Name))], [.. cells.Select(m => port(m.Minus, m.Name))],
            start, offset);
    }
}
