using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Programming;

namespace Crossbar.Tests.Reduced;

/// <summary>Circuits whose memristors move: three word lines (a pulse, a bias, an amplifier on the first bit line) across two bit lines
/// that end at a capacitor and a leak of a fifth of a cell's resistance; the nodes are about as fast as the pulse.</summary>
internal static class LiveCells
{
    /// <summary>The amplitude of the pulse, V.</summary>
    public static double Volts(IDeviceModel device) =>
        Math.Min(1.4 * device.Sweep.Volts, 0.85 * device.LargestVolts) * (device.SetPolarity < 0 ? -1 : 1);

    /// <summary>The end of the run, s.</summary>
    public static double StopSeconds(IDeviceModel device) => 0.5 * device.Sweep.PeriodSeconds;

    public static Netlist Circuit(IDeviceModel device)
    {
        double volts = Volts(device), stop = StopSeconds(device), read = 0.05 * device.Sweep.Volts;
        double ohms = 0.2 / ConductanceRange.At(device, read, device.FreshStates()), farads = 0.05 * stop / ohms;
        var pulse = SourceWaveform.PiecewiseLinear([0, 0.4 * stop, 0.6 * stop, stop], [0, volts, volts, 0]);
        var elements = new List<NetlistElement>
        {
            new VoltageSource("pulse", "w0", "0", pulse),
            new VoltageSource("bias", "w1", "0", SourceWaveform.PiecewiseLinear([0, 0.1 * stop], [0, -0.15 * volts])),
            new TanhAmplifier("f", "b0", "w2", null, 0.5 * Math.Abs(volts), SourceWaveform.Constant(2 / Math.Abs(volts))),
        };
        var probes = new List<string> { "b0", "b1", "w2" };
        for (int j = 0; j < 2; j++)
        {
            elements.Add(new Capacitor($"c{j}", $"b{j}", "0", farads));
            elements.Add(new Resistor($"leak{j}", $"b{j}", "0", ohms));
        }
        for (int c = 0; c < 6; c++)
        {
            var cell = new Memristor($"x{c}", $"w{c / 2}", $"b{c % 2}", device)
            {
                StartStates = [.. device.States.Select(state => state.Denormalize(state.Normalize(state.Start) * (0.9 - 0.1 * c)))],
            };
            elements.Add(cell);
            probes.AddRange(cell.StateNodes);
        }
        return new() { Title = $"six cells of {device.Name}", Elements = elements, ProbeNodes = probes };
    }

    public static TransientRequest Request(IDeviceModel device, double tolerance) => new()
    {
        StopSeconds = StopSeconds(device),
        RelativeTolerance = tolerance,
        AbsoluteVolts = 1e-3 * tolerance * Math.Abs(Volts(device)),
        LargestStepSeconds = StopSeconds(device) / 200,
    };
}
