using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>Every device model of the program, looked up once: decks and options ask for them again and again.</summary>
public static class DeviceCatalog
{
    /// <summary>All devices with their default parameters, by name.</summary>
    public static IReadOnlyList<IDeviceModel> All { get; } = Catalog.Of<IDeviceModel>();

    /// <summary>The device of that name with its default parameters.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IDeviceModel Find(string name) => Catalog.Find<IDeviceModel>(name, "device");
}
