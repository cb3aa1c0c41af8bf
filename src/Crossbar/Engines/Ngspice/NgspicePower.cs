using Crossbar.Circuits;

namespace Crossbar.Engines.Ngspice;

/// <summary>Power that sources and amplifier outputs deliver to the network, Σ v·i, from saved node voltages and branch currents. A SPICE
/// branch current flows from + through the source to −, so that a delivering source has −v·i &gt; 0.</summary>
internal sealed class NgspicePower
{
    private readonly List<(string? Plus, string? Minus, string? Branch, SourceWaveform? Amperes)> _terms = [];

    /// <summary>Lists the branches of a netlist.</summary>
    public NgspicePower(Netlist netlist)
    {
        foreach (var element in netlist.Elements)
            switch (element)
            {
                case VoltageSource v:
                    _terms.Add((Node(v.Plus), Node(v.Minus), $"i(v{v.Name})", null));
                    break;
                case CurrentSource i:
                    _terms.Add((Node(i.From), Node(i.To), null, i.Amperes));
                    break;
                case TanhAmplifier a:
                    string output = a.LagSeconds > 0 ? $"i(e.x{a.Name}.eout)" : $"i(b.x{a.Name}.bout)";
                    _terms.Add((Node(a.Output), null, output, null));
                    if (a.InvertedOutput is not null) _terms.Add((Node(a.InvertedOutput), null, $"i(e.x{a.Name}.einv)", null));
                    break;
            }
    }

    /// <summary>The vectors that must be saved.</summary>
    public IReadOnlyCollection<string> Vectors =>
        [.. _terms.SelectMany(term => new[] { term.Plus, term.Minus, term.Branch }).OfType<string>().Distinct()];

    /// <summary>Delivered power at every point, W.</summary>
    /// <exception cref="InvalidDataException">A vector is missing.</exception>
    public double[] Watts(NgspiceRawFile raw)
    {
        var watts = new double[raw.Seconds.Length];
        foreach (var (plus, minus, branch, amperes) in _terms)
        {
            double[]? high = plus is null ? null : raw[plus], low = minus is null ? null : raw[minus], current = branch is null ? null
                : raw[branch];
            for (int k = 0; k < watts.Length; k++)
                watts[k] -= ((high?[k] ?? 0) - (low?[k] ?? 0)) * (current?[k] ?? amperes!.At(raw.Seconds[k]));
        }
        return watts;
    }

    private static string? Node(string node) => node == NetlistCheck.Ground ? null : $"v({node})";
}
