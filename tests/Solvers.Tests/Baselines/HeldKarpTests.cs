using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems.Tsp;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Baselines;

public class HeldKarpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Run_OfRandomCities_AgreesWithAllPermutations(int cities)
    {
        var stream = new RandomKey((ulong)cities).Stream();
        var points = Enumerable.Range(0, cities).Select(_ => (stream.NextUniform(), stream.NextUniform())).ToArray();
        var instance = TspInstance.FromCoordinates("random", points, realDistances: true);
        var (length, tour) = HeldKarp.Run(instance);
        Assert.Equal(0, tour[0]);
        Assert.Equal(length, instance.Length(tour));
        Assert.Equal(Shortest(instance, [0], new bool[cities]), length, 1e-12);
    }

    /// <summary>The shortest way through points on a circle is round it.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    public void Run_OfARegularPolygon_GoesRoundIt(int corners)
    {
        var instance = TspInstance.FromCoordinates("polygon", [.. Enumerable.Range(0, corners).Select(k =>
            (Math.Cos(k * 7 % corners * Math.Tau / corners), Math.Sin(k * 7 % corners * Math.Tau / corners)))], realDistances: true);
        Assert.Equal(2 * corners * Math.Sin(Math.PI / corners), HeldKarp.Run(instance).Length, 1e-12);
    }

    public static TheoryData<string, bool, double> PublishedOptima
    {
        get
        {
            var optima = new TheoryData<string, bool, double> { { Instances.Burma14, false, 3323 } };
            if (!SharedFolder.Has("data/tsp")) return optima;
            optima.Add(SharedFolder.File("data/tsp/ulysses16.tsp"), false, 6859);
            optima.Add(SharedFolder.File("data/tsp/gr17.tsp"), false, 2085);
            optima.Add(SharedFolder.File("data/tsp/hopfield_tank10.txt"), true, 2.690671);
            return optima;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedOptima))]
    public void Run_OfPublicInstances_ProvesThePublishedOptimum(string file, bool real, double optimum)
    {
        var instance = TspLibFile.Read(file, real);
        Assert.Equal(optimum, HeldKarp.Run(instance).Length, 5e-7);
        Assert.Equal(HeldKarp.Run(instance).Length, new TspProblem(instance).BestKnown!.Score, 1e-12);
    }

    [Fact]
    public void Run_OfTooManyCities_Refuses() =>
        Assert.Throws<ArgumentException>(() =>
            HeldKarp.Run(TspInstance.FromCoordinates("line", [.. Enumerable.Range(0, 21).Select(i => ((double)i, 0.0))])));

    private static double Shortest(TspInstance instance, List<int> tour, bool[] used)
    {
        if (tour.Count == instance.CityCount) return instance.Length([.. tour]);
        double best = double.PositiveInfinity;
        for (int city = 1; city < used.Length; city++)
        {
            if (used[city]) continue;
            used[city] = true;
            tour.Add(city);
            best = Math.Min(best, Shortest(instance, tour, used));
            tour.RemoveAt(tour.Count - 1);
            used[city] = false;
        }
        return best;
    }
}
