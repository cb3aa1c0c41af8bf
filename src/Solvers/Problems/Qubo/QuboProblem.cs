using Hopfield.Model;

namespace Solvers.Problems.Qubo;

/// <summary>Quadratic optimisation over bits without constraints: least (or largest) f(x). The encoding x = (1 + s)/2 is exact, E(s) = f(x)
/// when minimising and −f(x) when maximising.</summary>
/// <param name="Name">Name of the instance; published optima are found by it.</param>
/// <param name="Form">f.</param>
/// <param name="Sense">Whether f shall be small or large.</param>
public sealed record QuboProblem(string Name, QuadraticForm Form, ScoreSense Sense = ScoreSense.Minimise) : IProblem
{
    private static readonly BestKnownTable Table = new("Solvers.Problems.Qubo.best-known.csv");

    /// <summary>Names of the variables where the file has any; null where they are numbered.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    public string ScoreName => "objective";
    public int SpinCount => Form.Size;

    /// <summary>The published optimum of Biq Mac's files, which minimise, and of the same instances with the sign turned.</summary>
    public BestKnown? BestKnown => Table.Find(Name, Form.Size, Form.NonZeroCount) is not { } best ? null
        : Sense == ScoreSense.Minimise ? best : best with { Score = -best.Score };

    private double Sign => Sense == ScoreSense.Minimise ? 1 : -1;

    public IsingModel Encode()
    {
        var energy = new EnergySum(Form.Size);
        energy.Constant(Sign * Form.Constant);
        for (int i = 0; i < Form.Size; i++) energy.Bit(i, Sign * Form.Linear[i]);
        foreach (var (i, j, value) in Form.Terms) energy.BitPair(i, j, Sign * value);
        return energy.ToModel();
    }

    public double? EnergyOf(double score) => Sign * score;

    public Solution Decode(ReadOnlySpan<sbyte> spins) =>
        new QuboSolution { Score = Form.Value(spins), Bits = [.. spins.ToArray().Select(spin => spin > 0 ? 1 : 0)] };
}

/// <summary>An assignment of the bits; every one is feasible.</summary>
public sealed record QuboSolution : Solution
{
    /// <summary>0 or 1 for each variable.</summary>
    public required IReadOnlyList<int> Bits { get; init; }

    public override IReadOnlyList<int> Answer => Bits;
}
