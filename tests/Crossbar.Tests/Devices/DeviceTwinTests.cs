using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Ngspice;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;

namespace Crossbar.Tests.Devices;

/// <summary>Every device against its .lib under ngspice and as a SpiceSharp part: a full sweep to 1e-3 of the largest current (edges within
/// 1e-4 of the period), and the time of switching under a constant voltage to 1e-2.</summary>
public sealed class DeviceTwinTests(ITestOutputHelper output)
{
    private const double EdgeShift = 1e-4, SwitchTolerance = 1e-2;

    public static TheoryData<string, string> Pairs =>
        [.. Catalog.Of<IDeviceModel>().SelectMany(device => new[] { "ngspice", "spicesharp" }.Select(engine => (device.Name, engine)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Sweep_OnAnotherEngine_AgreesToAThousandthOfTheLargestCurrent(string name, string engineName)
    {
        var (engine, device) = (Present(engineName), Catalog.Find<IDeviceModel>(name, "device"));
        var sine = DeviceBench.Sine(device.Sweep.Volts, device.Sweep.PeriodSeconds);
        var ours = DeviceBench.Drive(device, sine, device.Sweep.PeriodSeconds);
        var theirs = DeviceTwin.Drive(engine, device, sine, device.Sweep.PeriodSeconds);
        double relative = DeviceTwin.WorstAmperes(theirs, ours, EdgeShift * device.Sweep.PeriodSeconds) / ours.Amperes.Max(Math.Abs);
        output.WriteLine($"{name} against {engineName}: {relative:e2} of {ours.Amperes.Max(Math.Abs):g4} A; steps "
            + $"{ours.Seconds.Length} and {theirs.Seconds.Length}");
        Assert.InRange(relative, 0, DeviceTwin.AgreementOfLargestCurrent);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SwitchingTime_OnAnotherEngine_AgreesToAHundredth(string name, string engineName)
    {
        var (engine, device) = (Present(engineName), Catalog.Find<IDeviceModel>(name, "device"));
        if (device.Pulses is null) return;
        int tried = 0;
        foreach (int sign in (int[])[1, -1])
        {
            double volts = sign * device.Sweep.Volts;
            double[] start = [.. device.States.Select(state => state.Denormalize(0.5))];
            double? Ours(double stop) => SwitchSeconds(device, DeviceBench.Drive(device, SourceWaveform.Constant(volts), stop, start));
            if (Ours(10 * device.Sweep.PeriodSeconds) is not { } ours) continue;
            tried++;
            // Look closer until the moment lies in the middle of the run; a coarse run may have taken it too early.
            double stop = 10 * device.Sweep.PeriodSeconds;
            for (int k = 0; k < 40 && ours < 0.2 * stop; k++)
            {
                stop = 3 * ours;
                while (Ours(stop) is null) stop *= 2;
                ours = Ours(stop)!.Value;
            }
            double? theirs = SwitchSeconds(device, DeviceTwin.Drive(engine, device, SourceWaveform.Constant(volts), stop, start));
            output.WriteLine($"{name} at {volts} V: {ours} s, {engineName} {theirs} s");
            Assert.NotNull(theirs);
            Assert.InRange(theirs.Value / ours, 1 - SwitchTolerance, 1 + SwitchTolerance);
        }
        Assert.True(tried > 0, "the device switches under neither sign of its own amplitude");
    }

    /// <summary>When the first state has moved by a quarter of its range; null if it never does.</summary>
    private static double? SwitchSeconds(IDeviceModel device, DeviceTrace trace)
    {
        var states = trace.State(0);
        double goal = 0.25 * device.States[0].Span;
        for (int k = 1; k < states.Length; k++)
        {
            double moved = Math.Abs(states[k] - states[0]), before = Math.Abs(states[k - 1] - states[0]);
            if (moved >= goal) return trace.Seconds[k - 1] + (trace.Seconds[k] - trace.Seconds[k - 1]) * (goal - before) / (moved - before);
        }
        return null;
    }

    private static ICircuitEngine Present(string name)
    {
        if (name == "spicesharp")
        {
            Assert.SkipUnless(SpiceSharpSupport.MissingReason is null, SpiceSharpSupport.MissingReason ?? "");
            return SpiceSharpSupport.TryCreate()!;
        }
        var engine = new NgspiceEngine();
        Assert.SkipUnless(engine.Availability.Present, engine.Availability.HowToGet);
        return engine;
    }
}
