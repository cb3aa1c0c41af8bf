using Hopfield.Numerics;
using Solvers.Problems;
using Solvers.Problems.Colouring;
using Solvers.Problems.Graphs;
using Solvers.Problems.Independence;
using Solvers.Tests.Support;

namespace Solvers.Tests.Problems;

public class ConstrainedProblemTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Colouring_OfRandomGraphs_OptimumAndEveryLocalMinimumAreColourings(int colours)
    {
        for (int draw = 0; draw < 6; draw++)
        {
            var problem = new ColouringProblem(RandomGraph(5, draw, weighted: false), colours);
            States.CheckContract(problem, problem.Encode());
            AssertLocalMinimaAreFeasible(problem);
        }
    }

    [Theory]
    [InlineData(VertexSetGoal.IndependentSet)]
    [InlineData(VertexSetGoal.VertexCover)]
    [InlineData(VertexSetGoal.Clique)]
    public void VertexSets_OfRandomGraphs_OptimumAndEveryLocalMinimumAreSets(VertexSetGoal goal)
    {
        for (int draw = 0; draw < 10; draw++)
        {
            var problem = new VertexSetProblem(RandomGraph(8, draw, weighted: draw % 2 == 1), goal);
            States.CheckContract(problem, problem.Encode());
            AssertLocalMinimaAreFeasible(problem);
        }
    }

    [Fact]
    public void Colouring_WithoutANumberOfColours_TakesThePublishedOrAGreedyOne()
    {
        var triangle = new Graph("triangle", 3, [(0, 1), (1, 2), (0, 2)]);
        Assert.Equal(3, new ColouringProblem(triangle).ColourCount);
        Assert.Equal(new BestKnown(0, true, "a greedy colouring"), new ColouringProblem(triangle).BestKnown);
        Assert.Null(new ColouringProblem(triangle, 2).BestKnown);
        var solution = Assert.IsType<Colours>(new ColouringProblem(triangle, 2).Decode([1, -1, -1, 1, 1, -1]));
        Assert.Equal((1.0, "2 of 2 colours are used; 1 edges have both ends in one colour"), (solution.Score!.Value, solution.Note));
        var none = new ColouringProblem(triangle, 2).Decode([1, 1, -1, -1, 1, -1]);
        Assert.Equal("1 vertices have no colour, 1 have several", none.Violation);
    }

    [Fact]
    public void Greedy_OfRandomGraphs_IsAProperColouring()
    {
        for (int draw = 0; draw < 20; draw++)
        {
            var graph = RandomGraph(30, draw, weighted: false);
            int[] colours = GreedyColouring.Run(graph);
            Assert.All(graph.Edges, edge => Assert.NotEqual(colours[edge.From], colours[edge.To]));
        }
    }

    [Fact]
    public void Cover_OfASet_IsWhatTheSetLeaves()
    {
        var graph = RandomGraph(8, 3, weighted: true);
        sbyte[] spins = Solvers.Baselines.GrayCodeEnumeration.Run(new VertexSetProblem(graph).Encode()).Spins;
        double set = new VertexSetProblem(graph).Decode(spins).Score!.Value;
        double cover = new VertexSetProblem(graph, VertexSetGoal.VertexCover).Decode(spins).Score!.Value;
        Assert.Equal(graph.Weights.Sum(), set + cover, 1e-12);
    }

    private static void AssertLocalMinimaAreFeasible(IProblem problem)
    {
        var model = problem.Encode();
        var fields = new double[model.Size];
        foreach (var spins in States.All(model.Size))
        {
            model.LocalFields(spins, fields);
            bool stable = true;
            for (int i = 0; i < spins.Length && stable; i++) stable = spins[i] * fields[i] > -1e-9;
            if (stable) Assert.Null(problem.Decode(spins).Violation);
        }
    }

    private static Graph RandomGraph(int vertices, int draw, bool weighted)
    {
        var stream = RandomKey.FromSeed(7).Fold("graph").Fold(vertices).Fold(draw).Stream();
        var edges = new List<(int, int)>();
        for (int i = 0; i < vertices; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.5) edges.Add((i, j));
        return new("random", vertices, edges, weighted ? [.. Enumerable.Range(0, vertices).Select(_ => 0.5 + stream.NextIndex(4))] : null);
    }
}
