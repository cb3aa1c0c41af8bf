using Hopfield.Numerics;
using Solvers.Problems.Tsp;
using Solvers.Tests.Support;

namespace Solvers.Tests.Problems;

public class HopfieldTankTests
{
    [Fact]
    public void Encode_OfEveryValidTour_HasItsLengthTimesDAsEnergy()
    {
        var instance = RandomCities(4, 1);
        var problem = new TspProblem(instance, new HopfieldTank());
        var model = problem.Encode();
        int tours = 0;
        foreach (var spins in States.All(16))
            if (problem.Decode(spins).Score is { } length)
            {
                tours++;
                Assert.Equal(500 * length, model.Energy(spins), 1e-8);
                Assert.Equal(problem.EnergyOf(length)!.Value, model.Energy(spins), 1e-8);
            }
        Assert.Equal(24, tours);
    }

    [Fact]
    public void Encode_WithTheParametersOf1985_HasGroundStatesThatAreNoTours()
    {
        // The guarantee of the repair has content: the same test fails for it (TalavanYanezTests).
        var problem = new TspProblem(RandomCities(4, 1), new HopfieldTank());
        var ground = Solvers.Baselines.GrayCodeEnumeration.Run(problem.Encode());
        Assert.False(problem.Decode(ground.Spins).Feasible);
    }

    [Fact]
    public void Network_OfTenCities_IsRepairedFromEveryStartAndNotOriginally()
    {
        var instance = RandomCities(10, 2);
        int original = 0;
        for (int start = 0; start < 6; start++)
        {
            var key = RandomKey.FromSeed(3).Fold(start);
            var (repaired, settled) = HopfieldTankNetwork.Repaired(instance).Run(instance, key);
            Assert.True(settled);
            Assert.Null(TourFaults.Find(repaired, 10));
            if (TourFaults.Find(new HopfieldTankNetwork { MostSteps = 20_000 }.Run(instance, key).Spins, 10) is null) original++;
        }
        Assert.True(original < 6, "the network of 1985 ended in a tour from every start");
    }

    private static TspInstance RandomCities(int count, int draw)
    {
        var stream = RandomKey.FromSeed(12).Fold("cities").Fold(draw).Stream();
        return TspInstance.FromCoordinates("random",
            [.. Enumerable.Range(0, count).Select(_ => (stream.NextUniform(), stream.NextUniform()))], realDistances: true);
    }
}
