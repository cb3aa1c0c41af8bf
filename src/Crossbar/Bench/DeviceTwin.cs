using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Model;

namespace Crossbar.Bench;

/// <summary>The same bench as <see cref="DeviceBench"/> as a circuit, for the simulators that take a <see cref="Memristor"/>.</summary>
public static class DeviceTwin
{
    /// <summary>How near a twin must come over a full sweep, in parts of the largest current. Our choice, checked for every
    /// device.</summary>
    public const double AgreementOfLargestCurrent = 1e-3;

    private const string Input = "in";

    /// <summary>An ideal source across one device; probes are the input and the states.</summary>
    public static Netlist Circuit(IDeviceModel device, SourceWaveform volts, double[]? startStates = null)
    {
        DeviceBench.CheckVolts(device, volts);
        var cell = new Memristor("cell", Input, NetlistCheck.Ground, device)
        {
            StartStates = startStates ?? device.FreshStates(),
        };
        return new Netlist
        {
            Title = $"device {device.Name} across a voltage source",
            Elements = [new VoltageSource("source", Input, NetlistCheck.Ground, volts), cell],
            ProbeNodes = [Input, .. cell.StateNodes],
            Comments = [device.Source],
        };
    }

    /// <summary>Drives the twin on another engine.</summary>
    /// <param name="engine">An engine that takes memristors.</param>
    /// <param name="device">The device.</param>
    /// <param name="volts">Voltage across it.</param>
    /// <param name="stopSeconds">End, s.</param>
    /// <param name="startStates">Where the states start; null for a fresh cell.</param>
    /// <param name="relativeTolerance">reltol of the simulator. Default 1e-5 (our choice).</param>
    /// <param name="cancellation">Ends a long run.</param>
    /// <exception cref="CircuitException">The engine failed.</exception>
    public static DeviceTrace Drive(
        ICircuitEngine engine, IDeviceModel device, SourceWaveform volts, double stopSeconds, double[]? startStates = null,
        double relativeTolerance = 1e-5, CancellationToken cancellation = default)
    {
        var solution = engine.Load(Circuit(device, volts, startStates), cancellation).Transient(new TransientRequest
        {
            StopSeconds = stopSeconds,
            RelativeTolerance = relativeTolerance,
            AbsoluteVolts = relativeTolerance * 1e-3,
            LargestStepSeconds = stopSeconds / 1000,
        }, cancellation);
        var input = solution.Volts[Input];
        // The source delivers v · i; every device here carries no current at 0 V.
        double[] amperes = [.. solution.DeliveredWatts!.Zip(input, (watts, v) => v == 0 ? 0 : watts / v)];
        double[][] states = [.. device.States.Select((state, k) => solution.Volts.Values[1 + k].Select(state.Denormalize).ToArray())];
        return new(new Waveforms(solution.Volts.Seconds, DeviceTrace.NamesFor(device), [input, amperes, .. states]));
    }

    /// <summary>Largest difference between the currents of two traces, A, taken at the points of the first. An edge may be displaced by
    /// <paramref name="shiftSeconds"/>: a current counts as met when the other trace passes it within that time. Abrupt switching, in
    /// picoseconds within a sweep of milliseconds, could not be compared otherwise.</summary>
    public static double WorstAmperes(DeviceTrace trace, DeviceTrace other, double shiftSeconds)
    {
        double worst = 0;
        int first = 0;
        for (int k = 0; k < trace.Seconds.Length; k++)
        {
            double from = trace.Seconds[k] - shiftSeconds, to = trace.Seconds[k] + shiftSeconds;
            double start = other.Waves.At(1, from), end = other.Waves.At(1, to);
            double low = Math.Min(start, end), high = Math.Max(start, end);
            while (first < other.Seconds.Length && other.Seconds[first] < from) first++;
            for (int j = first; j < other.Seconds.Length && other.Seconds[j] <= to; j++)
                (low, high) = (Math.Min(low, other.Amperes[j]), Math.Max(high, other.Amperes[j]));
            worst = Math.Max(worst, Math.Max(low - trace.Amperes[k], trace.Amperes[k] - high));
        }
        return worst;
    }
}
