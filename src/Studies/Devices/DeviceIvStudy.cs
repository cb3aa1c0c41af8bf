using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Studies.Devices;

/// <summary>The loop of one device under a periodic voltage, beside its twin on circuit simulators.</summary>
public sealed record DeviceIvStudy : Study<DeviceIvRecord>
{
    /// <summary>Part of the period within which an abrupt edge of the twin counts as met. Our choice.</summary>
    public const double EdgeShift = 1e-4;

    public override string Name => "device iv";
    public override string Summary => "current of a memristor under a periodic voltage, compared with its SPICE twin";

    /// <summary>The device with its parameters.</summary>
    public required IDeviceModel Device { get; init; }

    /// <summary>Shape of the voltage. Default sine.</summary>
    public DriveShape Waveform { get; init; }

    /// <summary>Amplitude, V; null for the device's own. Range: &gt; 0, at most what the device is meant for.</summary>
    public double? Volts { get; init => field = value is { } volts ? Check.Positive(volts, nameof(Volts), "V") : null; }

    /// <summary>Period, s; null for the device's own. Range: &gt; 0.</summary>
    public double? PeriodSeconds { get; init => field = value is { } period ? Check.Positive(period, nameof(PeriodSeconds), "s") : null; }

    /// <summary>Periods. Default 1. Range: 1 … 1000.</summary>
    public int Periods
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value
            : throw new ArgumentException($"{nameof(Periods)} must be from 1 to 1000, not {value}");
    } = 1;

    /// <summary>Simulators on which the twin is driven; each takes memristors across a source. Default none.</summary>
    public IReadOnlyList<ICircuitEngine> Engines { get; init; } = [];

    public override DeviceIvRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        double volts = Volts ?? Device.Sweep.Volts, period = PeriodSeconds ?? Device.Sweep.PeriodSeconds, stop = period * Periods;
        var drive = DeviceBench.Wave(Waveform, volts, period, Periods);
        progress?.Begin("simulators", 1 + Engines.Count);
        var trace = DeviceBench.Drive(Device, drive, stop);
        progress?.Finished();
        var twins = new List<NamedTrace>();
        foreach (var engine in Engines)
        {
            twins.Add(new(engine.Name, DeviceTwin.Drive(engine, Device, drive, stop, cancellation: cancellation)));
            progress?.Finished();
        }
        return new()
        {
            Options = this,
            Model = Device,
            Waveform = Waveform,
            Volts = volts,
            PeriodSeconds = period,
            Periods = Periods,
            Trace = trace,
            TwinTraces = twins,
        };
    }
}
