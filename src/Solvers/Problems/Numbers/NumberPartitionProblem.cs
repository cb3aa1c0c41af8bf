using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Numbers;

/// <summary>Number partitioning: two groups whose sums differ least. E(s) = (Σ a_i s_i)² is the squared difference, exactly. Source: Lucas
/// 2014, Front. Physics 2:5, section 2.1.</summary>
public sealed class NumberPartitionProblem : IProblem
{
    /// <summary>Largest sum of the numbers, so that differences are exact in double precision: 2⁵³.</summary>
    public const double LargestSum = 9007199254740992;

    private readonly double[] _numbers;

    /// <summary>Takes the numbers.</summary>
    /// <param name="name">Name of the instance.</param>
    /// <param name="numbers">At least one; whole, greater than 0, summing to at most <see cref="LargestSum"/>.</param>
    /// <exception cref="ArgumentException">They are not of that kind.</exception>
    public NumberPartitionProblem(string name, IReadOnlyList<double> numbers)
    {
        Check.AtLeast(numbers.Count, 1, nameof(numbers));
        for (int i = 0; i < numbers.Count; i++)
            if (Check.Positive(numbers[i], $"number {i + 1}") != Math.Round(numbers[i]))
                throw new ArgumentException($"number {i + 1} is {numbers[i]}, not whole.", nameof(numbers));
        if (numbers.Sum() > LargestSum)
            throw new ArgumentException($"The numbers sum to {numbers.Sum()}; at most 2^53 is exact.", nameof(numbers));
        (Name, _numbers) = (name, [.. numbers]);
    }

    public string Name { get; }

    /// <summary>The numbers, one spin each.</summary>
    public IReadOnlyList<double> Numbers => _numbers;

    public string ScoreName => "difference";
    public ScoreSense Sense => ScoreSense.Minimise;
    public Landscape Landscape => Landscape.Sum;
    public int SpinCount => _numbers.Length;

    /// <summary>Not known: a difference of 0 or 1 proves itself.</summary>
    public BestKnown? BestKnown => null;

    public IsingModel Encode() => new(Couplings.SparseWithSquare(SpinCount, [], _numbers, -2),
        offset: _numbers.Sum(number => number * number));

    public double? EnergyOf(double score) => score * score;

    public Solution Decode(ReadOnlySpan<sbyte> spins)
    {
        Check.Length(spins.Length, SpinCount, nameof(spins));
        double up = 0, down = 0;
        for (int i = 0; i < spins.Length; i++)
            if (spins[i] > 0) up += _numbers[i];
            else down += _numbers[i];
        return new NumberSplit { Score = Math.Abs(up - down), Sides = spins.ToArray(), Sums = (up, down) };
    }
}

/// <summary>Two groups of numbers; every split is feasible.</summary>
public sealed record NumberSplit : Solution
{
    /// <summary>The group of each number, +1 or −1.</summary>
    public required sbyte[] Sides { get; init; }

    /// <summary>The sums of the group +1 and of the group −1.</summary>
    public required (double Up, double Down) Sums { get; init; }

    public override IReadOnlyList<int> Answer => [.. Sides.Select(side => (int)side)];
    public override string Note => $"{Sides.Count(side => side > 0)} numbers sum to {Sums.Up:f0}, {Sides.Count(side => side <= 0)} to {Sums.Down:f0}";
}
