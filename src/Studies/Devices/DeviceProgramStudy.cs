using System.Globalization;
using Crossbar.Devices;
using Crossbar.Programming;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Devices;

/// <summary>A matrix of conductances written onto an array of simulated devices, then spread and aged.</summary>
public sealed record DeviceProgramStudy : Study<DeviceProgramRecord>
{
    public override string Name => "device program";
    public override string Summary => "conductances written onto an array by pulses and reads on the devices' own dynamics";

    /// <summary>The nominal device.</summary>
    public required IDeviceModel Device { get; init; }

    /// <summary>Wanted conductances, S, row by row.</summary>
    public required DataFile Targets { get; init; }

    /// <summary>How they are written.</summary>
    public WriteVerifyOptions Writing { get; init; } = new();

    /// <summary>Spread of a published fit about what was written; null for none.</summary>
    public ILevelDistribution? Levels { get; init; }

    /// <summary>Law by which the array ages; null for the device's own dynamics at 0 V.</summary>
    public IRetentionLaw? Retention { get; init; }

    /// <summary>Time since programming, s. Default 0. Range: ≥ 0.</summary>
    public double AfterSeconds { get; init => field = Check.NotNegative(value, nameof(AfterSeconds), "s"); }

    /// <summary>Seed of all variation, faults, read noise, spread and age.</summary>
    public ulong Seed { get; init; } = 1;

    public override DeviceProgramRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        if (!Writing.Wires.IsIdeal && Writing.Scheme is null)
            throw new ArgumentException("wires with resistance need a Scheme for the lines that are not selected: "
                + "with a transistor in every cell only the selected cell conducts");
        if (Retention is not null && AfterSeconds == 0)
            throw new ArgumentException("Retention needs a time since programming; expected more than 0 s");
        var targets = TargetFile.Read(Targets);
        var key = RandomKey.FromSeed(Seed);
        var programmer = new ArrayProgrammer(Device, targets, Writing, key);
        progress?.Begin("programming", targets.Siemens.Length);
        int done = 0;
        var result = programmer.Run(now =>
        {
            for (; done < now; done++) progress?.Finished();
        }, cancellation);
        return new()
        {
            Options = this,
            Cancelled = !result.IsComplete,
            Model = Device,
            Seed = Seed,
            Result = result,
            Stages = Stages(result, key),
        };
    }

    /// <summary>The array in its stages; none when nothing happens to it after it is written.</summary>
    private List<ProgrammingStage> Stages(ProgrammingResult result, RandomKey key)
    {
        var stages = new List<ProgrammingStage>();
        if (Levels is null && AfterSeconds == 0) return stages;
        double[] now = result.Siemens;
        Add("as written", now);
        if (Levels is not null) Add($"with the spread of {Levels.Name}", result.Spread(Levels, key));
        if (AfterSeconds > 0)
            Add($"after {AfterSeconds.ToString("g6", CultureInfo.InvariantCulture)} s by {Retention?.Name ?? "its own dynamics"}",
                Retention is null ? result.After(now, Device, Writing.ReadVolts, AfterSeconds)
                    : result.After(now, Retention, AfterSeconds, key));
        return stages;

        void Add(string what, double[] siemens)
        {
            now = siemens;
            stages.Add(new(what, CellErrors.RootMeanSquare(CellErrors.Siemens(siemens, result.TargetSiemens)), siemens));
        }
    }
}

/// <summary>A programmed array at one time.</summary>
/// <param name="What">What has happened to it.</param>
/// <param name="RootMeanSquareErrorSiemens">Root mean square of conductance less target, S.</param>
/// <param name="Siemens">Conductances, row-major, S.</param>
public sealed record ProgrammingStage(string What, double RootMeanSquareErrorSiemens, double[] Siemens);
