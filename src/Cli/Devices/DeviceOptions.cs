using System.CommandLine;
using Crossbar.Devices;
using Studies.Records;

namespace Cli.Devices;

/// <summary>The options by which every device verb names a device.</summary>
internal sealed class DeviceOptions
{
    internal Argument<string> Name { get; } = new("NAME") { Description = "A device, as 'hopfield device list' shows it." };

    internal Option<string?> Parameters { get; } = new("--parameters")
    {
        Description = "JSON file with device parameters that replace the defaults, such as { \"onOhms\": 200 }; 'hopfield device list "
            + "NAME' names them.",
        HelpName = "FILE",
    };

    internal DeviceOptions() => Name.CompletionSources.Add([.. DeviceCatalog.All.Select(device => device.Name)]);

    /// <summary>The device with the user's parameters.</summary>
    internal IDeviceModel Read(ParseResult parsed)
    {
        var device = DeviceCatalog.Find(parsed.GetRequiredValue(Name));
        return parsed.GetValue(Parameters) is { } path ? (IDeviceModel)Studies.Records.Parameters.Over(device, ParametersFile.Read(path), path) : device;
    }

    /// <summary>A parameter's name in JSON.</summary>
    internal static string JsonName(string property) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property);
}
