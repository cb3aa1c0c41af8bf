using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Heuristics;
using Solvers.Kernels;
using Solvers.Problems.MaxCut;
using TestSupport;

namespace Solvers.Tests.Baselines;

public class BranchAndBoundTests
{
    private const string LargeGraph = "data/maxcut/rudy/pm1s_80.0";

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(1.0, true)]
    [InlineData(0.3, false)]
    [InlineData(0.3, true)]
    public void Run_OfSmallModels_AgreesWithEnumeration(double fill, bool fields)
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            var stream = new RandomKey(seed).Stream();
            var pairs = new List<(int, int, double)>();
            for (int i = 0; i < 14; i++)
                for (int j = 0; j < i; j++)
                    if (stream.NextUniform() < fill) pairs.Add((i, j, stream.NextIndex(21) - 10));
            var h = new double[14];
            for (int i = 0; i < 14 && fields; i++) h[i] = stream.NextIndex(21) - 10;
            var model = new IsingModel(Couplings.Sparse(14, pairs), h);
            var spins = new sbyte[14];
            Assert.True(new BranchAndBound(IntegerModel.Of(model), _ => true).Run(spins));
            Assert.Equal(GrayCodeEnumeration.Run(model).Energy, model.Energy(spins));
        }
    }

    public static TheoryData<string, int> Budgets
    {
        get
        {
            // Enough for a proof, and too little.
            var budgets = new TheoryData<string, int> { { "own", 3_000_000 }, { "own", 1 } };
            if (SharedFolder.Has(LargeGraph)) budgets.Add(LargeGraph, 3_000_000);
            return budgets;
        }
    }

    // Ours: 24 vertices, ±1, by enumeration. The other: 80 vertices of degree 8, proven in the Biq Mac library.
    [Theory]
    [MemberData(nameof(Budgets))]
    public void Solve_WithinItsBudget_ProvesOnlyWhatIsTrue(string name, int updates)
    {
        bool own = name == "own";
        var problem = own ? SignedGraph(24, 1, new RandomKey(11)) : RudyFile.Read(SharedFolder.File(name));
        var model = problem.Encode();
        double optimum = own ? -GrayCodeEnumeration.Run(model).Energy : problem.BestKnown!.Score;
        var result = new BranchAndBoundHeuristic().Prepare(model).Solve(Budget.OfUpdates(updates), new RandomKey(1));
        double cut = problem.Cut(result.Spins);
        Assert.True(result.Status == SearchStatus.Optimal ? cut == optimum : cut <= optimum, $"{result.Status}: {cut}");
        if (own) Assert.Equal(updates > 1000, result.Status == SearchStatus.Optimal);
    }

    [Fact]
    public void Solve_DenseModelOfThirtyTwoSpins_ProvesTheOptimumThatTabuFinds()
    {
        var stream = new RandomKey(4).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < 32; i++)
            for (int j = 0; j < i; j++) pairs.Add((i, j, stream.NextSpin()));
        var model = new IsingModel(Couplings.FromPairs(32, pairs));
        var proven = new BranchAndBoundHeuristic().Prepare(model).Solve(Budget.OfCpuSeconds(60), new RandomKey(1));
        Assert.Equal(SearchStatus.Optimal, proven.Status);
        Assert.Equal(proven.Energy, new TabuHeuristic().Prepare(model).Solve(Budget.OfUpdates(2_000_000), new RandomKey(2)).Energy);
    }

    private static MaxCutProblem SignedGraph(int vertices, double density, RandomKey key)
    {
        var stream = key.Stream();
        var edges = new List<WeightedEdge>();
        for (int i = 0; i < vertices; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < density) edges.Add(new(i, j, stream.NextSpin()));
        return new("signed", vertices, edges);
    }
}
