using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Crossbar.Checking;
using Crossbar.Machines;
using Solvers.Decomposition;
using Solvers.Problems;
using Studies.Machines;
using Studies.Noise;

namespace Studies.Solving;

/// <summary>What an experiment found: the runs, the digital runs beside them, and the cross-check. Names and meanings are stable; later
/// versions only add.</summary>
public sealed record SolveRecord : StudyRecord
{
    /// <summary>Name of the study.</summary>
    internal const string Name = "solve";

    /// <summary>Name of the study, also where a program put the experiment together.</summary>
    [JsonPropertyOrder(-3)]
    public override string Study => Name;

    /// <summary>Instance name.</summary>
    public string Problem => Main.Job.Name;

    /// <summary>Machine name, as it was asked for.</summary>
    public required string Machine { get; init; }

    /// <summary>What did the arithmetic.</summary>
    public string Engine => Main.Engine;

    /// <summary>Seed of the whole experiment; every run's key is folded from it.</summary>
    public ulong Seed => Main.Seed;

    /// <summary>Best score of all feasible runs, in the problem's own units; null when no run was feasible.</summary>
    public double? BestScore => Main.BestScore;

    /// <summary>Lowest energy of all runs; null without runs.</summary>
    public double? BestEnergy => Main.Runs.Count == 0 ? null : Main.Runs.Min(run => run.Trace.Energy);

    /// <summary>Best score known from elsewhere or proven; null when unknown.</summary>
    public double? BestKnown => Main.BestKnown;

    /// <summary>Every finished run, in order of the run number.</summary>
    public IReadOnlyList<RunRecord> Runs =>
        [.. Main.Runs.Select(run => RunRecord.Of(run.Trace, run.Solution.Score, run.Solution.Feasible))];

    /// <summary>Largest Kirchhoff current residual of all runs, A; null where nothing electrical ran.</summary>
    public double? ResidualAmperes => Main.LargestResidualAmperes;

    /// <summary>What the score measures.</summary>
    public string ScoreName => Main.Problem.ScoreName;

    /// <summary>Mean score of the feasible runs.</summary>
    public double? MeanScore => Main.MeanScore;

    /// <summary>Share of runs that are feasible.</summary>
    public double FeasibleFraction => Main.FeasibleFraction;

    /// <summary>The best run's decoded answer: tour (cities from 1), sides (±1), bits, colours or members of a set (from 1).</summary>
    public int[]? BestAnswer => Main.Best is { } best ? Main.Job.Answer(best.Solution) : null;

    /// <summary>Spins of a block, where the array is limited; null where one machine holds the whole problem.</summary>
    public int? BlockSpins { get; init; }

    /// <summary>What else is to be known of that answer, in one sentence; null when the score says it all.</summary>
    public string? AnswerNote => Main.Best?.Solution.Note;

    /// <summary>The same problem on the digital engine from the same starts; null when that is the machine itself.</summary>
    public DigitalSummary? Digital => DigitalSummary.Of(DigitalRuns);

    /// <summary>The same runs by the lowest energy that each held on its way; null for machines that do not keep it.</summary>
    public BestSeenSummary? BestSeen => BestSeenSummary.Of(Main);

    /// <summary>Engines compared on the best run; null for the digital machines and for cancelled work.</summary>
    public CrossCheckSummary? CrossCheck => Check is null ? null : CrossCheckSummary.Of(Check);

    /// <summary>Dynamic noise, and what each source is worth; null without noise.</summary>
    public NoiseSummary? Noise { get; init; }

    /// <summary>Device at the cross points and how far it moved; null for fixed conductances.</summary>
    public CellSummary? Cells { get; init; }

    /// <summary>The array of a machine that a program put together; left out where the options hold it, and without an array.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ArraySummary? Array { get; init; }

    /// <summary>Every parameter of the machine: a parameters file that makes the same one.</summary>
    public JsonObject Parameters => Records.Parameters.Of((Main.Settled is SubproblemSearch blocks && BlockSpins is not null
        ? blocks.Inner : Main.Settled).Parameters);

    /// <summary>The different final states; lowest energy first.</summary>
    public SampleSet Samples => SampleSet.Of(Main);

    /// <summary>Score that was to be reached; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>The machine's runs.</summary>
    [JsonIgnore]
    public required ExperimentRuns Main { get; init; }

    /// <summary>The digital runs beside them; null when that is the machine itself or the work was cancelled.</summary>
    [JsonIgnore]
    public ExperimentRuns? DigitalRuns { get; init; }

    /// <summary>The cross-check of the best run; null for machines without a circuit or when the work was cancelled.</summary>
    [JsonIgnore]
    public CrossCheckReport? Check { get; init; }

    /// <summary>True when one circuit transient settled the whole problem.</summary>
    [JsonIgnore]
    public bool IsCircuit => Main.Settled is IArrayMachine machine && machine.Takes.HasFlag(ArrayParts.Engine);

    /// <summary>True when a crossbar computed, block by block or whole.</summary>
    [JsonIgnore]
    public bool IsAnalogue => BlockSpins is null ? Main.Settled is IArrayMachine : MachineSetting.Find(Machine) is IArrayMachine;

    /// <summary>Whether the target, if any, was reached.</summary>
    [JsonIgnore]
    public bool TargetReached => Target is not { } target || Reaches(Main.BestScore, target) || Reaches(Main.BestSeenScore, target);

    /// <summary>True when an answer was found, the target reached, and the engines agree.</summary>
    [JsonIgnore]
    public bool IsGood => Main.BestScore is not null && TargetReached && Check is not { Agrees: false };

    /// <summary>The record of an experiment that a program put together: without options, it cannot be asked again from the record
    /// alone.</summary>
    /// <param name="runs">The machine's runs.</param>
    /// <param name="digital">The same runs on a digital machine.</param>
    /// <param name="check">The cross-check of the best run.</param>
    public static SolveRecord Of(ExperimentRuns runs, ExperimentRuns? digital = null, CrossCheckReport? check = null) => new()
    {
        Options = null,
        Machine = runs.Settled.Name,
        Main = runs,
        DigitalRuns = digital,
        Check = check,
        Noise = NoiseOf(runs),
        Cells = CellSummary.Of(runs),
        Array = ArraySummary.Of(runs.Settled),
        Cancelled = runs.Cancelled || digital is { Cancelled: true },
    };

    internal static NoiseSummary? NoiseOf(ExperimentRuns runs) =>
        runs.Prepared is INoisyMachine { DecisionNoise: { } budget } ? NoiseSummary.Of(budget, budget.Total.Conditions.Kelvin) : null;

    private bool Reaches(double? score, double target) =>
        score is { } value && (Main.Problem.Sense == ScoreSense.Maximise ? value >= target : value <= target);
}
