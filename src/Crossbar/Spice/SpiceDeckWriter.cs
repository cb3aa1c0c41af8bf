using System.Text;
using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>Writes a netlist and a transient as a self-contained deck that stock <c>ngspice -b</c> runs unchanged. Subcircuits are inlined,
/// arrays are written as resistors (<see cref="CrossbarExpansion"/>), and the start is an operating point with every free capacitor node
/// forced by <c>.ic</c>: ngspice then starts the transient exactly at those voltages and records t = 0, which <c>uic</c> does
/// not.</summary>
public static class SpiceDeckWriter
{
    private const int LineLength = 110;

    /// <summary>The deck with the request's own tolerances.</summary>
    /// <exception cref="CircuitException">The circuit has no solution, or a name does not fit into a deck.</exception>
    public static string Write(Netlist netlist, TransientRequest request) =>
        Write(netlist, request, SpiceTolerances.For(request, netlist), []);

    /// <summary>The deck with given tolerances and more vectors to save than the probes.</summary>
    /// <param name="netlist">The circuit.</param>
    /// <param name="request">Stop time, start voltages, largest step.</param>
    /// <param name="tolerances">Error control.</param>
    /// <param name="moreVectors">Vectors to save besides the probes, as in .save: "v(node)", "i(source)".</param>
    /// <exception cref="CircuitException">The circuit has no solution, or a name does not fit into a deck.</exception>
    public static string Write(Netlist netlist, TransientRequest request, SpiceTolerances tolerances,
        IReadOnlyCollection<string> moreVectors)
    {
        NetlistCheck.Validate(netlist, "spice");
        var start = NetlistCheck.StartVolts(netlist, request.InitialVolts, "spice");
        var controls = SpiceGainControls.Of(netlist);
        var deck = new StringBuilder();
        Comment(deck, netlist.Title.ReplaceLineEndings(" "));
        foreach (string comment in netlist.Comments)
            foreach (string line in comment.ReplaceLineEndings("\n").Split('\n')) Comment(deck, line);
        Libraries(deck, netlist);
        foreach (var (node, gain) in controls.Sources) Line(deck, $"V{node} {node} 0 {Waveform(gain)}");
        foreach (var element in netlist.Elements) Element(deck, element, controls);
        if (netlist.Elements.OfType<SampledNoise>().FirstOrDefault() is { } first) Clock(deck, first.Samples.Seconds);

        deck.Append('\n');
        var forced = start.Select(pair => (Node: pair.Key, Volts: pair.Value))
            .Concat(netlist.Elements.OfType<Memristor>().SelectMany(StateStarts)).ToList();
        if (forced.Count > 0) Line(deck,
            ".ic " + string.Join(' ', forced.Select(pair => $"v({pair.Node})={SpiceNumber.Format(pair.Volts)}")));
        Line(deck, $".options reltol={SpiceNumber.Format(tolerances.Reltol)} abstol={SpiceNumber.Format(tolerances.Abstol)} "
            + $"vntol={SpiceNumber.Format(tolerances.Vntol)} chgtol={SpiceNumber.Format(tolerances.Chgtol)} "
            + $"trtol={SpiceNumber.Format(tolerances.Trtol)} method=trap");
        Save(deck, netlist.ProbeNodes.Select(node => $"v({node})"));
        Save(deck, moreVectors);
        double largest = LargestStepSeconds(request);
        Line(deck, $".tran {SpiceNumber.Format(Math.Min(largest, request.StopSeconds / 1000))} {SpiceNumber.Format(request.StopSeconds)} 0 "
            + SpiceNumber.Format(largest));
        deck.Append(".end\n");
        return deck.ToString();
    }

    /// <summary>The largest step of a transient, s: the request's, else a fiftieth of the run (the SPICE default).</summary>
    public static double LargestStepSeconds(TransientRequest request) =>
        Math.Min(request.LargestStepSeconds ?? double.PositiveInfinity, request.StopSeconds / 50);

    private static void Libraries(StringBuilder deck, Netlist netlist)
    {
        var files = netlist.Elements.OfType<TanhAmplifier>().Select(SpiceLibrary.NameFor).DistinctBy(SpiceLibrary.FileOf);
        foreach (string name in files)
        {
            deck.Append('\n');
            Comment(deck, SpiceLibrary.FileOf(name));
            foreach (string line in SpiceLibrary.LinesOf(name)) deck.Append(line).Append('\n');
        }
        foreach (var twin in netlist.Elements.OfType<Memristor>().Select(m => m.Device).Distinct().Select(d => d.Subcircuit)
            .DistinctBy(t => t.Name))
        {
            deck.Append('\n');
            foreach (string line in twin.Lines) deck.Append(line).Append('\n');
        }
        deck.Append('\n');
    }

