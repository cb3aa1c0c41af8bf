using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>Sorts the nodes of a netlist into states, signals and eliminated ones, and assembles the <see cref="ReducedModel"/>.</summary>
internal sealed class ReducedModelBuilder
{
    private readonly Netlist _netlist;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, int> _nodes = new(StringComparer.OrdinalIgnoreCase) { ["0"] = 0, ["gnd"] = 0 };
    private readonly Dictionary<int, int> _state = [];
    private readonly Dictionary<int, (int Signal, int Sign)> _driven = [];
    private readonly List<(int Signal, SourceWaveform Volts)> _sources = [];
    private readonly List<(int Signal, TanhAmplifier Amplifier)> _amplifiers = [];
    private readonly List<(int State, int Sign, SourceWaveform Amperes)> _injections = [];
    private readonly List<double> _farads = [];
    private readonly List<string> _stateNodes = [];
    private int _signals;

    private ReducedModelBuilder(Netlist netlist, CancellationToken cancellation) => (_netlist, _cancellation) = (netlist, cancellation);

    /// <summary>Builds the model.</summary>
    /// <exception cref="CircuitException">The circuit holds something that this engine does not take; the message names it.</exception>
    public static ReducedModel Build(Netlist netlist, CancellationToken cancellation) => new ReducedModelBuilder(netlist, cancellation)
        .Build();

    private ReducedModel Build()
    {
        var capacitors = _netlist.Elements.OfType<Capacitor>().ToList();
        foreach (var capacitor in capacitors) AddState(capacitor);
        foreach (var source in _netlist.Elements.OfType<VoltageSource>()) AddSource(source);
        foreach (var amplifier in _netlist.Elements.OfType<TanhAmplifier>()) AddAmplifier(amplifier);

        var resistors = new List<(int A, int B, double Siemens)>();
        var arrays = new List<ReducedArray>();
        var memristors = new List<Memristor>();
        var injections = new List<(int Node, double Amperes)>();
        foreach (var element in _netlist.Elements)
        {
            switch (element)
            {
                case Resistor r:
                    resistors.Add((Node(r.A), Node(r.B), 1 / r.Ohms));
                    break;
                case CurrentSource i when i.Amperes.IsConstant:
                    injections.Add((Node(i.To), i.Amperes.Values[0]));
                    injections.Add((Node(i.From), -i.Amperes.Values[0]));
                    break;
                case CurrentSource i:
                    Inject(i, i.To, 1);
                    Inject(i, i.From, -1);
                    break;
                case WhiteNoiseCurrent or SampledNoise:
                    throw Refuse($"'{element.Name}' is a noise source of SPICE engines; this engine takes noise from the request");
                case CrossbarArray array when Sweepable(array) is { } reduced:
                    arrays.Add(reduced);
                    break;
                case CrossbarArray array when array.Wires.HasCapacitance:
                    throw Refuse($"array '{array.Name}' has wires with capacitance; every word line must then be driven and every bit line end at a capacitor");
                case CrossbarArray array:
                    resistors.AddRange(CrossbarExpansion.Resistors(array).Select(r => (Node(r.A), Node(r.B), 1 / r.Ohms)));
                    break;
                case Capacitor or VoltageSource or TanhAmplifier:
                    break;
                case Memristor m:
                    memristors.Add(m);
                    break;
                default:
                    throw Refuse($"element '{element.Name}' ({element.GetType().Name}) is not one it knows");
            }
        }
        var cells = CellModel.Of(memristors, Port);
        if (cells is not null && arrays.Find(array => array.Array.Wires.HasCapacitance) is { } slow)
            throw Refuse($"array '{slow.Array.Name}' has wires with capacitance beside memristors; ngspice and SpiceSharp run this circuit");
        return Assemble(resistors, injections, arrays) with { Cells = cells };
    }

    /// <summary>Where a memristor ends: what lies between is no longer linear and cannot be eliminated.</summary>
    private NodePlace Port(string name, string memristor)
    {
        int node = Node(name);
        if (node == 0) return new(0, -1, -1, 0);
        if (_state.TryGetValue(node, out int state)) return new(node, state, -1, 1);
        if (_driven.TryGetValue(node, out var drive)) return new(node, -1, drive.Signal, drive.Sign);
        throw Refuse($"memristor '{memristor}' ends at node '{name}', which has neither a capacitor to ground nor a driver (wires or series "
            + "resistors at memristors); ngspice and SpiceSharp run this circuit");
    }

