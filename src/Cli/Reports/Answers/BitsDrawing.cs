using Cli.Output;
using Solvers.Problems;
using Solvers.Problems.Ising;
using Solvers.Problems.Numbers;
using Solvers.Problems.Qubo;
using Studies.Solving;

namespace Cli.Reports.Answers;

/// <summary>Describes problems whose answer is nothing but bits or spins, which no picture makes clearer.</summary>
internal sealed class BitsDrawing : AnswerDrawing
{
    public override string Name => "bits";
    public override string Summary => "bits, spins or numbers; without a picture";

    internal override bool Draws(IProblem problem) => problem is QuboProblem or IsingProblem or NumberPartitionProblem;

    internal override string Describe(IProblem problem) => problem switch
    {
        QuboProblem qubo => $"QUBO: {(qubo.Sense == ScoreSense.Minimise ? "least" : "largest")} value of a quadratic form of {qubo.SpinCount} bits with "
            + $"{qubo.Form.NonZeroCount} coefficients. One neuron per bit; E is {(qubo.Sense == ScoreSense.Minimise ? "the value" : "minus the value")}.",
        NumberPartitionProblem numbers =>
            $"Number partitioning: {numbers.SpinCount} numbers that sum to {numbers.Numbers.Sum():f0} in two groups of nearly equal "
            + "sums. One neuron per number; E is the squared difference.",
        _ => $"Ising model of {problem.SpinCount} spins, {((IsingProblem)problem).Model.Couplings.NonZeroCount / 2} couplings; the score is the energy.",
    };

    internal override IEnumerable<ReportFigure> Draw(SolveRecord outcome) => [];
}