    private static void Element(StringBuilder deck, NetlistElement element, SpiceGainControls controls)
    {
        switch (element)
        {
            case Resistor r:
                Line(deck, $"R{Name(r.Name)} {Name(r.A)} {Name(r.B)} {SpiceNumber.Format(r.Ohms)}");
                break;
            case Capacitor c:
                Line(deck, $"C{Name(c.Name)} {Name(c.A)} {Name(c.B)} {SpiceNumber.Format(c.Farads)}");
                break;
            case VoltageSource v:
                Line(deck, $"V{Name(v.Name)} {Name(v.Plus)} {Name(v.Minus)} {Waveform(v.Volts)}");
                break;
            case CurrentSource i:
                Line(deck, $"I{Name(i.Name)} {Name(i.From)} {Name(i.To)} {Waveform(i.Amperes)}");
                break;
            case WhiteNoiseCurrent i:
                Line(deck, $"I{Name(i.Name)} {Name(i.From)} {Name(i.To)} DC 0 "
                    + $"TRNOISE({SpiceNumber.Format(i.SigmaAmperes)} {SpiceNumber.Format(i.StepSeconds)} 0 0)");
                break;
            case SampledNoise n:
                string volts = $"v({Name(n.From)},{Name(n.To)})";
                Line(deck, $"B{Name(n.Name)} {Name(n.From)} {Name(n.To)} I={n.Response.SpiceText(volts)}*{Table(n.Samples)}");
                break;
            case TanhAmplifier a:
                Line(deck, $"X{Name(a.Name)} {Name(a.Input)} {controls.NodeOf(a)} {Name(a.Output)} {Name(a.InvertedOutput ?? UnusedNode(a))} "
                    + $"{SpiceLibrary.NameFor(a)} supply={SpiceNumber.Format(a.SupplyVolts)}"
                    + (a.LagSeconds > 0 ? $" lag={SpiceNumber.Format(a.LagSeconds)}" : "")
                    + (double.IsFinite(a.SlewVoltsPerSecond) ? $" slew={SpiceNumber.Format(a.SlewVoltsPerSecond)}" : ""));
                break;
            case CrossbarArray x:
                Comment(deck, $"array {x.Name}: {x.Cells.Rows} word lines, {x.Cells.Columns} bit lines; cell R{x.Name}_r<row>_c<column>, "
                    + $"word segment {SpiceNumber.Format(x.Wires.WordSegmentOhms)} ohm, "
                    + $"bit segment {SpiceNumber.Format(x.Wires.BitSegmentOhms)} ohm"
                    + (x.Wires.HasCapacitance ? $", {SpiceNumber.Format(x.Wires.WordSegmentFarads)} and {SpiceNumber.Format(x.Wires.BitSegmentFarads)} F" : ""));
                foreach (var resistor in CrossbarExpansion.Resistors(x)) Element(deck, resistor, controls);
                foreach (var capacitor in CrossbarExpansion.Capacitors(x)) Element(deck, capacitor, controls);
                break;
            case Memristor m:
                var twin = m.Device.Subcircuit;
                Line(deck, $"X{Name(m.Name)} {Name(m.Plus)} {Name(m.Minus)} {string.Concat(m.StateNodes.Select(node => Name(node) + " "))}{twin.Name} "
                    + string.Join(' ', twin.Parameters.Select(p => $"{p.Name}={SpiceNumber.Format(p.Value)}")));
                break;
            default:
                throw new NotSupportedException($"A deck cannot hold {element.GetType().Name}.");
        }
    }

    private static IEnumerable<(string Node, double Volts)> StateStarts(Memristor memristor) =>
        memristor.StateNodes.Select((node, k) => (node, memristor.Device.States[k].Normalize(memristor.StartStates[k])));

    /// <summary>The pin of an inverted output that the circuit does not use.</summary>
    private static string UnusedNode(TanhAmplifier amplifier) => $"unused_{amplifier.Name}";

    /// <summary>DC value, or PWL from t = 0 on.</summary>
    private static string Waveform(SourceWaveform waveform)
    {
        var later = waveform.Seconds.Zip(waveform.Values).Where(point => point.First > 0).ToList();
        return later.Count == 0 || waveform.IsConstant
            ? "DC " + SpiceNumber.Format(waveform.At(0))
            : $"PWL(0 {SpiceNumber.Format(waveform.At(0))} {string.Join(' ', later.Select(p
                => $"{SpiceNumber.Format(p.First)} {SpiceNumber.Format(p.Second)}"))})";
    }

    /// <summary>A waveform inside an expression. ngspice finds its place in this table by bisection; in a PWL source it looks from the
    /// start at every load, which makes a thousand sources of a thousand points several times slower.</summary>
    private static string Table(SourceWaveform waveform) => waveform.IsConstant ? SpiceNumber.Format(waveform.Values[0])
        : "pwl(time, " + string.Join(", ", waveform.Seconds.Zip(waveform.Values,
            (t, y) => $"{SpiceNumber.Format(t)}, {SpiceNumber.Format(y)}")) + ")";

    /// <summary>Tables set no break points; one source that nothing hangs on gives all of them those of the samples.</summary>
    private static void Clock(StringBuilder deck, double[] seconds)
    {
        Comment(deck, "corners of the noise samples, where ngspice must not step across");
        double[] zigzag = [.. seconds.Select((_, k) => (double)(k % 2))];
        Line(deck, "Vnoise_clock noise_clock 0 " + Waveform(SourceWaveform.PiecewiseLinear(seconds, zigzag)));
    }

    private static string Name(string name)
    {
        foreach (char c in name)
            if (!(char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c is '_' or '.' or '-' or ':' or '[' or ']' or '#'))
                throw new CircuitException("spice", $"name '{name}' does not fit into a SPICE deck: letters, digits and _ . - : [ ] # do.");
        return name;
    }

    private static void Comment(StringBuilder deck, string text) => deck.Append("* ").Append(text).Append('\n');

    private static void Save(StringBuilder deck, IEnumerable<string> vectors)
    {
        string text = string.Join(' ', vectors);
        if (text.Length > 0) Line(deck, ".save " + text);
    }

    /// <summary>One logical line, broken at spaces into continuation lines.</summary>
    private static void Line(StringBuilder deck, string line)
    {
        while (line.Length > LineLength && line.LastIndexOf(' ', LineLength) is > 2 and var at)
        {
            deck.Append(line, 0, at).Append('\n');
            line = "+" + line[at..];
        }
        deck.Append(line).Append('\n');
    }
}
