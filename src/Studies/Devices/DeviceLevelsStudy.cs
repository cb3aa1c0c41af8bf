using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Programming;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;
using Studies.Records;

namespace Studies.Devices;

/// <summary>A programmed array drawn from a published fit of level errors, and what a time leaves of it.</summary>
public sealed record DeviceLevelsStudy : Study<DeviceLevelsRecord>
{
    public override string Name => "device levels";
    public override string Summary => "a programmed array drawn from a published fit of level errors, and aged";

    /// <summary>The fit.</summary>
    public required ILevelDistribution Levels { get; init; }

    /// <summary>Wanted conductances, S, row by row.</summary>
    public required DataFile Targets { get; init; }

    /// <summary>Law by which the array ages; null for none.</summary>
    public IRetentionLaw? Retention { get; init; }

    /// <summary>Time since programming, s. Default 0. Range: ≥ 0; needs a law.</summary>
    public double AfterSeconds { get; init => field = Check.NotNegative(value, nameof(AfterSeconds), "s"); }

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    public override DeviceLevelsRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        if (AfterSeconds > 0 && Retention is null) throw new ArgumentException("ageing needs a law; expected Retention as well");
        var targets = TargetFile.Read(Targets);
        var key = RandomKey.FromSeed(Seed);
        var fresh = Levels.Draw(targets, key);
        return new()
        {
            Options = this,
            Levels = Levels.Name,
            Retention = Retention?.Name,
            AfterSeconds = AfterSeconds,
            Seed = Seed,
            Targets = targets,
            Fresh = fresh,
            Array = Retention?.After(fresh, AfterSeconds, key) ?? fresh,
        };
    }
}

/// <summary>A drawn array. Arrays are row-major.</summary>
public sealed record DeviceLevelsRecord : StudyRecord
{
    /// <summary>Name of the fit.</summary>
    public required string Levels { get; init; }

    /// <summary>Name of the law; null without one.</summary>
    public required string? Retention { get; init; }

    /// <summary>Time since programming, s.</summary>
    public required double AfterSeconds { get; init; }

    /// <summary>Seed of the draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Mean of conductance less target, S.</summary>
    public double MeanErrorSiemens => CellErrors.Siemens(Array.Siemens, Targets.Siemens).Average();

    /// <summary>Its root mean square, S.</summary>
    public double RootMeanSquareErrorSiemens => CellErrors.RootMeanSquare(CellErrors.Siemens(Array.Siemens, Targets.Siemens));

    /// <summary>The same right after programming, S.</summary>
    public double FreshRootMeanSquareErrorSiemens => CellErrors.RootMeanSquare(CellErrors.Siemens(Fresh.Siemens, Targets.Siemens));

    /// <summary>Conductances, S.</summary>
    public double[] Siemens => Array.Siemens;

    /// <summary>What was wanted.</summary>
    [JsonIgnore]
    public required ConductanceMatrix Targets { get; init; }

    /// <summary>The array right after programming.</summary>
    [JsonIgnore]
    public required ConductanceMatrix Fresh { get; init; }

    /// <summary>The array after the time.</summary>
    [JsonIgnore]
    public required ConductanceMatrix Array { get; init; }
}
