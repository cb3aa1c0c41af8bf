namespace Crossbar.Devices;

/// <summary>What follows from a model alone: its fresh states, one current, the voltages it is meant for.</summary>
public static class DeviceModelExtensions
{
    /// <summary>The states of a fresh cell, in their units.</summary>
    public static double[] FreshStates(this IDeviceModel device) => [.. device.States.Select(state => state.Start)];

    /// <summary>Current at a voltage and states, A.</summary>
    public static double CurrentAt(this IDeviceModel device, double volts, ReadOnlySpan<double> states)
    {
        double amperes = 0;
        device.Currents([volts], states, new Span<double>(ref amperes), []);
        return amperes;
    }

    /// <summary>Refuses a voltage beyond the model's range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The voltage exceeds <see cref="IDeviceModel.LargestVolts"/>.</exception>
    public static void CheckVolts(this IDeviceModel device, double volts)
    {
        if (Math.Abs(volts) > device.LargestVolts)
            throw new ArgumentOutOfRangeException(nameof(volts), volts,
                $"device {device.Name} is meant for at most {device.LargestVolts} V across it, not {volts} V.");
    }
}
