using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Heuristics;
using Solvers.Heuristics.Kernels;
using Solvers.Problems.MaxCut;
using TestSupport;

namespace Solvers.Tests.Baselines;

public class BranchAndBoundTests
{
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

    // 80 vertices of degree 8: the optimum is proven in the Biq Mac library, and here again within the budget or not at all.
    [Fact]
    public void Solve_WithinItsBudget_ProvesOnlyWhatIsTrue()
    {
        var problem = RudyFile.Read(SharedFolder.File("data/maxcut/rudy/pm1s_80.0"));
        var result = new BranchAndBoundHeuristic().Prepare(problem.Encode()).Solve(Budget.OfUpdates(3_000_000), new RandomKey(1));
        double cut = problem.Cut(result.Spins);
        Assert.True(result.Status == SearchStatus.Optimal ? cut == problem.BestKnown!.Score : cut <= problem.BestKnown!.Score,
            $"{result.Status}: {cut}");
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
}
