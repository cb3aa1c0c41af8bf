using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Crossbar.Devices;
using Crossbar.Machines;
using Crossbar.Programming;
using Hopfield.Numerics;
using Studies.Machines;
using Studies.Records;

namespace Cli.Options;

/// <summary>The options that put a memristor at every cross point of the continuous machine.</summary>
internal sealed class CellOptions
{
    /// <summary>What a file of device parameters holds, for messages.</summary>
    internal const string Example = "{ \"onOhms\": 200 }";

    private readonly Option<string?> _device = new("--device")
    {
        Description = "Cells of --machine continuous are this device (see 'hopfield list devices') and may move while the circuit settles; on and off "
            + "are then the ends of its range (at most 1000 apart where it conducts nothing) unless given.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _parameters = new("--device-parameters")
    {
        Description = "JSON file with parameters of --device.",
        HelpName = "FILE",
    };

    private readonly Option<double?> _readVolts = new("--read-volts")
    {
        Description = $"Voltage at which a cell of --device has its conductance, in volts; default {new ArrayDevice(new FixedConductance()).ReadVolts}.",
        HelpName = "V",
    };

    internal CellOptions() => _device.CompletionSources.Add(_ => Catalog.Of<IDeviceModel>().Select(device => new CompletionItem(device.Name)));

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_device, _parameters, _readVolts]) command.Options.Add(option);
    }

    /// <summary>What was asked for; null for fixed conductances.</summary>
    /// <exception cref="ArgumentException">There is no such device, or the machine has no use for it.</exception>
    internal CellSetting? Read(ParseResult parsed, string machine)
    {
        if (parsed.GetValue(_device) is not { } name)
        {
            foreach (var option in (Option[])[_parameters, _readVolts])
                if (parsed.GetResult(option) is { Implicit: false }) throw new ArgumentException($"{option.Name} belongs to --device NAME");
            return null;
        }
        if (parsed.CommandResult.Children.OfType<OptionResult>().Any(given => given is { Implicit: false, Option.Name: "--programming-error" }))
            throw new ArgumentException("--programming-error is of fixed conductances; with --device, programme the array with 'hopfield device program'");
        CommonOptions.RequirePart(_device, machine, ArrayParts.Cells);
        var device = Catalog.Find<IDeviceModel>(name, "device");
        if (parsed.GetValue(_parameters) is { } path) device = (IDeviceModel)Parameters.Over(device, ParametersFile.Read(path, Example), path);
        return new() { Device = device, ReadVolts = parsed.GetValue(_readVolts) };
    }
}
