using Cli.Output;
using Hopfield.Model;
using Solvers.Problems;

namespace Cli.Solving;

/// <summary>One finished run: where it started, how it settled, and what its spins mean.</summary>
/// <param name="Number">Run number, from 0.</param>
/// <param name="Start">Start activations.</param>
/// <param name="Trace">The settling.</param>
/// <param name="Solution">The decoded spins at its end.</param>
internal sealed record SolvedRun(int Number, double[] Start, SettlingTrace Trace, Solution Solution)
{
    /// <summary>The decoded spins of the lowest energy that the run held; null for machines that do not keep it.</summary>
    internal Solution? BestSeen { get; init; }

    /// <summary>The run for the JSON record.</summary>
    internal RunRecord ToRecord() => RunRecord.Of(Trace, Solution.Score, Solution.Feasible);
}
