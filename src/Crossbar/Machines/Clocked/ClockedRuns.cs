namespace Crossbar.Machines.Clocked;

/// <summary>What many runs of a clocked machine gave. Energies are those of the model, recomputed from the spins in double
/// precision.</summary>
public sealed record ClockedRuns
{
    /// <summary>Energy of the state that each run ended in.</summary>
    public required double[] FinalEnergies { get; init; }

    /// <summary>Lowest energy that the register of each run ever held.</summary>
    public required double[] BestEnergies { get; init; }

    /// <summary>Cycle in which each run first saw its lowest energy, from 1; 0: at the start.</summary>
    public required int[] BestCycles { get; init; }

    /// <summary>Spins at the end of each run.</summary>
    public required sbyte[][] FinalSpins { get; init; }

    /// <summary>Spins of the lowest energy of each run.</summary>
    public required sbyte[][] BestSpins { get; init; }

    /// <summary>Mean energy over the runs after each cycle; before the first at index 0.</summary>
    public required double[] MeanEnergyPerCycle { get; init; }

    /// <summary>Reads of columns, all runs together.</summary>
    public required long Updates { get; init; }

    /// <summary>Flips, all runs together.</summary>
    public required long Flips { get; init; }

    /// <summary>Largest difference between an energy as the machine summed it and as it is, model units.</summary>
    public required double EnergyDrift { get; init; }

    /// <summary>Number of runs.</summary>
    public int Count => FinalEnergies.Length;

    /// <summary>Runs whose last state has this energy or less (up to rounding).</summary>
    public int FinalSuccesses(double energy) => FinalEnergies.Count(e => e <= energy + Slack(energy));

    private static double Slack(double energy) => 1e-6 * Math.Max(1, Math.Abs(energy));
}
