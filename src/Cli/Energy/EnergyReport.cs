using System.Text.Json.Serialization;
using Crossbar.Costs;
using Hopfield.Numerics;

namespace Cli.Energy;

/// <summary>The JSON record of <c>hopfield energy</c>. Names and meanings are stable; later versions only add.</summary>
internal sealed record EnergyReport
{
    public required string Problem { get; init; }

    public required int Spins { get; init; }

    public required string Machine { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Score that counts as solved.</summary>
    public required double Target { get; init; }

    public required string TargetOrigin { get; init; }

    public required SuccessState Success { get; init; }

    public required int Successes { get; init; }

    public required int Runs { get; init; }

    /// <summary>One entry per machine and preset, the analogue ones first.</summary>
    public required IReadOnlyList<EnergyRow> Rows { get; init; }

    /// <summary>Largest relative difference of supplied and dissipated (and stored) energy in what was measured.</summary>
    public required double ArrayBalance { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    public IReadOnlyList<SensitivityRow> Sensitivity { get; init; } = [];

    public IReadOnlyList<BreakEvenPoint> BreakEven { get; init; } = [];

    public string ProcessorMeter { get; init; } = "";

    public bool Cancelled { get; init; }

    public string Version { get; init; } = Output.AppVersion.Text;

    [JsonIgnore]
    internal AnalogueRun? Analogue { get; init; }

    /// <summary>The analogue machine that the comparison is about: the first preset.</summary>
    [JsonIgnore]
    internal EnergyRow Leading => Rows[0];
}

/// <summary>One machine: energy, time and area of a run and to the solution.</summary>
internal sealed record EnergyRow
{
    public required string Preset { get; init; }

    /// <summary>What was priced.</summary>
    public required string Priced { get; init; }

    public required double RunJoules { get; init; }

    public required double RunSeconds { get; init; }

    public required double? UpdateJoules { get; init; }

    public required double? RunsTo99 { get; init; }

    public required double JoulesTo99 { get; init; }

    public required Interval? JoulesTo99Range { get; init; }

    public required double SecondsTo99 { get; init; }

    public required double SquareMetres { get; init; }

    public required IReadOnlyList<CostRow> Items { get; init; }

    public double JouleSecondsTo99 => JoulesTo99 * SecondsTo99;

    internal static EnergyRow Of(CostPreset preset, CostLedger ledger, int successes, int runs, double updates, string what)
    {
        var solution = ToSolution.Of(ledger, successes, runs);
        return new()
        {
            Preset = preset.Name,
            Priced = what,
            RunJoules = ledger.Joules,
            RunSeconds = ledger.Seconds,
            UpdateJoules = double.IsNaN(updates) ? null : ledger.Joules / updates,
            RunsTo99 = solution.Runs,
            JoulesTo99 = solution.Joules,
            JoulesTo99Range = solution.JoulesRange,
            SecondsTo99 = solution.Seconds,
            SquareMetres = ledger.SquareMetres,
            Items = ledger.Rows,
        };
    }

    /// <summary>A processor whose joules were read from its own counter.</summary>
    internal static EnergyRow Measured(string name, double joules, double seconds, int successes, int runs, double updates,
        string source) =>
        Of(new() { Name = name, Summary = "measured", Machine = "time", Items = [] }, new(name, seconds, [new()
        {
            Component = "processor package",
            Per = "run",
            Count = 1,
            UnitJoules = joules,
            Source = source,
            Evidence = CostEvidence.Measured,
        }]), successes, runs, updates, "the same runs, joules measured here");

    internal static EnergyRow Published(CostPreset preset, CostLedger ledger) => new()
    {
        Preset = preset.Name,
        Priced = "published time to solution, another instance",
        RunJoules = ledger.Joules,
        RunSeconds = ledger.Seconds,
        UpdateJoules = null,
        RunsTo99 = null,
        JoulesTo99 = ledger.Joules,
        JoulesTo99Range = null,
        SecondsTo99 = ledger.Seconds,
        SquareMetres = ledger.SquareMetres,
        Items = ledger.Rows,
    };
}
