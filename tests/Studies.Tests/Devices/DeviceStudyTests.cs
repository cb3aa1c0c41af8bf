using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Devices;
using Crossbar.Programming;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Studies.Devices;
using Studies.Tests.Support;

namespace Studies.Tests.Devices;

public class DeviceStudyTests
{
    [Fact]
    public void Iv_FromItsRecord_IsTheSame_WithTheUsersParameters()
    {
        var record = Rerun.Repeats(new DeviceIvStudy
        {
            Device = new LinearIonDrift { OnOhms = 200 },
            Waveform = DriveShape.Triangle,
            Periods = 2,
        });
        Assert.Equal(("linear-ion-drift", 200.0), (record.Device, record.Parameters["onOhms"]!.GetValue<double>()));
        Assert.Equal(2 * record.PeriodSeconds, record.Trace.Seconds[^1], 1e-12);
        Assert.True(record.LoopAreaVoltAmperes > 0 && record.Agrees);
    }

    [Fact]
    public void Iv_OfNoPeriods_IsRefused() =>
        Assert.Contains("must be from 1 to 1000, not 0", Assert.Throws<ArgumentException>(
            () => new DeviceIvStudy { Device = new Vteam(), Periods = 0 }).Message, StringComparison.Ordinal);

    /// <summary>A fixed resistor follows Ohm's law: the fit finds the conductance that made the data.</summary>
    [Fact]
    public void Fit_FromItsRecord_IsTheSame_AndFindsTheConductance()
    {
        using var folder = new ScratchFolder();
        var data = folder.Write("m.csv", "seconds,volts,amperes\n" + string.Concat(
            Enumerable.Range(0, 9).Select(k => $"{k}e-6,{0.1 * k},{3e-5 * k}\n")));
        var record = Rerun.Repeats(new DeviceFitStudy
        {
            Device = new FixedConductance { Siemens = 1e-4 },
            Data = data,
            Vary = [new("siemens", 1e-5, 1e-2)],
        });
        Assert.Equal(3e-4, record.Parameters[0].Value, 1e-9);
        Assert.True(record.Converged && record.RelativeResidual < 1e-5);
    }

    [Fact]
    public void Fit_OfAFileThatHasChanged_IsRefused()
    {
        using var folder = new ScratchFolder();
        var data = folder.Write("m.csv", "0,0,0\n1,1,1\n");
        var study = new DeviceFitStudy { Device = new FixedConductance(), Data = data, Vary = [new("siemens")] };
        folder.Write("m.csv", "0,0,0\n1,1,2\n");
        Assert.Contains("the file has changed", Assert.Throws<InvalidDataException>(() => study.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Program_FromItsRecord_IsTheSame_WithSpreadAndAge()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new DeviceProgramStudy
        {
            Device = new Vteam(),
            Targets = folder.Write("g.csv", "0.002,0.003\n0.005,0.006\n"),
            Writing = new()
            {
                Scheme = BiasScheme.Third,
                Wires = Crossbar.Arrays.ArrayWires.Uniform(0.5),
                Variation = new() { CycleSpread = 0.05 },
            },
            AfterSeconds = 5,
            Seed = 4,
        });
        Assert.Equal(4, record.Cells);
        Assert.Equal(4, record.Verified + record.Disturbed + record.BudgetSpent + record.Unresponsive);
        Assert.Equal(["as written", "after 5 s by its own dynamics"], record.Stages.Select(stage => stage.What));
        Assert.Equal(CellErrors.RootMeanSquare(record.Result.ErrorSiemens()), record.Stages[0].RootMeanSquareErrorSiemens);
    }

    [Fact]
    public void Program_OfWiresWithoutAPassiveArray_IsRefused()
    {
        using var folder = new ScratchFolder();
        var study = new DeviceProgramStudy
        {
            Device = new Vteam(),
            Targets = folder.Write("g.csv", "0.002\n"),
            Writing = new() { Wires = Crossbar.Arrays.ArrayWires.Uniform(1) },
        };
        Assert.Throws<ArgumentException>(() => study.Run());
    }

    [Fact]
    public void Levels_FromItsRecord_IsTheSame_AndDriftTakesConductanceAway()
    {
        using var folder = new ScratchFolder();
        var study = new DeviceLevelsStudy
        {
            Levels = new PhaseChangeToolkitLevels(),
            Targets = folder.Write("g.csv", string.Concat(Enumerable.Repeat("2e-5,1e-5,5e-6\n", 20))),
            Retention = new PhaseChangeDrift(),
            AfterSeconds = 86400,
            Seed = 3,
        };
        var record = Rerun.Repeats(study);
        Assert.True(record.MeanErrorSiemens < -record.FreshRootMeanSquareErrorSiemens);
        Assert.NotEqual(record.Siemens, (study with { Seed = 4 }).Run().Siemens);
    }
}
