using Solvers.Problems.Tsp;

namespace Solvers.Tests.Problems;

public class TspProblemTests
{
    private static readonly TspInstance Square = TspInstance.FromCoordinates("square", [(0, 0), (0, 10), (10, 10), (10, 0)]);

    [Fact]
    public void Decode_OfATour_ScoresItsLength()
    {
        var solution = Assert.IsType<TourSolution>(new TspProblem(Square).Decode(Tours.ToSpins([2, 3, 0, 1])));
        Assert.Equal(40, solution.Score);
        Assert.Equal([2, 3, 0, 1], solution.Tour!);
        Assert.True(solution.Feasible);
    }

    [Fact]
    public void Decode_OfABrokenGrid_ReportsEveryFaultAndNoScore()
    {
        var spins = Tours.ToSpins([0, 1, 2, 3]);
        spins[1 * 4 + 1] = -1;
        spins[2 * 4 + 3] = 1;
        var solution = Assert.IsType<TourSolution>(new TspProblem(Square).Decode(spins));
        Assert.False(solution.Feasible);
        Assert.Null(solution.Score);
        Assert.Null(solution.Tour);
        Assert.Equal("no position for city 2; several positions for city 3; no city at position 2; several cities at position 4",
            solution.Violation);
    }

    [Fact]
    public void BestKnown_OfRealDistances_IsNotThatOfRoundedOnes()
    {
        var coordinates = Enumerable.Range(0, 14).Select(i => ((double)i, 0.0)).ToArray();
        Assert.Equal(3323, new TspProblem(TspInstance.FromCoordinates("burma14", coordinates)).BestKnown!.Score);
        Assert.Null(new TspProblem(TspInstance.FromCoordinates("burma14", coordinates, realDistances: true)).BestKnown);
    }
}
