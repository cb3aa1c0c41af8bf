using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Problems;
using Solvers.Problems.MaxCut;
using TestSupport;

namespace Solvers.Tests.Problems;

public class MaxCutProblemTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.05)]
    public void Encode_OfEveryPartition_HasMinusTheCutAsItsEnergy(double density)
    {
        var problem = RandomGraph(10, density, new RandomKey(3));
        var model = problem.Encode();
        var spins = new sbyte[10];
        for (int state = 0; state < 1024; state++)
        {
            for (int i = 0; i < 10; i++) spins[i] = (sbyte)((state >> i & 1) * 2 - 1);
            Assert.Equal(-problem.Cut(spins), model.Energy(spins));
        }
    }

    [Fact]
    public void Decode_OfACycleOfEvenLength_CutsEveryEdge()
    {
        var problem = new MaxCutProblem("C6", 6, Enumerable.Range(0, 6).Select(i => new WeightedEdge(i, (i + 1) % 6, 1)));
        var solution = Assert.IsType<CutSolution>(problem.Decode([1, -1, 1, -1, 1, -1]));
        Assert.Equal(6, solution.Score);
        Assert.True(solution.Feasible);
        Assert.Equal(-6, GrayCodeEnumeration.Run(problem.Encode()).Energy);
        Assert.True(problem.Sense.IsBetter(6, 5));
    }

    [Fact]
    public void Constructor_OfAnEdgeThatIsNone_Refuses()
    {
        Assert.Throws<ArgumentException>(() => new MaxCutProblem("x", 3, [new(1, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new MaxCutProblem("x", 3, [new(0, 3, 1)]));
        Assert.Throws<ArgumentException>(() => new MaxCutProblem("x", 3, [new(0, 1, 1), new(1, 0, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MaxCutProblem("x", 3, [new(0, 1, double.NaN)]));
    }

    [Fact]
    public void BestKnown_OfAGraphThatOnlySharesTheName_IsUnknown()
    {
        Assert.Null(new MaxCutProblem("g05_60.0", 2, [new(0, 1, 1)]).BestKnown);
        Assert.Equal(250, MaxCutProblem.KnownInstances);
    }

    public static TheoryData<string> DescentGraphs => SharedFolder.Cases(["random 20"], "data/maxcut", ["data/maxcut/rudy/g05_60.0"]);

    [Theory]
    [MemberData(nameof(DescentGraphs))]
    public void Descents_OnAGraphOfKnownOptimum_StayBetweenTheMeanCutAndTheOptimum(string name)
    {
        bool own = name == "random 20";
        var problem = own ? RandomGraph(20, 0.5, new RandomKey(60)) : RudyFile.Read(SharedFolder.File(name));
        var model = problem.Encode();
        double optimum = own ? -GrayCodeEnumeration.Run(model).Energy : problem.BestKnown!.Score;
        if (!own)
        {
            Assert.Equal(new BestKnown(536, true, "Biq Mac library"), problem.BestKnown);
            Assert.Equal((60, 885), (problem.SpinCount, problem.Edges.Count));
        }
        double best = 0;
        for (int run = 0; run < 200; run++)
        {
            var spins = Support.Descent.Run(model, new RandomKey(60).Fold(run));
            double cut = problem.Cut(spins);
            Assert.Equal(-cut, model.Energy(spins));
            Assert.InRange(cut, problem.TotalWeight / 2, optimum);
            best = Math.Max(best, cut);
        }
        Assert.True(best >= (own ? optimum : 530), $"200 descents reached only {best}");
    }

    private static MaxCutProblem RandomGraph(int vertices, double density, RandomKey key)
    {
        var stream = key.Stream();
        var edges = new List<WeightedEdge>();
        for (int i = 0; i < vertices; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < density) edges.Add(new(i, j, stream.NextIndex(21) - 10));
        return new MaxCutProblem("random", vertices, edges);
    }
}
