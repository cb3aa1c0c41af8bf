using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Crossbar.Bench;
using Crossbar.Devices;

namespace Studies.Devices;

/// <summary>A device under a periodic voltage.</summary>
public sealed record DeviceIvRecord : StudyRecord
{
    /// <summary>Name of the device.</summary>
    public string Device => Model.Name;

    /// <summary>Where its equations come from.</summary>
    public string Source => Model.Source;

    /// <summary>Its parameters: a parameter file.</summary>
    public JsonObject Parameters => Records.Parameters.Of(Model);

    /// <summary>Shape of the voltage.</summary>
    public required DriveShape Waveform { get; init; }

    /// <summary>Amplitude, V.</summary>
    public required double Volts { get; init; }

    /// <summary>Period, s.</summary>
    public required double PeriodSeconds { get; init; }

    /// <summary>Number of periods.</summary>
    public required int Periods { get; init; }

    /// <summary>Largest magnitude of the current, A.</summary>
    public double LargestAmperes => Trace.Amperes.Max(Math.Abs);

    /// <summary>Area of the loop, V A.</summary>
    public double LoopAreaVoltAmperes => Trace.LoopArea();

    /// <summary>Where the states ended.</summary>
    public IReadOnlyList<FinalState> FinalStates =>
        [.. Model.States.Select((state, k) => new FinalState(state.Name, state.Unit, Trace.State(k)[^1]))];

    /// <summary>How near the twins come.</summary>
    public IReadOnlyList<TwinComparison> Twins => [.. TwinTraces.Select(twin => new TwinComparison(twin.Name,
        DeviceTwin.WorstAmperes(twin.Trace, Trace, DeviceIvStudy.EdgeShift * PeriodSeconds) / LargestAmperes))];

    /// <summary>Whether all twins agree to <see cref="DeviceTwin.AgreementOfLargestCurrent"/>.</summary>
    [JsonIgnore]
    public bool Agrees => Twins.All(twin => twin.WorstOfLargestCurrent <= DeviceTwin.AgreementOfLargestCurrent);

    /// <summary>The device.</summary>
    [JsonIgnore]
    public required IDeviceModel Model { get; init; }

    /// <summary>Its waveforms.</summary>
    [JsonIgnore]
    public required DeviceTrace Trace { get; init; }

    /// <summary>Those of its twins, by simulator.</summary>
    [JsonIgnore]
    public required IReadOnlyList<NamedTrace> TwinTraces { get; init; }
}

/// <summary>Waveforms and what made them.</summary>
/// <param name="Name">Name of the simulator.</param>
/// <param name="Trace">The waveforms.</param>
public sealed record NamedTrace(string Name, DeviceTrace Trace);

/// <summary>Where a state ended.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Value">The value at the end, in that unit.</param>
public sealed record FinalState(string Name, string Unit, double Value);

/// <summary>A twin against the device.</summary>
/// <param name="Engine">Name of the simulator.</param>
/// <param name="WorstOfLargestCurrent">Largest difference in parts of the largest current.</param>
public sealed record TwinComparison(string Engine, double WorstOfLargestCurrent);
