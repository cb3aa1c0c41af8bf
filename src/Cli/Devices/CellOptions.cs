using System.CommandLine;
using System.CommandLine.Parsing;
using Cli.Solving;
using Crossbar.Devices;
using Crossbar.Mapping;
using Crossbar.Programming;

namespace Cli.Devices;

/// <summary>The options that put a memristor at every cross point of the continuous machine.</summary>
internal sealed class CellOptions
{
    private readonly Option<string?> _device = new("--device")
    {
        Description = "Cells of --machine continuous are this device (see 'hopfield device list') and may move while the circuit settles; on and off "
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

    internal CellOptions() => _device.CompletionSources.Add([.. DeviceCatalog.All.Select(device => device.Name)]);

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_device, _parameters, _readVolts]) command.Options.Add(option);
    }

    /// <summary>What was asked for; null for fixed conductances.</summary>
    /// <exception cref="ArgumentException">There is no such device, or the machine has no use for it.</exception>
    internal CellDevice? Read(ParseResult parsed, string machine)
    {
        if (parsed.GetValue(_device) is not { } name)
        {
            foreach (var option in (Option[])[_parameters, _readVolts])
                if (parsed.GetResult(option) is { Implicit: false }) throw new ArgumentException($"{option.Name} belongs to --device NAME");
            return null;
        }
        if (parsed.CommandResult.GetResult("--programming-error") is OptionResult { Implicit: false })
            throw new ArgumentException("--programming-error is of fixed conductances; with --device, programme the array with 'hopfield device program'");
        if (machine != "continuous") throw new ArgumentException($"--device is of --machine continuous, not {machine}");
        var device = DeviceCatalog.Find(name);
        if (parsed.GetValue(_parameters) is { } path) device = new ParametersFile(path).Over(device);
        return parsed.GetValue(_readVolts) is { } volts ? new(device, volts) : new(device, null);
    }
}

/// <summary>A device at every cross point, as asked for.</summary>
/// <param name="Device">The device.</param>
/// <param name="ReadVolts">Its read voltage, V; null for the default.</param>
internal sealed record CellDevice(IDeviceModel Device, double? ReadVolts)
{
    /// <summary>On over off where a device's least conductance is 0. Our choice.</summary>
    private const double LargestRatio = 1000;

    /// <summary>For the machine.</summary>
    internal ArrayDevice ToArray() => ReadVolts is { } volts ? new(Device) { ReadVolts = volts } : new(Device);

    /// <summary>A mapping onto the device's range, but for the ends that the user gave.</summary>
    /// <exception cref="ArgumentException">The device has one conductance only.</exception>
    internal DifferentialPairMapping Over(DifferentialPairMapping given, bool hasOn, bool hasOff)
    {
        var (off, on) = ToArray().Range;
        if (!(on > off)) throw new ArgumentException($"device {Device.Name} has one conductance, {on} S; weights need two");
        if (off == 0) off = on / LargestRatio;
        return new() { OnSiemens = hasOn ? given.OnSiemens : on, OffSiemens = hasOff ? given.OffSiemens : off, BiasLines = given.BiasLines };
    }
}
