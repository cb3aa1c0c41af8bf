using Hopfield.Model;

namespace Crossbar.Checking;

/// <summary>One engine's answer in a cross-check.</summary>
public sealed record CrossCheckRow
{
    /// <summary>Engine name, with its tolerance where it runs at several.</summary>
    public required string Engine { get; init; }

    /// <summary>The settling; null when the engine did not run.</summary>
    public SettlingTrace? Trace { get; init; }

    /// <summary>Why the engine did not run, or how it failed; null when it ran.</summary>
    public string? NotRun { get; init; }

    /// <summary>True when the engine was run and could not answer.</summary>
    public bool Failed { get; init; }

    /// <summary>True for the circuit rows on which the verdict rests: the reduced engine, and each SPICE engine at its tightest
    /// tolerance.</summary>
    public bool Decides { get; init; }

    /// <summary>Largest difference of any neuron voltage from the reduced engine at tight tolerance, at this engine's own time points,
    /// V.</summary>
    public double? WorstVoltsDifference { get; init; }

    /// <summary>Spins that differ from the reduced engine's.</summary>
    public int? SpinDifferences { get; init; }

    /// <summary>What those differences are: none, a reversed or degenerate state, undecided neurons, another basin.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Wall-clock time of the run, set-up included, s.</summary>
    public double WallSeconds { get; init; }
}

/// <summary>The same instance, start and key through every engine, with every difference explained.</summary>
public sealed record CrossCheckReport
{
    /// <summary>The reduced engine first, then the SPICE engines, then the digital one.</summary>
    public required IReadOnlyList<CrossCheckRow> Rows { get; init; }

    /// <summary>Spins that a digital descent still flips from the circuit's answer: 0 when the answer is a local minimum of the
    /// model.</summary>
    public required long DescentFlips { get; init; }

    /// <summary>True when every circuit engine that ran settled and, at its tightest tolerance, agrees with the reduced engine on all
    /// spins. SPICE at loose tolerance and the digital engine may end in another basin, and finite gain may leave a spin that a descent
    /// would flip; these are shown in the findings, not failed.</summary>
    public required bool Agrees { get; init; }

    /// <summary>The sentences behind <see cref="Agrees"/>.</summary>
    public required IReadOnlyList<string> Findings { get; init; }
}
