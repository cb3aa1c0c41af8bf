using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Devices;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Crossbar.Tests.Programming;

/// <summary>Writing arrays by pulses and reads on the devices' own dynamics.</summary>
public sealed class WriteVerifyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Programmable => [.. Catalog.Of<IDeviceModel>().Where(device => device.Pulses is not null).Select(device =>
        device.Name)];

    /// <summary>Targets over the inner 60 % of every device's range (logarithmic where it spans decades); all must be verified within 5
    /// %.</summary>
    [Theory]
    [MemberData(nameof(Programmable))]
    public void Array_OfEveryDevice_IsWrittenWithinTheTolerance(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var options = new WriteVerifyOptions { Tolerance = 0.05, PulseBudget = 500 };
        var result = new ArrayProgrammer(device, Targets(device, 4, 8, options.ReadVolts), options, RandomKey.FromSeed(1)).Run();
        double worst = result.ErrorSiemens().Zip(result.TargetSiemens, (e, g) => Math.Abs(e) / g).Max();
        output.WriteLine($"{name}: {result.Count(CellStatus.Verified)} of {result.Siemens.Length} verified, worst {worst:p1}, "
            + $"pulses {result.Pulses.Average():f1} on average and {result.Pulses.Max()} at most, {result.CellJoules:e2} J, "
                + $"{result.SerialSeconds:e2} s");
        Assert.Equal(result.Siemens.Length, result.Count(CellStatus.Verified));
        Assert.InRange(worst, 0, options.Tolerance);
        Assert.True(result.IsComplete && result.CellJoules > 0);
        Assert.Equal(result.SerialSeconds, result.Pulses.Sum() * 1.2 * device.Pulses!.WidthSeconds, 1e-9 * result.SerialSeconds);
    }

    [Fact]
    public void Array_WithVariation_IsStillWrittenAndNeedsOtherPulses()
    {
        var device = Catalog.Find<IDeviceModel>("stanford-pku", "device");
        var plain = new WriteVerifyOptions { Tolerance = 0.05 };
        var varied = plain with
        {
            Variation = new()
            {
                ConductanceSpread = 0.1,
                ThresholdSpread = 0.05,
                SpeedSpread = 0.3,
                CycleSpread = 0.3,
            },
        };
        var targets = Targets(device, 6, 6, plain.ReadVolts);
        var (a, b) = (new ArrayProgrammer(device, targets, plain, RandomKey.FromSeed(2)).Run(), new ArrayProgrammer(device, targets,
            varied, RandomKey.FromSeed(2)).Run());
        Assert.NotEqual(a.Pulses, b.Pulses);
        Assert.True(b.Count(CellStatus.Verified) >= 34, $"{b.Count(CellStatus.Verified)} of 36");
        Assert.Equal(b.Pulses, new ArrayProgrammer(device, targets, varied, RandomKey.FromSeed(2)).Run().Pulses);
    }

    [Fact]
    public void Cell_ThatIsStuckOrOpen_IsReportedUnresponsive()
    {
        var device = Catalog.Find<IDeviceModel>("yakopcic", "device");
        var options = new WriteVerifyOptions { PulseBudget = 20, Faults = new() { StuckOnRate = 0.2, StuckOffRate = 0.2, OpenRate = 0.2 } };
        var result = new ArrayProgrammer(device, Targets(device, 8, 8, options.ReadVolts), options, RandomKey.FromSeed(3)).Run();
        Assert.Contains(CellFault.StuckOn, result.Faults);
        Assert.Contains(CellFault.Open, result.Faults);
        for (int c = 0; c < result.Faults.Length; c++)
        {
            if (result.Faults[c] == CellFault.None) continue;
            Assert.Equal(CellStatus.Unresponsive, result.Status[c]);
            Assert.Equal(20, result.Pulses[c]);
            if (result.Faults[c] == CellFault.Open) Assert.Equal(0, result.Siemens[c]);
        }
    }

    [Fact]
    public void BrokenLine_WithTransistors_LosesAllItsCells()
    {
        var device = Catalog.Find<IDeviceModel>("yakopcic", "device");
        var options = new WriteVerifyOptions { PulseBudget = 5, Faults = new() { BrokenWordRate = 0.4 } };
        var result = new ArrayProgrammer(device, Targets(device, 8, 3, options.ReadVolts), options, RandomKey.FromSeed(5)).Run();
        int lost = Enumerable.Range(0, 8).Count(i => Enumerable.Range(0, 3).All(j => result.Siemens[3 * i + j] == 0));
        Assert.InRange(lost, 1, 7);
        Assert.Equal(3 * lost, result.Siemens.Count(g => g == 0));
    }

    [Fact]
    public void PassiveArray_ThroughWires_IsWrittenCellByCell()
    {
        var device = new KnowmMetastableSwitch { OnOhms = 5e3, OffOhms = 50e3 };
        var options = new WriteVerifyOptions { Tolerance = 0.05, Scheme = BiasScheme.Third, Wires = ArrayWires.Uniform(1), Passes = 3 };
        var result = new ArrayProgrammer(device, Targets(device, 3, 4, options.ReadVolts), options, RandomKey.FromSeed(1)).Run();
        output.WriteLine($"{result.Count(CellStatus.Verified)} verified, pulses {string.Join(' ', result.Pulses)}, "
            + $"{result.CellJoules:e2} J");
        Assert.Equal(12, result.Count(CellStatus.Verified));
        Assert.Equal(result.SerialSeconds, result.RowParallelSeconds);
    }

    /// <summary>A reset threshold of 20 mV against 0.1 V on every other cell: what is written first does not stay.</summary>
    [Fact]
    public void PassiveArray_OfEasilyDisturbedCells_SaysWhichWereDisturbed()
    {
        var device = Catalog.Find<IDeviceModel>("vteam", "device");
        var result = new ArrayProgrammer(device, Targets(device, 4, 4, 0.1), new() { Scheme = BiasScheme.Half },
            RandomKey.FromSeed(1)).Run();
        Assert.True(result.Count(CellStatus.Disturbed) > 0);
        for (int c = 0; c < 16; c++)
            Assert.Equal(result.Status[c] == CellStatus.Disturbed, Math.Abs(result.Siemens[c] / result.TargetSiemens[c] - 1) > 0.02);
    }

    [Fact]
    public void Run_CancelledBeforeItBegins_KeepsTheFreshArrayAndSaysSo()
    {
        var device = Catalog.Find<IDeviceModel>("vteam", "device");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var result = new ArrayProgrammer(device, Targets(device, 2, 2, 0.1), new(),
            RandomKey.FromSeed(1)).Run(cancellation: cancelled.Token);
        Assert.False(result.IsComplete);
        Assert.All(result.Status, status => Assert.Equal(CellStatus.Waiting, status));
        Assert.Equal(0, result.CellJoules);
    }

    [Fact]
    public void Target_OutsideTheDevicesRange_IsRefusedWithTheRange()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ArrayProgrammer(Catalog.Find<IDeviceModel>("vteam", "device"), new ConductanceMatrix(1, 2, [2e-3, 1]), new(), RandomKey.FromSeed(1)));
        Assert.Contains("target [0,1]", error.Message, StringComparison.Ordinal);
        Assert.Contains("from 0.001 to 0.02 S", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Device_WithoutDynamics_CannotBeProgrammed() =>
        Assert.Contains("cannot be programmed", Assert.Throws<ArgumentException>(() =>
            new ArrayProgrammer(new FixedConductance(), new ConductanceMatrix(1, 1, [1e-4]), new(), RandomKey.FromSeed(1))).Message,
                StringComparison.Ordinal);

    /// <summary>Energy against the integral over the recorded waveforms of the same pulse: 1e-3 is the trapezoid rule's error on
    /// either.</summary>
    [Fact]
    public void CellJoules_OfOnePulse_IsTheIntegralOfVoltageTimesCurrent()
    {
        var device = new LinearIonDrift();
        var drive = new PulseDrive([1.0, 0.5], 0.1);
        var integrator = new CellIntegrator(device, 2, [0.1, 0.3], drive, 1e-6);
        integrator.Advance(drive.Seconds);
        double expected = 0;
        foreach (var (volts, start) in ((double, double)[])[(1.0, 0.1), (0.5, 0.3)])
        {
            var trace = DeviceBench.Drive(device, Crossbar.Circuits.SourceWaveform.PiecewiseLinear([0, 0.01, 0.11, 0.12],
                [0, volts, volts, 0]), 0.12, [start]);
            for (int k = 1; k < trace.Seconds.Length; k++)
                expected += 0.5 * (trace.Seconds[k] - trace.Seconds[k - 1]) * (trace.Volts[k] * trace.Amperes[k]
                    + trace.Volts[k - 1] * trace.Amperes[k - 1]);
        }
        Assert.Equal(expected, integrator.CellJoules, 1e-3 * expected);
    }

    /// <summary>Inner 60 % of the range, geometric when it spans more than a decade.</summary>
    private static ConductanceMatrix Targets(IDeviceModel device, int rows, int columns, double readVolts)
    {
        var (off, on) = ConductanceRange.Of(device, readVolts);
        off = Math.Max(off, on / 100);
        int count = rows * columns;
        return new(rows, columns, [.. Enumerable.Range(0, count).Select(c =>
        {
            double fraction = 0.2 + 0.6 * (7 * c % count) / count;
            return on > 10 * off ? off * Math.Pow(on / off, fraction) : off + fraction * (on - off);
        })]);
    }
}
