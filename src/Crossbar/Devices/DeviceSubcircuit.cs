using System.Globalization;
using System.Reflection;
using Hopfield.Files;

namespace Crossbar.Devices;

/// <summary>The SPICE twin of a device: a subcircuit with pins <c>plus minus s1 [s2 …]</c>. Each s node carries a state normalised to 0 …
/// 1, as a voltage on 1 F, so that SPICE's error control sees numbers of order one whatever the state's unit. A parameter is called as the
/// device's property, in lower case.</summary>
/// <param name="Name">Subcircuit name.</param>
/// <param name="Lines">Its text, comments included.</param>
/// <param name="Parameters">Values to pass, by lower-case name.</param>
public sealed record DeviceSubcircuit(string Name, IReadOnlyList<string> Lines, IReadOnlyList<(string Name, double Value)> Parameters)
{
    /// <summary>The library file that carries the device's name, and the device's numeric parameters.</summary>
    /// <exception cref="FileNotFoundException">There is no such library in this assembly.</exception>
    public static DeviceSubcircuit FromLibrary(IDeviceModel device) =>
        new(NameOf(device), EmbeddedFile.Lines(typeof(DeviceSubcircuit).Assembly, $"circuits/devices/{NameOf(device)}.lib"), ParametersOf(device));

    /// <summary>The device's name as SPICE takes it.</summary>
    public static string NameOf(IDeviceModel device) => device.Name.Replace('-', '_');

    /// <summary>The parameters of a device, in order of declaration: what its record can be given.</summary>
    public static IEnumerable<PropertyInfo> Properties(IDeviceModel device) => device.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    /// <summary>Numeric parameters and enumerations (as their number), in order of declaration.</summary>
    public static IReadOnlyList<(string Name, double Value)> ParametersOf(IDeviceModel device) =>
        [.. Properties(device).Where(property => property.PropertyType == typeof(double) || property.PropertyType.IsEnum)
            .Select(property => (property.Name.ToLowerInvariant(), Convert.ToDouble(property.GetValue(device),
                CultureInfo.InvariantCulture)))];
}
