using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>The control nodes that carry amplifier gains in a deck: one per distinct gain waveform, shared by all amplifiers that
/// follow it.</summary>
internal sealed class SpiceGainControls
{
    private readonly Dictionary<string, string> _nodeByWaveform = [];

    private SpiceGainControls(List<(string Node, SourceWaveform Gain)> sources) => Sources = sources;

    /// <summary>Control nodes with their waveforms; each is driven by a source of the same name.</summary>
    public IReadOnlyList<(string Node, SourceWaveform Gain)> Sources { get; }

    /// <summary>Names nodes "gain", "gain2", … that neither a node nor an element of the netlist uses.</summary>
    public static SpiceGainControls Of(Netlist netlist)
    {
        var taken = netlist.Elements.Select(element => element.Name).Concat(netlist.Elements.SelectMany(NetlistCheck.NodesOf)).ToHashSet();
        var sources = new List<(string, SourceWaveform)>();
        var controls = new SpiceGainControls(sources);
        int number = 1;
        foreach (var amplifier in netlist.Elements.OfType<TanhAmplifier>())
        {
            string key = Key(amplifier.GainPerVolt);
            if (controls._nodeByWaveform.ContainsKey(key)) continue;
            string node = number == 1 ? "gain" : $"gain{number}";
            while (!taken.Add(node)) node = $"gain{++number}";
            number++;
            controls._nodeByWaveform[key] = node;
            sources.Add((node, amplifier.GainPerVolt));
        }
        return controls;
    }

    /// <summary>The control node of an amplifier.</summary>
    public string NodeOf(TanhAmplifier amplifier) => _nodeByWaveform[Key(amplifier.GainPerVolt)];

    private static string Key(SourceWaveform waveform) =>
        string.Join(' ', waveform.Seconds.Concat(waveform.Values).Select(SpiceNumber.Format));
}
