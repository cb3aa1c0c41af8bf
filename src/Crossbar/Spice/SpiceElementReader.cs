using System.Text.RegularExpressions;
using Crossbar.Circuits;
using Crossbar.Devices;

namespace Crossbar.Spice;

/// <summary>Reads element lines and puts amplifiers together from their parts: B with its E, or X with the source of its gain
/// line.</summary>
internal sealed partial class SpiceElementReader
{
    private const string Supported = "R, C, V, I, B with V=vdd*tanh(gain*v(node)), E with gain -1 on an amplifier output, "
        + "or X of a known subcircuit";
    private readonly List<(SpiceLine Line, string FullName, NetlistElement Element)> _elements = [];
    private readonly Dictionary<string, SpiceLine> _names = [];
    private readonly List<(SpiceLine Line, string Input, string Output)> _inverters = [];
    private readonly Dictionary<string, (SpiceLine Line, string Node)> _gainNodes = [];

    /// <summary>ic= values of capacitors, with their lines.</summary>
    public List<(SpiceLine Line, Capacitor Capacitor, double Volts)> CapacitorStarts { get; } = [];

    /// <summary>Takes one element line.</summary>
    /// <exception cref="InvalidDataException">It is not one of the supported elements.</exception>
    public void Read(SpiceLine line)
    {
        string[] words = line.Text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        string full = words[0];
        if (full.Length < 2) throw line.Error($"element '{full}' has no name", Supported);
        if (!_names.TryAdd(full, line)) throw line.Error($"element '{full}' is already on line {_names[full].Number}", "a new name");
        switch (full[0])
        {
            case 'r':
                Need(line, words, 4, "Rname node node ohms");
                Add(line, full, new Resistor(full, Node(words[1]), Node(words[2]), Number(line, words[3], "ohms")));
                break;
            case 'c': ReadCapacitor(line, words); break;
            case 'v':
                Add(line, full, new VoltageSource(full, Node(words.ElementAtOrDefault(1) ?? ""), Node(words.ElementAtOrDefault(2) ?? ""),
                    SpiceWaveformReader.Read(line)));
                break;
            case 'i':
                Add(line, full, new CurrentSource(full, Node(words.ElementAtOrDefault(1) ?? ""), Node(words.ElementAtOrDefault(2) ?? ""),
                    SpiceWaveformReader.Read(line)));
                break;
            case 'b': ReadBehavioural(line, full); break;
            case 'e': ReadInverter(line, words); break;
            case 'x': ReadSubcircuit(line, words); break;
            default: throw line.Error($"element '{full}' is not supported", Supported);
        }
    }

    /// <summary>The elements, and the nodes they use in order of appearance. Names lose their type letter where that leaves them
    /// unique.</summary>
    /// <param name="savedNodes">Nodes that .save names: their inverted outputs are kept.</param>
    public (IReadOnlyList<NetlistElement> Elements, IReadOnlyList<string> Nodes) Finish(IReadOnlySet<string> savedNodes)
    {
        foreach (var (line, input, output) in _inverters) AttachInverter(line, input, output);
        AttachGains();
        var uses = _elements.SelectMany(e => NetlistCheck.NodesOf(e.Element)).GroupBy(node => node)
            .ToDictionary(g => g.Key, g => g.Count());
        var twice = _elements.GroupBy(e => e.FullName[1..]).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var elements = _elements
            .Select(e => Unused(e.Element) with { Name = twice.Contains(e.FullName[1..]) ? e.FullName : e.FullName[1..] })
            .ToList();
        return (elements, [.. elements.SelectMany(NetlistCheck.NodesOf).Where(node => node != NetlistCheck.Ground).Distinct()]);

        NetlistElement Unused(NetlistElement element) =>
            element is TanhAmplifier { InvertedOutput: { } inverted } amplifier && uses[inverted] == 1 && !savedNodes.Contains(inverted)
                ? amplifier with { InvertedOutput = null } : element;
    }

