using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Spice;

/// <summary>The devices' twins as the deck reader knows them: by subcircuit name, with the device's own parameters.</summary>
internal static class SpiceTwins
{
    /// <summary>The device with that subcircuit; null for none. A measured table is named after its content, which its name does not give
    /// back.</summary>
    public static IDeviceModel? Find(string subcircuit) =>
        Catalog.Of<IDeviceModel>().FirstOrDefault(device => device is not MeasuredTable && device.Subcircuit.Name == subcircuit);

    /// <summary>The text of a twin from .subckt to .ends in logical lines, without comments and with single spaces.</summary>
    public static string[] DefinitionOf(string subcircuit)
    {
        using var text = new StringReader("title\n" + string.Join('\n', Find(subcircuit)!.Subcircuit.Lines));
        return [.. SpiceDeckLines.Read(text, subcircuit).Lines.Select(line => SpiceLibrary.Normalize(line.Text))];
    }

    /// <summary>The device with the parameters of a call.</summary>
    /// <exception cref="InvalidDataException">It has no such parameter, or the value is out of its range.</exception>
    public static IDeviceModel With(IDeviceModel device, IReadOnlyDictionary<string, double> parameters, SpiceLine line)
    {
        string[] known = [.. DeviceSubcircuit.ParametersOf(device).Select(parameter => parameter.Name)];
        foreach (var (name, value) in parameters)
        {
            if (!known.Contains(name)) throw line.Error($"'{DeviceSubcircuit.NameOf(device)}' has no parameter '{name}'",
                string.Join(", ", known));
            try
            {
                device = DeviceParameters.With(device, name, value);
            }
            catch (ArgumentException range)
            {
                throw line.Error($"{name}={SpiceNumber.Format(value)} is refused", range.Message.Split(" (Parameter")[0]);
            }
        }
        return device;
    }

    /// <summary>The complaint about a subcircuit that is none of ours.</summary>
    public static InvalidDataException Unknown(SpiceLine line, string name) => name.StartsWith("table_", StringComparison.Ordinal)
        ? line.Error($"subcircuit '{name}' is a measured table, which cannot be read back from a deck",
            "ngspice to run this deck")
        : line.Error($"subcircuit '{name}' is not known", "one of " + string.Join(", ", SpiceLibrary.Names.Concat(
            Catalog.Of<IDeviceModel>().Where(device => device is not MeasuredTable).Select(device => device.Subcircuit.Name))));
}
