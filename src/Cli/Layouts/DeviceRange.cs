using Crossbar.Devices;

namespace Cli.Layouts;

/// <summary>The conductances between which a device of the catalog can be programmed, as seen at a read voltage.</summary>
internal static class DeviceRange
{
    /// <summary>Smallest and largest I/V at the read voltage over the corners of the device's state space, S.</summary>
    /// <exception cref="ArgumentException">The device has one conductance only, or may not see that voltage.</exception>
    internal static (double OffSiemens, double OnSiemens) Of(IDeviceModel device, double readVolts)
    {
        if (readVolts > device.LargestVolts)
            throw new ArgumentException($"--read-volts {readVolts}: the device '{device.Name}' is modelled up to {device.LargestVolts} V");
        double low = double.PositiveInfinity, high = 0;
        for (int corner = 0; corner < 1 << device.States.Count; corner++)
        {
            double[] states = [.. device.States.Select((state, k) => (corner >> k & 1) == 0 ? state.Low : state.High)],
                amperes = new double[1];
            device.Currents([readVolts], states, amperes, []);
            low = Math.Min(low, amperes[0] / readVolts);
            high = Math.Max(high, amperes[0] / readVolts);
        }
        return high > low && double.IsFinite(high) && low >= 0 ? (low, high)
            : throw new ArgumentException($"the device '{device.Name}' has no range of conductances to program ({low} to {high} S)");
    }
}
