using Crossbar.Devices;
using Hopfield.Model;

namespace Crossbar.Bench;

/// <summary>One device under a voltage, over time.</summary>
/// <param name="Waves">Waveforms "volts" (V), "amperes" (A), then the device's states under their names, in their units.</param>
public sealed record DeviceTrace(Waveforms Waves)
{
    /// <summary>Time axis, s.</summary>
    public double[] Seconds => Waves.Seconds;

    /// <summary>Voltage across the device, V.</summary>
    public double[] Volts => Waves.Values[0];

    /// <summary>Current through it, A.</summary>
    public double[] Amperes => Waves.Values[1];

    /// <summary>One state over time.</summary>
    public double[] State(int index) => Waves.Values[2 + index];

    /// <summary>Names of a trace's waveforms.</summary>
    public static string[] NamesFor(IDeviceModel device) => ["volts", "amperes", .. device.States.Select(state => state.Name)];

    /// <summary>Area enclosed by the loop in the (v, i) plane, V A: ½ ∮ |v di − i dv| summed lobe by lobe, where a lobe ends at v = 0. What
    /// a pinched loop loses as the frequency grows.</summary>
    public double LoopArea()
    {
        double total = 0, lobe = 0;
        for (int k = 1; k < Seconds.Length; k++)
        {
            lobe += 0.5 * (Volts[k - 1] * Amperes[k] - Volts[k] * Amperes[k - 1]);
            if (Volts[k] * Volts[k - 1] > 0) continue;
            total += Math.Abs(lobe);
            lobe = 0;
        }
        return total + Math.Abs(lobe);
    }
}