    private void AddState(Capacitor capacitor)
    {
        int a = Node(capacitor.A), b = Node(capacitor.B);
        if (a != 0 && b != 0) throw Refuse($"capacitor '{capacitor.Name}' connects two nodes; it takes capacitors to ground only");
        int node = a == 0 ? b : a;
        if (_state.TryGetValue(node, out int state)) _farads[state] += capacitor.Farads;
        else
        {
            _state.Add(node, _farads.Count);
            _farads.Add(capacitor.Farads);
            _stateNodes.Add(a == 0 ? capacitor.B : capacitor.A);
        }
    }

    private void AddSource(VoltageSource source)
    {
        int plus = Node(source.Plus), minus = Node(source.Minus);
        if (plus != 0 && minus != 0) throw Refuse($"voltage source '{source.Name}' has no end at ground");
        Drive(minus == 0 ? plus : minus, _signals, minus == 0 ? 1 : -1, source.Name);
        _sources.Add((_signals++, source.Volts));
    }

    /// <summary>A current that varies in time must enter where a capacitor takes it; elsewhere it would be a signal of its own.</summary>
    private void Inject(CurrentSource source, string name, int sign)
    {
        int node = Node(name);
        if (node == 0) return;
        if (!_state.TryGetValue(node, out int state))
            throw Refuse($"current source '{source.Name}' varies in time at node '{name}', which has no capacitor; "
                + "give the waveform to a voltage source with a resistor");
        _injections.Add((state, sign, source.Amperes));
    }

    private void AddAmplifier(TanhAmplifier amplifier)
    {
        Drive(Node(amplifier.Output), _signals, 1, amplifier.Name);
        if (amplifier.InvertedOutput is { } inverted) Drive(Node(inverted), _signals, -1, amplifier.Name);
        _amplifiers.Add((_signals++, amplifier));
    }

    /// <summary>Finds what every amplifier senses and puts the instantaneous ones behind those they depend on.</summary>
    private AmplifierPlace[] PlaceAmplifiers()
    {
        var open = _amplifiers.ConvertAll(entry =>
        {
            int input = Node(entry.Amplifier.Input);
            if (_state.TryGetValue(input, out int state)) return new AmplifierPlace(entry.Signal, state, -1, 1, entry.Amplifier);
            if (_driven.TryGetValue(input, out var drive))
                return new AmplifierPlace(entry.Signal, -1, drive.Signal, drive.Sign, entry.Amplifier);
            throw Refuse($"amplifier '{entry.Amplifier.Name}' senses node '{entry.Amplifier.Input}', which has neither a capacitor to ground nor a driver");
        });
        var waiting = open.Where(place => place.Amplifier.LagSeconds == 0).Select(place => place.Signal).ToHashSet();
        var ordered = new List<AmplifierPlace>(open.Count);
        while (open.Count > 0)
        {
            var ready = open.Where(place => !waiting.Contains(place.InputSignal)).ToList();
            if (ready.Count == 0) throw Refuse($"amplifier '{open[0].Amplifier.Name}' senses its own output through amplifiers without lag; there is no unique answer");
            ordered.AddRange(ready);
            foreach (var place in ready) waiting.Remove(place.Signal);
            open.RemoveAll(ready.Contains);
        }
        return [.. ordered];
    }

    private void Drive(int node, int signal, int sign, string name)
    {
        if (_state.ContainsKey(node)) throw Refuse($"'{name}' drives a node that also has a capacitor; the capacitor has no effect there, remove it");
        if (!_driven.TryAdd(node, (signal, sign))) throw Refuse($"'{name}' drives a node that is already driven");
    }

    private ReducedArray? Sweepable(CrossbarArray array)
    {
        var words = array.WordNodes.Select(Node).ToArray();
        var bits = array.BitNodes.Select(Node).ToArray();
        if (!words.All(_driven.ContainsKey) || !bits.All(_state.ContainsKey)) return null;
        return new(array, [.. words.Select(w => _driven[w].Signal)], [.. words.Select(w => _driven[w].Sign)],
            [.. bits.Select(b => _state[b])]);
    }

