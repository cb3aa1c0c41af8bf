using System.Text.Json.Serialization;
using Crossbar.Costs;
using Hopfield.Numerics;

namespace Studies.Energy;

/// <summary>The JSON record of <c>hopfield energy</c>. Names and meanings are stable; later versions only add.</summary>
public sealed record EnergyRecord : StudyRecord
{
    /// <summary>Instance name.</summary>
    public required string Problem { get; init; }

    /// <summary>Spins of the model.</summary>
    public required int Spins { get; init; }

    /// <summary>The analogue machine.</summary>
    public required string Machine { get; init; }

    /// <summary>Seed of the runs.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Score that counts as solved.</summary>
    public required double Target { get; init; }

    /// <summary>Where the target comes from.</summary>
    public required string TargetOrigin { get; init; }

    /// <summary>Which state of a run counts.</summary>
    public required SuccessState Success { get; init; }

    /// <summary>Runs that reached the target.</summary>
    public required int Successes { get; init; }

    /// <summary>Finished runs.</summary>
    public required int Runs { get; init; }

    /// <summary>One entry per machine and preset, the analogue ones first.</summary>
    public required IReadOnlyList<EnergyRow> Rows { get; init; }

    /// <summary>Largest relative difference of supplied and dissipated (and stored) energy in what was measured.</summary>
    public required double ArrayBalance { get; init; }

    /// <summary>What was measured of the array, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How far one assumption moves the result.</summary>
    public IReadOnlyList<SensitivityRow> Sensitivity { get; init; } = [];

    /// <summary>Energy of an update against the number of neurons.</summary>
    public IReadOnlyList<BreakEvenPoint> BreakEven { get; init; } = [];

    /// <summary>Rows of the processor's own time and joules; machines and priced engines repeat.</summary>
    public override IReadOnlyList<string>? Unrepeated => [.. Enumerable.Range(0, Rows.Count)
        .Where(k => Rows[k].Items.Any(item => item.Component.Contains("processor", StringComparison.OrdinalIgnoreCase)))
        .Select(k => $"rows[{k}]")];

    /// <summary>Whether the processor's joules were measured.</summary>
    public string ProcessorMeter { get; init; } = "";

    /// <summary>What the runs did and took.</summary>
    [JsonIgnore]
    public AnalogueRun? Analogue { get; init; }

    /// <summary>The analogue machine that the comparison is about: the first preset.</summary>
    [JsonIgnore]
    public EnergyRow Leading => Rows[0];
}

/// <summary>One machine: energy, time and area of a run and to the solution.</summary>
public sealed record EnergyRow
{
    /// <summary>Name of the unit costs.</summary>
    public required string Preset { get; init; }

    /// <summary>What was priced.</summary>
    public required string Priced { get; init; }

    /// <summary>Energy of a run, J.</summary>
    public required double RunJoules { get; init; }

    /// <summary>Time of a run, s.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>Energy of an update of a neuron, J; null where there are none.</summary>
    public required double? UpdateJoules { get; init; }

    /// <summary>Runs until 99 % success; null where published.</summary>
    public required double? RunsTo99 { get; init; }

    /// <summary>Energy until 99 % success, J.</summary>
    public required double JoulesTo99 { get; init; }

    /// <summary>Its 95 % interval, J.</summary>
    public required Interval? JoulesTo99Range { get; init; }

    /// <summary>Time until 99 % success, s.</summary>
    public required double SecondsTo99 { get; init; }

    /// <summary>Area, m².</summary>
    public required double SquareMetres { get; init; }

    /// <summary>The rows of the ledger.</summary>
    public required IReadOnlyList<CostRow> Items { get; init; }

    /// <summary>Energy times time until 99 % success, J s.</summary>
    public double JouleSecondsTo99 => JoulesTo99 * SecondsTo99;

    /// <summary>A machine whose costs are given, at the success of the runs.</summary>
    public static EnergyRow Of(CostPreset preset, CostLedger ledger, int successes, int runs, double updates, string what)
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
    public static EnergyRow Measured(string name, double joules, double seconds, int successes, int runs, double updates,
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

    /// <summary>A machine whose time to solution was published.</summary>
    public static EnergyRow Published(CostPreset preset, CostLedger ledger) => new()
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
