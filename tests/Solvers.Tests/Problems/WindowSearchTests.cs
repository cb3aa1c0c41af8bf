using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Decomposition;
using Solvers.Problems.Tsp;
using Solvers.Problems.Tsp.Windows;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class WindowSearchTests
{
    [Theory]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(60)]
    public void LocalTour_AfterManyKicksAndMoves_IsAPermutationOfTheLengthItSays(int cities)
    {
        var instance = RandomCities(cities, 1);
        double[] distances = instance.DistanceMatrix();
        var tour = new LocalTour(distances, NeighbourLists.Of(distances, cities, 8), [.. Enumerable.Range(0, cities)]);
        var stream = RandomKey.FromSeed(2).Stream();
        double last = double.PositiveInfinity;
        for (int k = 0; k < 300; k++)
        {
            int longest = (cities - 2) / 2;
            tour.Kick(stream.NextIndex(cities), 1 + stream.NextIndex(longest), 1 + stream.NextIndex(longest));
            double kicked = tour.Length;
            tour.Improve();
            Assert.InRange(tour.Length, 0, kicked + 1e-9);
            Assert.Equal(instance.Length(tour.Cities), tour.Length, 1e-9);
            for (int i = 0; i < cities; i++) Assert.Equal(i, tour.PositionOf(tour.Cities[i]));
            last = Math.Min(last, tour.Length);
        }
        Assert.True(tour.TwoOptMoves > 0 && tour.OrOptMoves > 0);
        if (cities <= HeldKarp.MostCities) Assert.Equal(HeldKarp.Run(instance).Length, last, 1e-9);
    }

    [Theory]
    [InlineData(3, 0.5)]
    [InlineData(3, 0.05)]
    [InlineData(4, 0.5)]
    public void Window_OfRandomCities_EveryLocalMinimumIsAPathAndTheGroundStateTheShortest(int inner, double globalWeight)
    {
        int draws = inner == 3 ? 6 : 1;
        for (int draw = 0; draw < draws; draw++)
        {
            var instance = RandomCities(inner + 2, 10 + draw);
            var encoding = new TalavanYanez { GlobalWeight = globalWeight };
            var window = new TourWindow(instance.DistanceMatrix(), encoding);
            double scale = encoding.EnergyPerLength(instance), outside = instance.Distance(0, inner + 1);
            double shortest = double.PositiveInfinity, least = double.PositiveInfinity, ofLeast = 0;
            var fields = new double[window.Model.Size];
            foreach (var spins in States.All(window.Model.Size))
            {
                window.Model.LocalFields(spins, fields);
                double energy = window.Model.EnergyFromLocalFields(spins, fields);
                bool stable = true;
                for (int i = 0; i < spins.Length && stable; i++) stable = spins[i] * fields[i] > -1e-9;
                int[]? order = window.Decode(spins);
                if (order is null)
                {
                    Assert.False(stable, "a state that is no path cannot be improved by one flip");
                    continue;
                }
                double length = window.Length(order);
                Assert.Equal(scale * (length + outside), energy, 1e-9);
                shortest = Math.Min(shortest, length);
                if (energy < least) (least, ofLeast) = (energy, length);
            }
            Assert.Equal(shortest, ofLeast);
        }
    }

    [Fact]
    public void Run_OnSmallInstances_FindsTheProvenOptimum()
    {
        for (int draw = 0; draw < 5; draw++)
        {
            var instance = RandomCities(12, 30 + draw);
            var options = new WindowOptions { WindowCities = 6, MostWindows = 20, LimitSeconds = double.PositiveInfinity };
            var found = WindowSearch.Run(instance, new ChaoticAnnealing(), options, RandomKey.FromSeed(5).Fold(draw));
            Assert.Equal(HeldKarp.Run(instance).Length, found.Length, 1e-9);
            Assert.Equal(instance.Length(found.Tour), found.Length);
        }
    }

    [Fact]
    public void Run_WithWindowsAlone_ShortensTheTourByValidAnswersOnly()
    {
        var instance = RandomCities(40, 50);
        var options = new WindowOptions { LocalSearch = false, MostWindows = 300, LimitSeconds = double.PositiveInfinity };
        var found = WindowSearch.Run(instance, new ChaoticAnnealing(), options, RandomKey.FromSeed(6));
        Assert.Equal(found.StartLength, found.LocalLength);
        Assert.True(found.BetterWindows > 0);
        Assert.Equal(found.StartLength - found.WonByWindows, found.Length, 1e-9);
        Assert.Equal(found.Settlings, found.ValidSettlings);
        Assert.Equal((0, 0, 0), found.Moves);
    }

    [Fact]
    public void Run_LimitedByWindows_RepeatsBitForBit()
    {
        var options = new WindowOptions { MostWindows = 10, LimitSeconds = double.PositiveInfinity };
        var first = WindowSearch.Run(RandomCities(50, 7), new ChaoticAnnealing(), options, RandomKey.FromSeed(8));
        var again = WindowSearch.Run(RandomCities(50, 7), new ChaoticAnnealing(), options, RandomKey.FromSeed(8));
        Assert.Equal(first.Tour, again.Tour);
        Assert.Equal((first.Length, first.Moves, first.BetterWindows), (again.Length, again.Moves, again.BetterWindows));
    }

    [Fact]
    public void Run_OnAMachineThatAnswersNonsense_TakesNoneOfIt()
    {
        var options = new WindowOptions { LocalSearch = false, MostWindows = 30, LimitSeconds = double.PositiveInfinity };
        var found = WindowSearch.Run(RandomCities(20, 9), new NonsenseMachine(), options, RandomKey.FromSeed(1));
        Assert.InRange(found.Settlings, 30, 32);
        Assert.Equal((0, 0), (found.ValidSettlings, found.BetterWindows));
        Assert.Equal(found.StartLength, found.Length);
    }

    [Fact]
    public void Clamped_OfRandomModels_HasTheEnergyOfTheWhole()
    {
        var stream = RandomKey.FromSeed(3).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < 12; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.5) pairs.Add((i, j, stream.NextGaussian()));
        double[] fields = [.. Enumerable.Range(0, 12).Select(_ => stream.NextGaussian())];
        var model = new IsingModel(Couplings.FromPairs(12, pairs), fields, 1.5);
        int[] free = [7, 2, 3, 11, 0];
        sbyte[] spins = Spins.Random(12, RandomKey.FromSeed(4));
        var clamped = ClampedModel.Of(model, free, spins);
        foreach (var part in States.All(free.Length))
        {
            for (int k = 0; k < free.Length; k++) spins[free[k]] = part[k];
            Assert.Equal(model.Energy(spins), clamped.Energy(part), 1e-12);
        }
    }

    public static TheoryData<string> Solvable => SharedFolder.Cases(["circle 30", "random 15", Instances.Burma14], "data/tsp",
        ["ulysses16", "gr17", "gr21", "fri26", "bays29", "berlin52"]);

    /// <summary>Optima: round the circle, by dynamic programming, and as published.</summary>
    [Theory]
    [MemberData(nameof(Solvable))]
    public void Run_OnInstancesOfKnownOptimum_IsOptimalFromThreeSeeds(string name)
    {
        var (instance, optimum) = name switch
        {
            "circle 30" => (Circle(30), 60 * Math.Sin(Math.PI / 30)),
            "random 15" => (RandomCities(15, 3), HeldKarp.Run(RandomCities(15, 3)).Length),
            _ => Published(name == Instances.Burma14 ? name : SharedFolder.File($"data/tsp/{name}.tsp")),
        };
        for (int seed = 0; seed < 3; seed++)
        {
            var options = new WindowOptions { LimitSeconds = 20, TargetLength = optimum + 1e-9 };
            var found = WindowSearch.Run(instance, new ChaoticAnnealing(), options, RandomKey.FromSeed((ulong)seed));
            Assert.Equal(optimum, found.Length, 1e-9);
        }
    }

    private static (TspInstance, double) Published(string path)
    {
        var instance = TspLibFile.Read(path);
        return (instance, new TspProblem(instance).BestKnown!.Score);
    }

    private static TspInstance Circle(int cities) => TspInstance.FromCoordinates("circle", [.. Enumerable.Range(0, cities).Select(k =>
        (Math.Cos(k * 7 % cities * Math.Tau / cities), Math.Sin(k * 7 % cities * Math.Tau / cities)))], realDistances: true);

    private static TspInstance RandomCities(int count, int draw)
    {
        var stream = RandomKey.FromSeed(12).Fold("cities").Fold(draw).Stream();
        return TspInstance.FromCoordinates("random",
            [.. Enumerable.Range(0, count).Select(_ => (stream.NextUniform(), stream.NextUniform()))], realDistances: true);
    }

    private sealed class NonsenseMachine : IMachine
    {
        public string Name => "nonsense";

        public string Summary => "all spins up";

        public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(model);

        private sealed class Prepared(IsingModel model) : IPreparedMachine
        {
            public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
            {
                sbyte[] up = [.. Enumerable.Repeat((sbyte)1, model.Size)];
                return new() { Machine = Name, Engine = Name, Key = key.Value, Spins = up, Energy = model.Energy(up), EngineEnergy = 0, Settled = true, Status = Name };
            }

            private static string Name => "nonsense";
        }
    }
}