    // Long because every matrix of the model is read off the same eliminated network, and the model is one record of them.
    private ReducedModel Assemble(
        List<(int A, int B, double Siemens)> resistors, List<(int Node, double Amperes)> injections, List<ReducedArray> arrays)
    {
        int n = _farads.Count, s = _signals;
        var network = new StarMesh(_nodes.Values.Max() + 1);
        foreach (var (a, b, siemens) in resistors) network.Add(a, b, siemens);
        foreach (var (node, amperes) in injections) network.Inject(node, amperes);
        var isPort = new bool[_nodes.Values.Max() + 1];
        isPort[0] = true;
        foreach (int node in _state.Keys) isPort[node] = true;
        foreach (int node in _driven.Keys) isPort[node] = true;
        network.Eliminate(isPort, _cancellation);

        var reductions = arrays.ConvertAll(array =>
            ArrayReduction.Of(array.Array.Cells, array.Array.Wires, array.WordPort, array.WordSign, array.Signals.Length, _cancellation));
        bool coupled = reductions.Exists(reduction => !reduction.YIsDiagonal)
            || _state.Keys.Any(node => network.Neighbours(node).Any(other => _state.ContainsKey(other.Key)));
        double[] a2 = new double[coupled ? n * n : n], b2 = new double[n * s], q = new double[s * s], amperes2 = new double[n];
        foreach (var (node, i) in _state)
        {
            amperes2[i] += network.Injected(node);
            foreach (var (other, siemens) in network.Neighbours(node))
            {
                a2[coupled ? i * n + i : i] += siemens;
                if (_state.TryGetValue(other, out int j)) a2[i * n + j] -= siemens;
                else if (_driven.TryGetValue(other, out var drive)) b2[i * s + drive.Signal] += drive.Sign * siemens;
            }
        }
        foreach (var (node, drive) in _driven)
        {
            foreach (var (other, siemens) in network.Neighbours(node))
            {
                q[drive.Signal * s + drive.Signal] += siemens;
                if (_driven.TryGetValue(other, out var to)) q[drive.Signal * s + to.Signal] -= drive.Sign * to.Sign * siemens;
            }
        }
        for (int k = 0; k < arrays.Count; k++) AddArray(arrays[k], reductions[k], a2, coupled, b2, q, n, s);
        return new ReducedModel
        {
            StateNodes = [.. _stateNodes],
            Farads = [.. _farads],
            A = a2,
            AIsDiagonal = !coupled,
            B = b2,
            Transfer = new TransferMatrix(b2, n, s),
            Q = q,
            QIsDiagonal = IsDiagonal(q, s),
            Amperes = amperes2,
            Injections = [.. _injections],
            WireCharge = WireCharge.Of([.. arrays.Where(array => array.Array.Wires.HasCapacitance)
                .Select(array => (array, LineCapacitance.Of(
                new(array.Array.Cells, array.Array.Wires), array.WordPort, array.WordSign, array.Signals.Length, _cancellation)))],
                    [.. _farads], s),
            Sources = [.. _sources],
            Amplifiers = PlaceAmplifiers(),
            InjectionWatts = network.InjectionWatts,
            SignalCount = s,
            Places = Places(),
            Arrays = arrays,
            Network = network,
            Resistors = resistors,
            NodeCount = isPort.Length,
        };
    }

    private static void AddArray(ReducedArray array, ArrayReduction reduction, double[] a, bool coupled, double[] b, double[] q, int n,
        int s)
    {
        int columns = array.BitState.Length, ports = array.Signals.Length;
        for (int j = 0; j < columns; j++)
        {
            int i = array.BitState[j];
            if (reduction.YIsDiagonal) a[coupled ? i * n + i : i] += reduction.Y[j];
            else
                for (int l = 0; l < columns; l++) a[i * n + array.BitState[l]] += reduction.Y[j * columns + l];
            for (int t = 0; t < ports; t++) b[i * s + array.Signals[t]] += reduction.B[j * ports + t];
        }
        for (int t = 0; t < ports; t++)
            for (int to = 0; to < ports; to++) q[array.Signals[t] * s + array.Signals[to]] += reduction.Q[t * ports + to];
    }

    private static bool IsDiagonal(double[] q, int s)
    {
        for (int i = 0; i < s; i++)
            for (int j = 0; j < s; j++)
                if (i != j && q[i * s + j] != 0) return false;
        return true;
    }

    private Dictionary<string, NodePlace> Places()
    {
        var places = new Dictionary<string, NodePlace>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, node) in _nodes)
        {
            var drive = _driven.GetValueOrDefault(node, (-1, 0));
            places[name] = new(node, _state.GetValueOrDefault(node, -1), drive.Item1, drive.Item2);
        }
        return places;
    }

    private int Node(string name)
    {
        if (!_nodes.TryGetValue(name, out int node)) _nodes.Add(name, node = _nodes.Count - 1);
        return node;
    }

    private static CircuitException Refuse(string why) => new(ReducedEngine.EngineName, $"engine reduced cannot take this circuit: {why}.");
}
