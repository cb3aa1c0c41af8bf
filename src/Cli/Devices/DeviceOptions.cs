using System.CommandLine;
using System.CommandLine.Completions;
using Cli.Options;
using Crossbar.Devices;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Devices;

/// <summary>The options by which every device verb names a device.</summary>
internal sealed class DeviceOptions
{
    private readonly Argument<string> _name =
        new("NAME") { Description = "A device, as 'hopfield list devices' shows it." };

    private readonly Option<string?> _parameters = new("--parameters")
    {
        Description = "JSON file with device parameters that replace the defaults, such as { \"onOhms\": 200 }; 'hopfield list devices "
            + "NAME' names them.",
        HelpName = "FILE",
    };

    internal DeviceOptions() => _name.CompletionSources.Add(_ => Catalog.Of<IDeviceModel>().Select(device => new CompletionItem(device.Name)));

    internal void AddTo(Command command)
    {
        command.Arguments.Add(_name);
        command.Options.Add(_parameters);
    }

    /// <summary>The device with the user's parameters.</summary>
    internal IDeviceModel Read(ParseResult parsed)
    {
        var device = Catalog.Find<IDeviceModel>(parsed.GetRequiredValue(_name), "device");
        return parsed.GetValue(_parameters) is { } path ? (IDeviceModel)Parameters.Over(device, ParametersFile.Read(path, CellOptions.Example), path) : device;
    }

    /// <summary>A parameter's name in JSON.</summary>
    internal static string JsonName(string property) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property);
}