    private void ReadCapacitor(SpiceLine line, string[] words)
    {
        if (words.Length != 5) Need(line, words, 4, "Cname node node farads [ic=volts]");
        var capacitor = new Capacitor(words[0], Node(words[1]), Node(words[2]), Number(line, words[3], "farads"));
        Add(line, words[0], capacitor);
        if (words.Length == 5)
            CapacitorStarts.Add((line, capacitor, words[4].StartsWith("ic=", StringComparison.Ordinal)
                ? Number(line, words[4][3..], "volts") : throw line.Error($"'{words[4]}' after the capacitance", "ic=volts")));
    }

    private void ReadBehavioural(SpiceLine line, string full)
    {
        var match = Tanh().Match(line.Text);
        if (!match.Success) throw line.Error("this B source is not supported", "Bname out 0 V=vdd*tanh(gain*v(node))");
        double supply = match.Groups["supply"].Success ? Number(line, match.Groups["supply"].Value, "volts") : 1;
        string gain = match.Groups["gain"].Success ? match.Groups["gain"].Value : match.Groups["gain2"].Success
            ? match.Groups["gain2"].Value : "1";
        Add(line, full, new TanhAmplifier(full, Node(match.Groups["in"].Value), Node(match.Groups["out"].Value), null, supply,
            SourceWaveform.Constant(Number(line, gain, "the gain in 1/V"))));
    }

    private void ReadInverter(SpiceLine line, string[] words)
    {
        Need(line, words, 6, "Ename out 0 in 0 -1");
        if (Node(words[2]) != NetlistCheck.Ground || Node(words[4]) != NetlistCheck.Ground || Number(line, words[5], "-1") != -1)
            throw line.Error("this E source is not supported", "Ename out 0 in 0 -1, the complement of an amplifier output");
        _inverters.Add((line, Node(words[3]), Node(words[1])));
    }

    private void ReadSubcircuit(SpiceLine line, string[] words)
    {
        string[] plain = [.. words.Where(word => !word.Contains('=', StringComparison.Ordinal))];
        var parameters = new Dictionary<string, double>();
        foreach (string word in words.Skip(plain.Length))
        {
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw line.Error($"'{word}' between parameters", "name=value without spaces, after the subcircuit's name");
            parameters[word[..equals]] = Number(line, word[(equals + 1)..], "a number");
        }
        if (SpiceTwins.Find(plain[^1]) is { } device)
        {
            ReadMemristor(line, plain, SpiceTwins.With(device, parameters, line));
            return;
        }
        string[] known = plain[^1] switch
        {
            SpiceLibrary.Amplifier => ["supply"],
            SpiceLibrary.LaggedAmplifier => ["supply", "lag"],
            SpiceLibrary.LimitedAmplifier => ["supply", "lag", "slew"],
            SpiceLibrary.DifferentialPair => ["plusohms", "minusohms"],
            var other => throw SpiceTwins.Unknown(line, other),
        };
        if (parameters.Keys.FirstOrDefault(name => !known.Contains(name)) is { } strange)
            throw line.Error($"'{plain[^1]}' has no parameter '{strange}'", string.Join(", ", known));
        if (plain[^1] == SpiceLibrary.DifferentialPair)
        {
            Need(line, plain, 5, "Xname plus minus sense differential_pair");
            AddPart(line, words[0], "plus", plain[1], plain[3], parameters.GetValueOrDefault("plusohms", 1e6));
            AddPart(line, words[0], "minus", plain[2], plain[3], parameters.GetValueOrDefault("minusohms", 1e6));
            return;
        }
        Need(line, plain, 6, $"Xname in gain out inv {plain[^1]}");
        _gainNodes[words[0]] = (line, Node(plain[2]));
        Add(line, words[0], new TanhAmplifier(words[0], Node(plain[1]), Node(plain[3]), Node(plain[4]),
            parameters.GetValueOrDefault("supply", 1),
            SourceWaveform.Constant(1), known.Contains("lag") ? parameters.GetValueOrDefault("lag", 1e-9) : 0,
            known.Contains("slew") ? parameters.GetValueOrDefault("slew", 1e9) : double.PositiveInfinity));
    }

