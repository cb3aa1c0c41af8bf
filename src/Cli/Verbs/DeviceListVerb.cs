using System.CommandLine;
using System.Globalization;
using Cli.Devices;
using Cli.Output;
using Crossbar.Devices;

namespace Cli.Verbs;

/// <summary>Lists the device models, or the parameters of one. Old name of <c>hopfield list devices</c>.</summary>
internal sealed class DeviceListVerb : Verb
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "One device: its parameters, ranges and limits.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <inheritdoc/>
    public override string Name => "device list";

    /// <inheritdoc/>
    public override string Summary => "Lists the memristor models with their sources; with a name, the parameters of one.";

    /// <inheritdoc/>
    public override bool IsHidden => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["hopfield device list", "hopfield device list vteam"];

    /// <inheritdoc/>
    public override void Define(Command command) => command.Arguments.Add(_name);

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_name) is { } name)
        {
            Describe(DeviceCatalog.Find(name));
            return ExitCode.Done;
        }
        var table = new ResultTable("device", "what it is", "states", "largest |V|", "source");
        foreach (var device in DeviceCatalog.All)
            table.Add(device.Name, device.Summary, device.States.Count == 0 ? "-"
                : string.Join("; ", device.States.Select(DeviceFiles.Describe)),
                Quantity.Text(device.LargestVolts, "V"), device.Source);
        table.Print();
        return ExitCode.Done;
    }

    private static void Describe(IDeviceModel device)
    {
        Console.Out.WriteLine($"{device.Name}: {device.Summary}");
        Console.Out.WriteLine($"source: {device.Source}");
        Console.Out.WriteLine($"not modelled: {device.NotModelled}");
        foreach (var state in device.States) Console.Out.WriteLine($"state: {DeviceFiles.Describe(state)}");
        Console.Out.WriteLine($"range: |V| up to {Quantity.Text(device.LargestVolts, "V")}; SPICE twin: subcircuit "
            + $"{device.Subcircuit.Name}");
        var table = new ResultTable("parameter", "default");
        foreach (var property in DeviceSubcircuit.Properties(device))
            table.Add(DeviceOptions.JsonName(property.Name), Convert.ToString(property.GetValue(device),
                CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "-");
        table.Print();
    }
}
