using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems.Tsp;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class TalavanYanezTests
{
    public static TheoryData<int, double, int> Instances()
    {
        var data = new TheoryData<int, double, int>();
        foreach (double weight in new[] { 1e-5, 0.1, 0.5, 1.0, 10.0 })
        {
            for (int seed = 0; seed < 20; seed++) data.Add(3, weight, seed);
            for (int seed = 0; seed < 4; seed++) data.Add(4, weight, seed);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void StableStates_OfRandomDistances_AreExactlyTheValidTours(int cities, double weight, int seed)
    {
        var instance = RandomInstance(cities, new RandomKey((ulong)seed));
        var model = new TalavanYanez { GlobalWeight = weight }.Encode(instance);
        int stable = 0;
        foreach (var spins in StableStates(model))
        {
            stable++;
            Assert.Null(TourFaults.Find(spins, cities));
        }
        Assert.Equal(cities == 3 ? 6 : 24, stable);
    }

    [Fact]
    public void Energy_OfEveryValidTour_IsItsLengthInUnitsOfTheLongestDistance()
    {
        var instance = RandomInstance(5, new RandomKey(8));
        var problem = new TspProblem(instance);
        var model = problem.Encode();
        double scale = new TalavanYanez().EnergyPerLength(instance);
        foreach (var tour in Permutations(5))
        {
            double energy = model.Energy(Tours.ToSpins(tour));
            Assert.Equal(scale * instance.Length(tour), energy, 1e-12);
        }
    }

    [Fact]
    public void Energy_OfAnyState_IsThatOfThePublishedFormula()
    {
        const int n = 4;
        var instance = RandomInstance(n, new RandomKey(5));
        double[] d = instance.DistanceMatrix();
        double c = 0.3, longest = d.Max(), rho = d.Where(x => x > 0).Min() / longest, b = 3 + c, a = b - rho, target = n + 3 / c;
        var model = new TalavanYanez { GlobalWeight = c }.Encode(instance);
        for (int trial = 0; trial < 200; trial++)
        {
            var spins = Spins.Random(n * n, new RandomKey((ulong)trial));
            double V(int x, int i) => (1 + spins[x * n + (i + n) % n]) / 2;
            double expected = 0, on = 0;
            for (int x = 0; x < n; x++)
                for (int i = 0; i < n; i++)
                {
                    on += V(x, i);
                    for (int j = 0; j < n; j++) if (j != i) expected += a / 2 * V(x, i) * V(x, j);
                    for (int y = 0; y < n; y++)
                    {
                        if (y == x) continue;
                        expected += b / 2 * V(x, i) * V(y, i);
                        expected += d[x * n + y] / longest / 2 * V(x, i) * (V(y, i + 1) + V(y, i - 1));
                    }
                }
            expected += c / 2 * (on - target) * (on - target) - 9 / (2 * c);
            Assert.Equal(expected, model.Energy(spins), 1e-10);
        }
    }

    public static TheoryData<string> InstancesForDescents =>
        SharedFolder.Cases([Support.Instances.Burma14, "random 9"], "data/tsp", ["data/tsp/hopfield_tank10.txt"]);

    [Theory]
    [MemberData(nameof(InstancesForDescents))]
    public void Descents_FromRandomStarts_AlwaysEndInValidTours(string name)
    {
        var instance = name == "random 9" ? RandomInstance(9, new RandomKey(9))
            : name == Support.Instances.Burma14 ? TspLibFile.Read(name) : TspLibFile.Read(SharedFolder.File(name), realDistances: true);
        var problem = new TspProblem(instance);
        double optimum = problem.BestKnown?.Score ?? HeldKarp.Run(instance).Length;
        var model = problem.Encode();
        for (int run = 0; run < 100; run++)
        {
            var solution = Assert.IsType<TourSolution>(problem.Decode(Descent.Run(model, new RandomKey(7).Fold(run))));
            Assert.Null(solution.Violation);
            Assert.True(solution.Score >= optimum - 1e-9);
        }
    }

    [Fact]
    public void Encode_OfWhatCannotBeEncoded_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new TalavanYanez().Encode(TspInstance.FromDistances("two", new double[4], 2)));
        Assert.Throws<ArgumentException>(() => new TalavanYanez().Encode(TspInstance.FromDistances("flat", new double[9], 3)));
        Assert.Throws<ArgumentException>(() => new TalavanYanez().Encode(RandomInstance(101, new RandomKey(1))));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TalavanYanez { GlobalWeight = 0 });
    }

    private static TspInstance RandomInstance(int cities, RandomKey key)
    {
        var stream = key.Stream();
        var distances = new double[cities * cities];
        for (int x = 0; x < cities; x++)
            for (int y = 0; y < x; y++) distances[x * cities + y] = distances[y * cities + x] = Math.Pow(stream.NextUniform(), 3);
        return TspInstance.FromDistances("random", distances, cities);
    }

    private static IEnumerable<sbyte[]> StableStates(IsingModel model)
    {
        var spins = new sbyte[model.Size];
        var fields = new double[model.Size];
        for (int state = 0; state < 1 << model.Size; state++)
        {
            for (int i = 0; i < spins.Length; i++) spins[i] = (sbyte)((state >> i & 1) * 2 - 1);
            model.LocalFields(spins, fields);
            if (Enumerable.Range(0, spins.Length).All(i => spins[i] * fields[i] >= 0)) yield return spins;
        }
    }

    private static IEnumerable<int[]> Permutations(int n)
    {
        if (n == 0) return [[]];
        return Permutations(n - 1).SelectMany(shorter => Enumerable.Range(0, n).Select(at =>
        {
            var longer = shorter.ToList();
            longer.Insert(at, n - 1);
            return longer.ToArray();
        }));
    }
}
