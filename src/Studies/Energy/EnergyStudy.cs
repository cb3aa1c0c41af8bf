using System.Text.Json.Serialization;
using Crossbar.Costs;
using Hopfield.Numerics;
using Studies.Machines;
using Studies.Solving;

namespace Studies.Energy;

/// <summary>Energy, time and area of an analogue machine to 99 % success, beside digital machines that do the same.</summary>
public sealed record EnergyStudy : Study<EnergyRecord>
{
    public override string Name => "energy";
    public override string Summary => "joules, seconds and square metres to 99 % success, item by item, beside digital machines";

    /// <summary>The instance.</summary>
    public required IProblemSource Problem { get; init; }

    /// <summary>The analogue machine, clocked or continuous.</summary>
    public MachineSetting Machine
    {
        get;
        init => field = value.Name is not ("clocked" or "continuous")
            ? throw new ArgumentException($"machine {value.Name}: digital machines are opponents here; expected clocked or continuous")
            : value.Cells is not null ? throw new ArgumentException(
                "the audit solves cells of fixed conductance; the verb that solves the problem (maxcut, solve …) "
                + "reports the joules delivered to memristors")
            : value;
    } = new() { Name = "clocked" };

    /// <summary>Runs. Default 640 (our choice: ten blocks of the clocked machine). Range: ≥ 1.</summary>
    public int Runs { get; init => field = Check.AtLeast(value, 1, nameof(Runs)); } = 640;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Score that counts as solved; null: the best known one, or the best of the runs.</summary>
    public double? Target { get; init; }

    /// <summary>Unit costs of the analogue machine; the first is what the comparison is about.</summary>
    public required IReadOnlyList<CostPreset> Presets { get; init; }

    /// <summary>Unit costs of the digital machines beside it.</summary>
    public required IReadOnlyList<CostPreset> Opponents { get; init; }

    /// <summary>Which state of a run counts.</summary>
    public SuccessState Success { get; init; }

    /// <summary>Runs that share one programming of the array. Default a million (our choice). Range: &gt; 0.</summary>
    public double RunsPerProgramming { get; init => field = Check.Positive(value, nameof(RunsPerProgramming)); } = 1e6;

    /// <summary>The continuous machine's amplifiers.</summary>
    public AmplifierModel Amplifiers { get; init; } = new();

    /// <summary>The dedicated digital engines among the opponents.</summary>
    [JsonIgnore]
    public IReadOnlyList<CostPreset> Engines => [.. Opponents.Where(preset => preset.Machine == "digital"
        && preset.UpdatesPerSecond is not null && preset.Items.Any(item => item.Per == "coupling-add"))];

    public override EnergyRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default) =>
        Success == SuccessState.BestSeen && Machine.Name != "clocked"
            ? throw new ArgumentException($"Success by the best state seen: the {Machine.Name} machine keeps no state but its "
                + "last; expected final")
            : new EnergyAccount(this, progress, cancellation).Run();
}
