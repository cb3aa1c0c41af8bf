using System.Text.Json.Serialization;
using Crossbar.Circuits;
using Hopfield.Model;

namespace Studies.Simulation;

/// <summary>A simulated deck. Its keys are those of a solved problem, with null for what a deck does not have.</summary>
public sealed record SimulationRecord : StudyRecord
{
    /// <summary>File name of the deck.</summary>
    public required string Problem { get; init; }

    /// <summary>"deck".</summary>
    public string Machine { get; init; } = "deck";

    /// <summary>What simulated it.</summary>
    public string Engine => Solution.Engine;

    /// <summary>Its version.</summary>
    public string EngineVersion => Solution.EngineVersion;

    /// <summary>Always null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Always null.</summary>
    public double? BestScore { get; init; }

    /// <summary>Always null.</summary>
    public double? BestEnergy { get; init; }

    /// <summary>Always null.</summary>
    public double? BestKnown { get; init; }

    /// <summary>The transient, as the only run.</summary>
    public IReadOnlyList<DeckRun> Runs =>
    [
        new()
        {
            Settled = SettleSeconds is not null,
            SettleSeconds = SettleSeconds,
            EnergyJoules = SettleSeconds is { } end ? Solution.DeliveredJoulesUntil(end) : Solution.DeliveredJoules,
        },
    ];

    /// <summary>Largest mismatch of Kirchhoff's current law, A; null where the engine does not tell.</summary>
    public double? Residual => Solution.ResidualAmperes;

    /// <summary>True when the engine finished within its tolerances.</summary>
    public bool Converged => Solution.Converged;

    /// <summary>Accepted steps.</summary>
    public int Steps => Solution.Steps;

    /// <summary>Settings that shaped the result.</summary>
    public IReadOnlyDictionary<string, string> Parameters => Solution.Parameters;

    /// <summary>What the engine complained about.</summary>
    public IReadOnlyList<string> Warnings => Solution.Warnings;

    /// <summary>Voltage of each node at the end, V.</summary>
    public IReadOnlyDictionary<string, double> FinalVolts => Solution.Volts.Names
        .Zip(Solution.Volts.Values).ToDictionary(pair => pair.First, pair => pair.Second[^1]);

    /// <summary>The other engines; none without a comparison.</summary>
    public required IReadOnlyList<EngineDifference> CrossCheck { get; init; }

    /// <summary>Whether they agree to the tolerance.</summary>
    [JsonIgnore]
    public required bool Agrees { get; init; }

    /// <summary>When the circuit came to rest, s; null when it did not.</summary>
    [JsonIgnore]
    public required double? SettleSeconds { get; init; }

    /// <summary>Time of the first engine's work, s.</summary>
    [JsonIgnore]
    public required double WallSeconds { get; init; }

    /// <summary>The transient.</summary>
    [JsonIgnore]
    public required CircuitSolution Solution { get; init; }
}

/// <summary>A transient of a deck as a run.</summary>
public sealed record DeckRun
{
    /// <summary>Always null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Always null.</summary>
    public double? Energy { get; init; }

    /// <summary>Always null.</summary>
    public double? Score { get; init; }

    /// <summary>Always true: a deck asks for nothing.</summary>
    public bool Feasible { get; init; } = true;

    /// <summary>Whether it came to rest.</summary>
    public required bool Settled { get; init; }

    /// <summary>When it did, s; null when it did not.</summary>
    public required double? SettleSeconds { get; init; }

    /// <summary>Energy delivered until then, or over the whole run, J; null if unknown.</summary>
    public required double? EnergyJoules { get; init; }
}

/// <summary>An engine against the first one.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="WorstVoltsDifference">Largest difference of a node's voltage at any time, V.</param>
/// <param name="Node">Where that is; "-" where there is none.</param>
public sealed record EngineDifference(string Engine, double WorstVoltsDifference, string Node)
{
    internal static EngineDifference Of(Waveforms first, string engine, Waveforms other)
    {
        double worst = 0;
        string where = "-";
        foreach (string node in first.Names.Intersect(other.Names))
        {
            double[] a = first[node], b = other[node];
            for (int k = 0; k < Math.Min(a.Length, b.Length); k++)
                if (Math.Abs(a[k] - b[k]) > worst) (worst, where) = (Math.Abs(a[k] - b[k]), node);
        }
        return new(engine, worst, where);
    }
}
