using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Every device model of this assembly.</summary>
public static class DeviceCatalog
{
    /// <summary>All devices with their default parameters, by name.</summary>
    public static IReadOnlyList<IDeviceModel> All { get; } = Catalog.Of<IDeviceModel>(typeof(IDeviceModel).Assembly);

    /// <summary>The device of that name with its default parameters.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IDeviceModel Find(string name) => All.FirstOrDefault(device => device.Name == name)
        ?? throw new ArgumentException($"there is no device '{name}'; expected one of "
            + $"{string.Join(", ", All.Select(device => device.Name))}");
}
