namespace Crossbar.Circuits;

/// <summary>Refuses circuits that have no solution, before any engine runs: the same one-line reasons whichever engine was asked. Works on
/// the netlist's own nodes; the inside of an array hangs on its terminals and needs no check. Cost: linear in elements and cells.</summary>
public static class NetlistCheck
{
    /// <summary>Ground.</summary>
    public const string Ground = "0";

    /// <summary>Checks values, unique element names, array shapes, loops of ideal sources, a DC path from every node to ground (through
    /// resistors, array cells, voltage sources and amplifier outputs; not through capacitors or current sources), probes and start
    /// voltages.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="engineName">Goes into the exception.</param>
    /// <exception cref="CircuitException">The first fault found, in one line.</exception>
    public static void Validate(Netlist netlist, string engineName)
    {
        var names = new HashSet<string>();
        var all = new NodeSets();
        var rigid = new NodeSets();
        foreach (var element in netlist.Elements)
        {
            if (!names.Add(element.Name)) throw Fault($"two elements are called '{element.Name}'");
            if (FaultOf(element) is { } fault) throw Fault($"{Describe(element)}: {fault}");
            foreach (string node in NodesOf(element))
            {
                if (node.Length == 0 || node.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c)))
                    throw Fault($"{Describe(element)}: node name '{node}' must be lower case, without spaces and not empty");
                if (node == "gnd") throw Fault($"{Describe(element)}: node 'gnd' is ground to some simulators; call it '{Ground}'");
                all.Add(node);
            }
            foreach (var (a, b) in RigidLinks(element))
                if (!rigid.Join(a, b))
                    throw Fault($"{Describe(element)} closes a loop of ideal voltage sources (nodes '{a}' and '{b}' are already held to each other)");
            foreach (var (a, b) in Conducting(element)) all.Join(a, b);
        }
        foreach (string array in netlist.Elements.OfType<CrossbarArray>().Select(x => x.Name))
        {
            string? clash = names.FirstOrDefault(name => StartsLike(name, array, "_r", "_word_r", "_bit_r"))
                ?? all.Members.FirstOrDefault(node => StartsLike(node, array, "_w_r", "_b_r"));
            if (clash is not null) throw Fault($"name '{clash}' looks like a cell or wire of array '{array}'; rename it");
        }
        var states = new HashSet<string>(netlist.Elements.OfType<Memristor>().SelectMany(m => m.StateNodes));
        if (states.Count > 0)
            foreach (var element in netlist.Elements)
                foreach (string node in element is Memristor m ? [m.Plus, m.Minus] : NodesOf(element))
                    if (states.Contains(node)) throw Fault($"{Describe(element)}: node '{node}' shows a memristor's state; nothing may be connected to it");
        if (netlist.Elements.Count == 0) throw Fault("the circuit has no elements");
        foreach (string node in all.Members)
            if (!all.Joined(node, Ground))
                throw Fault($"node '{node}' floats: there is no path for direct current from it to ground");
        foreach (string node in netlist.ProbeNodes)
            if (node != Ground && !all.Contains(node)) throw Fault($"probe node '{node}' is not in the circuit");
        StartVolts(netlist, new Dictionary<string, double>(), engineName);

        CircuitException Fault(string what) => new(engineName, $"{netlist.Title}: {what}.");
    }

    /// <summary>The voltage at t = 0 of every free capacitor node (not ground, not held by a source or an amplifier output), V: the
    /// request's value, else the netlist's, else 0.</summary>
    /// <exception cref="CircuitException">A start voltage is given for a node that is no free capacitor node, or is not finite.</exception>
    public static SortedDictionary<string, double> StartVolts(
        Netlist netlist, IReadOnlyDictionary<string, double> requested, string engineName)
    {
        var volts = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var capacitor in netlist.Elements.OfType<Capacitor>()) volts[capacitor.A] = volts[capacitor.B] = 0;
        var held = HeldNodes(netlist);
        foreach (string node in held) volts.Remove(node);
        foreach (var (node, value) in netlist.InitialVolts.Concat(requested))
        {
            if (!double.IsFinite(value)) throw Fault($"the start voltage of node '{node}' must be finite, not {value}");
            if (held.Contains(node)) throw Fault($"node '{node}' is held by a source and cannot have a start voltage");
            if (!volts.ContainsKey(node)) throw Fault($"node '{node}' has a start voltage but no capacitor");
            volts[node] = value;
        }
        return volts;

        CircuitException Fault(string what) => new(engineName, $"{netlist.Title}: {what}.");
    }

    /// <summary>Ground and every node whose voltage ideal sources and amplifier outputs fix.</summary>
    public static HashSet<string> HeldNodes(Netlist netlist)
    {
        var rigid = new NodeSets();
        foreach (var element in netlist.Elements)
            foreach (var (a, b) in RigidLinks(element)) rigid.Join(a, b);
        rigid.Add(Ground);
        return [.. rigid.Members.Where(node => rigid.Joined(node, Ground))];
    }

    /// <summary>The nodes that an element touches, in the order of its definition; repeated where it touches one twice.</summary>
    public static IEnumerable<string> NodesOf(NetlistElement element) => element switch
    {
        Resistor r => [r.A, r.B],
        Capacitor c => [c.A, c.B],
        VoltageSource v => [v.Plus, v.Minus],
        CurrentSource i => [i.From, i.To],
        WhiteNoiseCurrent i => [i.From, i.To],
        SampledNoise i => [i.From, i.To],
        TanhAmplifier a => a.InvertedOutput is null ? [a.Input, a.Output] : [a.Input, a.Output, a.InvertedOutput],
        CrossbarArray x => x.WordNodes.Concat(x.BitNodes),
        Memristor m => [m.Plus, m.Minus, .. m.StateNodes],
        _ => throw Unknown(element),
    };

    /// <summary>Kind and name of an element for messages.</summary>
    public static string Describe(NetlistElement element) => $"{element switch
    {
        Resistor => "resistor",
        Capacitor => "capacitor",
        VoltageSource => "voltage source",
        CurrentSource => "current source",
        WhiteNoiseCurrent => "noise current",
        SampledNoise => "noise current",
        TanhAmplifier => "amplifier",
        CrossbarArray => "array",
        Memristor => "memristor",
        _ => "element",
    }} '{element.Name}'";

    private static bool StartsLike(string name, string array, params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
            if (name.StartsWith(array + part, StringComparison.Ordinal)) return true;
        return false;
    }

    private static string? FaultOf(NetlistElement element) => element switch
    {
        { Name: var n } when n.Length == 0 || n.Any(c => char.IsWhiteSpace(c) || char.IsUpper(c))
            => "a name must be lower case, without spaces and not empty",
        Resistor { Ohms: var r } when !(double.IsFinite(r) && r > 0) => $"the resistance must be finite and greater than 0 ohm, not {r}",
        Capacitor { Farads: var c } when !(double.IsFinite(c) && c > 0) => $"the capacitance must be finite and greater than 0 F, not {c}",
        TanhAmplifier { SupplyVolts: var v } when !(double.IsFinite(v) && v > 0) =>
            $"the supply must be finite and greater than 0 V, not {v}",
        TanhAmplifier { LagSeconds: var l } when !(double.IsFinite(l) && l >= 0) => $"the lag must be finite and at least 0 s, not {l}",
        TanhAmplifier { SlewVoltsPerSecond: var s } when !(s > 0) => $"the slew rate must be greater than 0 V/s, not {s}",
        TanhAmplifier { LagSeconds: 0, SlewVoltsPerSecond: < double.PositiveInfinity } => "a slew rate needs a lag greater than 0 s",
        WhiteNoiseCurrent { AmperesSquaredPerHertz: var s } when !(double.IsFinite(s) && s >= 0)
            => $"the density must be finite and at least 0 A^2/Hz, not {s}",
        WhiteNoiseCurrent { StepSeconds: var h } when !(double.IsFinite(h) && h > 0)
            => $"the step must be finite and greater than 0 s, not {h}",
        CrossbarArray x when x.WordNodes.Count != x.Cells.Rows
            => $"{x.Cells.Rows} rows of cells need as many word nodes, not {x.WordNodes.Count}",
        CrossbarArray x when x.BitNodes.Count != x.Cells.Columns
            => $"{x.Cells.Columns} columns of cells need as many bit nodes, not {x.BitNodes.Count}",
        Memristor m => FaultOf(m),
        _ => null,
    };

    private static string? FaultOf(Memristor memristor)
    {
        var states = memristor.Device.States;
        if (memristor.StartStates.Count != states.Count)
            return $"device {memristor.Device.Name} has {states.Count} states, but {memristor.StartStates.Count} start values are given";
        for (int k = 0; k < states.Count; k++)
            if (!(memristor.StartStates[k] >= states[k].Low && memristor.StartStates[k] <= states[k].High))
                return $"{states[k].Name} must start from {states[k].Low} to {states[k].High} {states[k].Unit}, not {memristor.StartStates[k]}".TrimEnd();
        return null;
    }

    /// <summary>Pairs of nodes between which the element fixes the voltage.</summary>
    private static IEnumerable<(string A, string B)> RigidLinks(NetlistElement element) => element switch
    {
        VoltageSource v => [(v.Plus, v.Minus)],
        TanhAmplifier a => a.InvertedOutput is null ? [(a.Output, Ground)] : [(a.Output, Ground), (a.InvertedOutput, Ground)],
        _ => [],
    };

    private static IEnumerable<(string A, string B)> Conducting(NetlistElement element)
    {
        if (element is Resistor r) return [(r.A, r.B)];
        if (element is Memristor m) return [(m.Plus, m.Minus), .. m.StateNodes.Select(node => (node, Ground))];
        return element is CrossbarArray x ? ConductingCells(x) : RigidLinks(element);
    }

    private static IEnumerable<(string A, string B)> ConductingCells(CrossbarArray x)
    {
        for (int i = 0; i < x.Cells.Rows; i++)
            for (int j = 0; j < x.Cells.Columns; j++)
                if (x.Cells[i, j] > 0) yield return (x.WordNodes[i], x.BitNodes[j]);
    }

    private static NotSupportedException Unknown(NetlistElement element) =>
        new($"Netlist element {element.GetType().Name} is not known here.");
}
