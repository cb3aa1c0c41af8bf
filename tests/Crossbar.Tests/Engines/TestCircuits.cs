using Crossbar.Circuits;

namespace Crossbar.Tests.Engines;

/// <summary>Small circuits with known answers.</summary>
internal static class TestCircuits
{
    public const double Ohms = 10e3, Farads = 1e-12, TauSeconds = Ohms * Farads;

    public static Netlist Of(string title, string[] probes, params NetlistElement[] elements) =>
        new() { Title = title, Elements = elements, ProbeNodes = probes };

    /// <summary>A source through a resistor onto a capacitor.</summary>
    public static Netlist Rc(SourceWaveform volts) => Of("rc", ["in", "out"],
        new VoltageSource("s", "in", "0", volts), new Resistor("r", "in", "out", Ohms), new Capacitor("c", "out", "0", Farads));

    /// <summary>Two neurons that excite each other through 10 kΩ; each has 1 pF and a 10 kΩ leak.</summary>
    public static Netlist Latch(double gain) => Of("latch", ["u1", "u2", "p1"],
        new Capacitor("c1", "u1", "0", Farads), new Resistor("l1", "u1", "0", Ohms),
        new Capacitor("c2", "u2", "0", Farads), new Resistor("l2", "u2", "0", Ohms),
        new TanhAmplifier("f1", "u1", "p1", "n1", 1, SourceWaveform.Constant(gain)),
        new TanhAmplifier("f2", "u2", "p2", null, 1, SourceWaveform.Constant(gain)),
        new Resistor("j12", "p2", "u1", Ohms), new Resistor("j21", "p1", "u2", Ohms), new Resistor("load", "n1", "0", Ohms));

    /// <summary>Evenly spaced times from 0 to the end.</summary>
    public static double[] Grid(double stopSeconds, int count) =>
        [.. Enumerable.Range(0, count).Select(k => stopSeconds * k / (count - 1))];

    public static TransientRequest Request(double stopSeconds, int points = 41, double reltol = 1e-7) =>
        new() { StopSeconds = stopSeconds, OutputSeconds = Grid(stopSeconds, points), RelativeTolerance = reltol };
}
