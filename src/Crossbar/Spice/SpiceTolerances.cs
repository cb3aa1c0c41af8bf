using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>The error control of SPICE programs, under their names. A step is accepted on charges: |Δq| within
/// trtol · max(reltol · max(|q|, chgtol), …); Newton stops at reltol · |x| + vntol (nodes) or abstol (branches).</summary>
/// <param name="Reltol">Relative tolerance.</param>
/// <param name="Vntol">Absolute tolerance of node voltages, V.</param>
/// <param name="Abstol">Absolute tolerance of currents, A.</param>
/// <param name="Chgtol">Charge below which errors do not matter, C.</param>
/// <param name="Trtol">How much the truncation error estimate is trusted to be too large (1: not at all).</param>
public sealed record SpiceTolerances(double Reltol, double Vntol, double Abstol, double Chgtol, double Trtol)
{
    /// <summary>The capacitor on which a memristor's twin carries its state, F.</summary>
    private const double StateFarads = 1;

    /// <summary>What SPICE programs take when nothing is said (Nagel 1975; ngspice manual, .options). Chgtol is 10 mV on 1 pF: on crossbar
    /// neurons the waveforms are off by 4 to 220 mV while they switch.</summary>
    public static SpiceTolerances Stock { get; } = new(1e-3, 1e-6, 1e-12, 1e-14, 7);

    /// <summary>A request's tolerances on a circuit: vntol as asked; chgtol = vntol on the smallest capacitor; abstol = vntol across the
    /// largest resistor, at least 1 fA (rounding); trtol = 1 (our choice: the estimate is taken at its word). <see cref="Stock"/> where the
    /// request wants the defaults.</summary>
    public static SpiceTolerances For(TransientRequest request, Netlist netlist)
    {
        if (request.WithSpiceDefaults) return Stock;
        double farads = double.PositiveInfinity, siemens = double.PositiveInfinity;
        foreach (var element in netlist.Elements)
        {
            if (element is Capacitor c) farads = Math.Min(farads, c.Farads);
            if (element is Memristor { StateNodes.Count: > 0 }) farads = Math.Min(farads, StateFarads);
            if (element is Resistor r) siemens = Math.Min(siemens, 1 / r.Ohms);
            if (element is CrossbarArray x)
                foreach (double cell in x.Cells.Siemens)
                    if (cell > 0) siemens = Math.Min(siemens, cell);
        }
        double volts = request.AbsoluteVolts;
        return new(request.RelativeTolerance, volts,
            double.IsFinite(siemens) ? Math.Max(volts * siemens, 1e-15) : Stock.Abstol,
            double.IsFinite(farads) ? volts * farads : Stock.Chgtol, 1);
    }

    /// <summary>The settings as a record for reports.</summary>
    public IReadOnlyDictionary<string, string> ToParameters() => new Dictionary<string, string>
    {
        ["reltol"] = SpiceNumber.Format(Reltol),
        ["vntol"] = SpiceNumber.Format(Vntol),
        ["abstol"] = SpiceNumber.Format(Abstol),
        ["chgtol"] = SpiceNumber.Format(Chgtol),
        ["trtol"] = SpiceNumber.Format(Trtol),
        ["method"] = "trap",
    };
}
