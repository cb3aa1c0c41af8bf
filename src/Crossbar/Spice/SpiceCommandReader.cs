using System.Text.RegularExpressions;
using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>Reads the dot commands of a deck: .tran, .options, .save and .ic.</summary>
internal sealed partial class SpiceCommandReader
{
    private static readonly string[] s_knownOptions = ["reltol", "vntol", "abstol", "chgtol", "trtol", "method", "itl4", "gmin"];
    private readonly Dictionary<string, (SpiceLine Line, double Volts)> _starts = [];
    private readonly Dictionary<string, (SpiceLine Line, double Value)> _options = [];
    private readonly List<(SpiceLine Line, string Node)> _saved = [];
    private SpiceLine? _tran;
    private double _stopSeconds;
    private double? _largestStepSeconds;
    private bool _uic, _saveAll;

    /// <summary>Nodes named by .save.</summary>
    public IReadOnlySet<string> SavedNodes => _saved.Select(s => s.Node).ToHashSet();

    /// <summary>Takes one command.</summary>
    /// <exception cref="InvalidDataException">It is not supported or malformed.</exception>
    public void Read(SpiceLine line)
    {
        string[] words = line.Text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case ".tran": ReadTran(line, words[1..]); break;
            case ".options" or ".option" or ".opt": ReadOptions(line, words[1..]); break;
            case ".save": ReadSave(line, words[1..]); break;
            case ".ic": ReadStarts(line); break;
            default: throw line.Error($"command '{words[0]}' is not supported", ".tran, .options, .save, .ic, .include, .subckt or .end");
        }
    }

    /// <summary>The saved nodes; without .save all nodes, as SPICE does.</summary>
    public IReadOnlyList<string> Probes(IReadOnlyList<string> nodes)
    {
        foreach (var (line, node) in _saved)
            if (node != NetlistCheck.Ground && !nodes.Contains(node))
                throw line.Error($"node '{node}' of .save is not in the circuit", "one of its nodes");
        return _saved.Count == 0 || _saveAll ? nodes : [.. _saved.Select(s => s.Node).Distinct()];
    }

    /// <summary>Start voltages. With uic, ic= and .ic count and the rest starts at 0 V. Without, SPICE computes an operating point for what
    /// .ic does not name; only decks where nothing is left to compute mean the same here, so a free capacitor node without .ic is an
    /// error.</summary>
    public IReadOnlyDictionary<string, double> StartVolts(
        IReadOnlyList<NetlistElement> elements, List<(SpiceLine Line, Capacitor Capacitor, double Volts)> capacitorStarts)
    {
        if (_tran is null) return new Dictionary<string, double>();
        var starts = _starts.ToDictionary(pair => pair.Key, pair => pair.Value.Volts);
        foreach (var (line, capacitor, volts) in capacitorStarts)
        {
            if (!_uic) throw line.Error("ic= counts only with uic on the .tran line", ".ic, or uic");
            var (node, value) = capacitor.B == NetlistCheck.Ground ? (capacitor.A, volts)
                : capacitor.A == NetlistCheck.Ground ? (capacitor.B, -volts)
                : throw line.Error("ic= on a capacitor between two free nodes", ".ic for both nodes");
            if (starts.TryGetValue(node, out double other) && other != value)
                throw line.Error($"node '{node}' starts at {other} V by another line", "one start voltage");
            starts[node] = value;
        }
        if (_uic)
        {
            return elements.OfType<TanhAmplifier>().Any(amplifier => amplifier.LagSeconds > 0)
                ? throw _tran.Error("uic starts the outputs of slow amplifiers at 0 V", "no uic: .ic starts them at their operating point")
                    : starts;
        }
        var held = NetlistCheck.HeldNodes(new Netlist { Title = "", Elements = elements, ProbeNodes = [] });
        foreach (string node in elements.OfType<Capacitor>().SelectMany(c => new[] { c.A, c.B }))
            if (!held.Contains(node) && !starts.ContainsKey(node))
                throw _tran.Error($"capacitor node '{node}' has no start voltage", $".ic v({node})=volts, or uic");
        return starts;
    }

    /// <summary>The elements with their memristors at the states that .ic gives their state nodes; with uic, what is not named starts at
    /// 0.</summary>
    /// <exception cref="InvalidDataException">A state node has no start, or one outside 0 … 1.</exception>
    public IReadOnlyList<NetlistElement> StartStates(IReadOnlyList<NetlistElement> elements) =>
        _tran is null ? elements : [.. elements.Select(element => element is Memristor { StateNodes.Count: > 0 } cell ? Started(cell)
            : element)];

    private Memristor Started(Memristor cell)
    {
        var states = cell.Device.States;
        return cell with { StartStates = [.. cell.StateNodes.Select((node, k) => states[k].Denormalize(Start(node)))] };

        double Start(string node)
        {
            if (!_starts.TryGetValue(node, out var start))
                return _uic ? 0 : throw _tran!.Error($"state node '{node}' of memristor '{cell.Name}' has no start",
                    $".ic v({node})=0 to 1, or uic");
            // SPICE may write a rounded end of the range.
            if (!(start.Volts >= -1e-9 && start.Volts <= 1 + 1e-9))
                throw start.Line.Error($"state node '{node}' starts at {start.Volts}", "0 to 1, the ends of the state's range");
            return Math.Clamp(start.Volts, 0, 1);
        }
    }

    /// <summary>The transient. Tolerances that the deck does not give are the request's own defaults, not those of SPICE; abstol, chgtol,
    /// trtol, itl4, gmin, method and the print step steer SPICE's own algorithms and have no counterpart in a request.</summary>
    /// <exception cref="InvalidDataException">There is no .tran line, or an option is out of range.</exception>
    public TransientRequest Request(string path)
    {
        if (_tran is null) throw new InvalidDataException($"{path}: there is no .tran line; expected .tran step stop");
        var request = new TransientRequest { StopSeconds = _stopSeconds, LargestStepSeconds = _largestStepSeconds };
        if (_options.TryGetValue("reltol", out var reltol))
            request = Guard(reltol.Line, () => request with { RelativeTolerance = reltol.Value });
        if (_options.TryGetValue("vntol", out var vntol)) request = Guard(vntol.Line, () => request with { AbsoluteVolts = vntol.Value });
        return request;
    }

    private static TransientRequest Guard(SpiceLine line, Func<TransientRequest> make)
    {
        try { return make(); }
        catch (ArgumentOutOfRangeException error) { throw line.Error("an option is out of range", error.Message.ReplaceLineEndings(" ")); }
    }

    private void ReadTran(SpiceLine line, string[] words)
    {
        const string form = ".tran step stop [0 [largest step]] [uic]";
        if (_tran is not null) throw line.Error($"a second .tran (the first is on line {_tran.Number})", "one");
        _tran = line;
        _uic = words is [.., "uic"];
        if (_uic) words = words[..^1];
        if (words.Length is < 2 or > 4) throw line.Error($"{words.Length} numbers after .tran", form);
        double[] numbers = [.. words.Select(word => SpiceNumber.TryParse(word, out double value) ? value
            : throw line.Error($"'{word}' is not a number", form))];
        if (numbers[1] <= 0) throw line.Error($"the transient stops at {numbers[1]} s", "a stop time greater than 0");
        if (numbers.Length > 2 && numbers[2] != 0) throw line.Error($"recording starts at {numbers[2]} s", "0");
        if (numbers.Length > 3 && numbers[3] <= 0) throw line.Error($"the largest step is {numbers[3]} s", "a step greater than 0");
        _stopSeconds = numbers[1];
        _largestStepSeconds = numbers.Length > 3 ? numbers[3] : null;
    }

    private void ReadOptions(SpiceLine line, string[] words)
    {
        foreach (string word in words)
        {
            string[] parts = word.Split('=');
            if (parts.Length != 2 || !s_knownOptions.Contains(parts[0]))
                throw line.Error($"option '{word}' is not supported", $"name=value of {string.Join(", ", s_knownOptions)}");
            if (parts[0] == "method")
            {
                if (parts[1] is not ("trap" or "trapezoidal" or "gear")) throw line.Error($"method '{parts[1]}'", "trap or gear");
                continue;
            }
            _options[parts[0]] = (line, SpiceNumber.TryParse(parts[1], out double value) ? value
                : throw line.Error($"'{parts[1]}' is not a number", $"{parts[0]}=number"));
        }
    }

    /// <summary>Voltages become probes; currents are accepted, and left to the engines' power balance.</summary>
    private void ReadSave(SpiceLine line, string[] words)
    {
        foreach (string word in words)
        {
            var match = Vector().Match(word);
            if (word == "all") _saveAll = true;
            else if (!match.Success) throw line.Error($"'{word}' cannot be saved", "v(node), i(source) or all");
            else if (word[0] == 'v') _saved.Add((line, match.Groups[1].Value));
        }
    }

    private void ReadStarts(SpiceLine line)
    {
        string rest = Start().Replace(line.Text[".ic".Length..], match =>
        {
            string node = match.Groups[1].Value;
            if (!SpiceNumber.TryParse(match.Groups[2].Value, out double volts))
                throw line.Error($"'{match.Groups[2].Value}' is not a number", "v(node)=volts");
            if (!_starts.TryAdd(node, (line, volts))) throw line.Error($"node '{node}' has two start voltages", "one");
            return "";
        });
        if (rest.Trim().Length > 0) throw line.Error($"'{rest.Trim()}' in .ic", "v(node)=volts");
    }

    [GeneratedRegex(@"^[vi]\(([^(),\s]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Vector();

    [GeneratedRegex(@"\bv\(\s*([^(),\s]+)\s*\)\s*=\s*(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
