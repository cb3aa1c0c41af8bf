using Hopfield.Model;
using Solvers.Problems.MaxCut;

namespace Solvers.Problems.Ising;

/// <summary>An Ising model as a problem of its own: the score is the energy, least is best.</summary>
/// <param name="Name">Name of the instance.</param>
/// <param name="Model">The model itself.</param>
public sealed record IsingProblem(string Name, IsingModel Model) : IProblem
{
    /// <summary>Names of the spins where the file has any; null where they are numbered.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    public string ScoreName => "energy";
    public ScoreSense Sense => ScoreSense.Minimise;
    public int SpinCount => Model.Size;

    /// <summary>Least energy that follows from a published best cut, where the model is that graph with E = Σ w s s: Σ w − 2 cut.</summary>
    public BestKnown? BestKnown { get; init; }

    public IsingModel Encode() => Model;
    public double? EnergyOf(double score) => score;
    public Solution Decode(ReadOnlySpan<sbyte> spins) => new CutSolution { Score = Model.Energy(spins), Sides = spins.ToArray() };
}
