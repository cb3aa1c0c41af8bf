using System.Reflection;

namespace Crossbar.Devices;

/// <summary>Reads and replaces a device's numeric parameters by name; a replaced value passes the same check as in an
/// initialiser.</summary>
internal static class DeviceParameters
{
    /// <summary>Names of the parameters that are numbers, in order of declaration.</summary>
    public static IReadOnlyList<string> Numbers(IDeviceModel device) =>
        [.. DeviceSubcircuit.Properties(device).Where(property => property.PropertyType == typeof(double)).Select(property =>
            property.Name)];

    /// <summary>One parameter; the name's case does not matter.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static double Get(IDeviceModel device, string name) => (double)Find(device, name).GetValue(device)!;

    /// <summary>The device with one parameter replaced: a number, or the number of a choice.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or the value is out of its range.</exception>
    public static IDeviceModel With(IDeviceModel device, string name, double value)
    {
        var property = FindSettable(device, name);
        // What the compiler makes of 'device with { … }'.
        var clone = device.GetType().GetMethod("<Clone>$")
            ?? throw new ArgumentException($"device {device.Name} is not a record: its parameters cannot be replaced.");
        var copy = (IDeviceModel)clone.Invoke(device, null)!;
        try
        {
            property.SetValue(copy, property.PropertyType.IsEnum ? Enumeration(property, value) : value);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is ArgumentException inner)
        {
            throw inner;
        }
        return copy;
    }

    private static object Enumeration(PropertyInfo property, double value) => value == Math.Floor(value) && Math.Abs(value) < 1e6
        ? Enum.ToObject(property.PropertyType, (int)value)
        : throw new ArgumentException($"{property.Name} must be the whole number of a choice, not {value}.");

    private static PropertyInfo FindSettable(IDeviceModel device, string name) =>
        DeviceSubcircuit.Properties(device)
            .FirstOrDefault(p => p.PropertyType.IsEnum && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? Find(device, name);

    private static PropertyInfo Find(IDeviceModel device, string name) =>
        DeviceSubcircuit.Properties(device).FirstOrDefault(p => p.PropertyType == typeof(double)
            && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"device {device.Name} has no numeric parameter '{name}'; expected one of "
            + $"{string.Join(", ", Numbers(device))}");
}
