using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>Conductance of a device as a read sees it: current over voltage at the read voltage.</summary>
public static class ConductanceRange
{
    private const int Halvings = 200;

    /// <summary>Least and largest conductance over the range of the first state, S; further states as in a fresh cell.</summary>
    public static (double Off, double On) Of(IDeviceModel device, double readVolts)
    {
        if (device.States.Count == 0) return (At(device, readVolts, []), At(device, readVolts, []));
        double a = At(device, readVolts, With(device, device.States[0].Low)), b = At(device, readVolts,
            With(device, device.States[0].High));
        return (Math.Min(a, b), Math.Max(a, b));
    }

    /// <summary>Smallest and largest conductance over the corners of the device's whole state space, S: between them it can be
    /// programmed.</summary>
    /// <exception cref="ArgumentException">The device has one conductance only, or is not meant for that voltage.</exception>
    public static (double Off, double On) OfAllStates(IDeviceModel device, double readVolts)
    {
        device.CheckVolts(readVolts);
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

    /// <summary>Conductance at given states, S.</summary>
    public static double At(IDeviceModel device, double readVolts, ReadOnlySpan<double> states) =>
        device.CurrentAt(Check.Positive(readVolts, nameof(readVolts), "V"), states) / readVolts;

    /// <summary>The states at which the device has a conductance: first state by bisection, the others as in a fresh cell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The device does not reach it.</exception>
    public static double[] StatesFor(IDeviceModel device, double siemens, double readVolts)
    {
        var (off, on) = Of(device, readVolts);
        Check.InRange(siemens, off, on, $"conductance of device {device.Name} at {readVolts} V", "S");
        if (device.States.Count == 0) return [];
        double low = device.States[0].Low, high = device.States[0].High;
        bool rises = At(device, readVolts, With(device, high)) > At(device, readVolts, With(device, low));
        for (int k = 0; k < Halvings && high - low > 0; k++)
        {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) break;
            if (At(device, readVolts, With(device, middle)) < siemens == rises) low = middle;
            else high = middle;
        }
        return With(device, 0.5 * (low + high));
    }

    private static double[] With(IDeviceModel device, double first)
    {
        double[] states = device.FreshStates();
        states[0] = first;
        return states;
    }
}