    private void ReadMemristor(SpiceLine line, string[] plain, IDeviceModel device)
    {
        int states = device.States.Count;
        Need(line, plain, 4 + states, $"Xname plus minus {string.Concat(Enumerable.Range(1, states).Select(k => $"s{k} "))}{plain[^1]}");
        string[] nodes = [.. plain[3..^1].Select(Node)];
        if (Array.IndexOf(nodes, NetlistCheck.Ground) >= 0) throw line.Error("a state node is ground", "a node of its own for every state");
        Add(line, plain[0], new Memristor(plain[0], Node(plain[1]), Node(plain[2]), device) { StateNodes = nodes });
    }

    private void AddPart(SpiceLine line, string name, string part, string a, string b, double ohms) =>
        Add(line, $"{name}_{part}", new Resistor($"{name}_{part}", Node(a), Node(b), ohms));

    private void AttachInverter(SpiceLine line, string input, string output)
    {
        int at = _elements.FindIndex(e => e.Element is TanhAmplifier amplifier && amplifier.Output == input);
        if (at < 0) throw line.Error($"node '{input}' is no amplifier output", "an E source only behind a B amplifier");
        var found = (TanhAmplifier)_elements[at].Element;
        if (found.InvertedOutput is not null)
            throw line.Error($"the amplifier at '{input}' already has an inverted output", "one E source for each");
        _elements[at] = _elements[at] with { Element = found with { InvertedOutput = output } };
    }

    /// <summary>The gain line of a subcircuit amplifier must be held by one grounded source and serve nothing else; the source becomes
    /// the gain.</summary>
    private void AttachGains()
    {
        var sources = new Dictionary<string, SourceWaveform>();
        foreach (string node in _gainNodes.Values.Select(gain => gain.Node).Distinct().ToList())
        {
            var line = _gainNodes.Values.First(gain => gain.Node == node).Line;
            var touching = _elements.FindAll(e => NetlistCheck.NodesOf(e.Element).Contains(node));
            if (touching is not [{ Element: VoltageSource { Minus: NetlistCheck.Ground } source }] || source.Plus != node)
                throw line.Error($"gain line '{node}' is not driven by exactly one voltage source to ground",
                    $"Vname {node} 0 gain, and nothing else on that node");
            sources[node] = source.Volts;
            _elements.Remove(touching[0]);
        }
        for (int at = 0; at < _elements.Count; at++)
            if (_gainNodes.TryGetValue(_elements[at].FullName, out var gain))
                _elements[at] = _elements[at] with { Element = (TanhAmplifier)_elements[at].Element with { GainPerVolt = sources[gain.Node] } };
    }

    private void Add(SpiceLine line, string fullName, NetlistElement element)
    {
        if (NetlistCheck.NodesOf(element).Any(node => node.Length == 0)) throw line.Error("nodes are missing", "two nodes after the name");
        _elements.Add((line, fullName, element));
    }

    private static string Node(string word) => word == "gnd" ? NetlistCheck.Ground : word;

    private static double Number(SpiceLine line, string text, string what) =>
        SpiceNumber.TryParse(text, out double value) ? value : throw line.Error($"'{text}' is not a number", what);

    private static void Need(SpiceLine line, string[] words, int count, string form)
    {
        if (words.Length != count) throw line.Error($"{words.Length - 1} fields after '{words[0]}'", form);
    }

    [GeneratedRegex(
        @"^\S+\s+(?<out>\S+)\s+(?:0|gnd)\s+v\s*=\s*(?:(?<supply>[^\s*]+)\s*\*\s*)?" +
        @"tanh\(\s*(?:(?<gain>[^\s*()]+)\s*\*\s*)?v\(\s*(?<in>[^\s,()]+)\s*\)(?:\s*\*\s*(?<gain2>[^\s*()]+))?\s*\)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Tanh();
}
