using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;

namespace Studies.Solving;

/// <summary>One finished run, and what its spins mean.</summary>
/// <inheritdoc cref="MachineRun"/>
public sealed record SolvedRun(int Number, RandomKey Key, double[] Start, SettlingTrace Trace, IsingModel Model, IPreparedMachine Prepared)
    : MachineRun(Number, Key, Start, Trace, Model, Prepared)
{
    /// <summary>The decoded spins at its end.</summary>
    public required Solution Solution { get; init; }

    /// <summary>The decoded spins of the lowest energy that the run held; null for machines that do not keep it.</summary>
    public Solution? BestSeen { get; init; }
}
