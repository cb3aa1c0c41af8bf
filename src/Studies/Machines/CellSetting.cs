using Crossbar.Devices;
using Crossbar.Mapping;
using Crossbar.Programming;

namespace Studies.Machines;

/// <summary>A device at every cross point, as asked for.</summary>
public sealed record CellSetting
{
    /// <summary>On over off where a device's least conductance is 0. Our choice.</summary>
    private const double LargestRatio = 1000;

    /// <summary>The device.</summary>
    public required IDeviceModel Device { get; init; }

    /// <summary>Its read voltage, V; null for the default of <see cref="ArrayDevice"/>.</summary>
    public double? ReadVolts { get; init; }

    /// <summary>For the machine.</summary>
    public ArrayDevice ToArray() => ReadVolts is { } volts ? new(Device) { ReadVolts = volts } : new(Device);

    /// <summary>A mapping onto the device's range, but for the ends that the user gave.</summary>
    /// <exception cref="ArgumentException">The device has one conductance only.</exception>
    public DifferentialPairMapping Over(DifferentialPairMapping given, bool hasOn, bool hasOff)
    {
        var (off, on) = ToArray().Range;
        if (!(on > off)) throw new ArgumentException($"device {Device.Name} has one conductance, {on} S; weights need two");
        if (off == 0) off = on / LargestRatio;
        return new() { OnSiemens = hasOn ? given.OnSiemens : on, OffSiemens = hasOff ? given.OffSiemens : off, BiasLines = given.BiasLines };
    }
}
