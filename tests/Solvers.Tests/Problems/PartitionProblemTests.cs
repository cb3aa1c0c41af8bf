using Hopfield.Numerics;
using Solvers.Problems.Partitioning;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class PartitionProblemTests
{
    [Theory]
    [InlineData(NetModel.Exact, 6, 0.0)]
    [InlineData(NetModel.Exact, 7, 0.3)]
    [InlineData(NetModel.Exact, 6, 0.34)]
    [InlineData(NetModel.Clique, 8, 0.25)]
    [InlineData(NetModel.Star, 8, 0.5)]
    public void Encode_OfRandomNetlists_GroundStatesAreBalancedAndExactWhereTheModelIs(NetModel model, int vertices, double imbalance)
    {
        for (int draw = 0; draw < 8; draw++)
        {
            var problem = new PartitionProblem(RandomNetlist(vertices, draw, weighted: draw % 2 == 1), imbalance, model);
            if (problem.EnergyOf(0) is not null)
            {
                States.CheckContract(problem, problem.Encode());
                continue;
            }
            CheckUpperBound(problem);
        }
    }

    [Fact]
    public void Penalty_BelowTheBound_LosesTheBalance()
    {
        // A star whose hub has Δ = 5: with P well under Δ/4 the ground state leaves all in one part. The bound is not idle.
        var star = new Hypergraph("star", [1, 1, 1, 1, 1, 1], Enumerable.Range(1, 5).Select(leaf => new Net([0, leaf], 1)));
        var problem = new PartitionProblem(star);
        var energy = new PartitionEnergy(star, NetModel.Clique, []);
        Assert.True(problem.Decode(Solvers.Baselines.GrayCodeEnumeration.Run(energy.Encode(problem.BalancePenalty)).Spins).Feasible);
        Assert.False(problem.Decode(Solvers.Baselines.GrayCodeEnumeration.Run(energy.Encode(0.07)).Spins).Feasible);
    }

    [Fact]
    public void Decode_OfAnUnbalancedState_SaysByHowMuchAndGivesNoScore()
    {
        var problem = new PartitionProblem(new Hypergraph("p", [1, 1, 1, 1], [new([0, 1], 2), new([1, 2, 3], 1)]));
        var solution = Assert.IsType<Partition>(problem.Decode([1, 1, 1, -1]));
        Assert.Null(solution.Score);
        Assert.Equal("one part weighs 3, more than 2", solution.Violation);
        Assert.Equal((1, 2L, 1.0), (solution.CutNets, solution.CutEdges, solution.CutWeight));
        Assert.Equal(1, Assert.IsType<Partition>(problem.Decode([1, 1, -1, -1])).Score);
    }

    public static TheoryData<string, int> Certificates
    {
        get
        {
            var cuts = new TheoryData<string, int> { { "grid", 3 } };
            if (!SharedFolder.Has("data/partition")) return cuts;
            foreach (var (name, cut) in ((string, int)[])[("add20", 536), ("uk", 18), ("4elt", 137), ("cs4", 353)]) cuts.Add(name, cut);
            return cuts;
        }
    }

    /// <summary>Ours: 3 rows of 4 squares in a METIS file, cut down the middle; no half of them is cheaper to cut off.</summary>
    [Theory]
    [MemberData(nameof(Certificates))]
    public void Score_OfCertificates_IsTheCutTheyProve(string name, int cut)
    {
        if (name == "grid")
        {
            using var file = new TemporaryFile(Instances.GridGraph(3, 4), ".graph");
            var grid = new PartitionProblem(MetisFile.Read(file.Path), 0.05);
            Assert.Equal(cut, grid.Score([.. Enumerable.Range(0, 12).Select(v => (sbyte)(v % 4 < 2 ? -1 : 1))]).Score);
            Assert.Equal(cut, States.All(12).Select(spins => grid.Score(spins)).Where(part => part.Feasible).Min(part => part.Score));
            return;
        }
        var problem = new PartitionProblem(MetisFile.Read(SharedFolder.File($"data/partition/{name}.graph")), 0.05);
        Assert.Equal(cut, problem.BestKnown!.Score);
        sbyte[] sides = [.. File.ReadLines(SharedFolder.File($"data/partition/{name}.imb5.2.ptn"))
            .Where(line => !line.StartsWith('%') && line.Trim().Length > 0).Select(line => (sbyte)(2 * int.Parse(line.Trim()) - 1))];
        Assert.Equal(cut, problem.Score(sides).Score);
    }

    /// <summary>The energy is at least the cut; its ground states are balanced all the same.</summary>
    private static void CheckUpperBound(PartitionProblem problem)
    {
        var encoded = problem.Encode();
        double least = double.PositiveInfinity;
        bool feasible = false;
        foreach (var spins in States.All(problem.SpinCount))
        {
            double energy = encoded.Energy(spins);
            var solution = (Partition)problem.Decode(spins);
            Assert.True(energy >= solution.CutWeight - 1e-9);
            if (energy < least - 1e-9) (least, feasible) = (energy, solution.Feasible);
        }
        Assert.True(feasible, "a ground state is not balanced");
    }

    private static Hypergraph RandomNetlist(int vertices, int draw, bool weighted)
    {
        var stream = RandomKey.FromSeed(6).Fold("netlist").Fold(vertices).Fold(draw).Stream();
        var nets = new List<Net>();
        for (int e = 0; e < 5; e++)
        {
            int[] order = [.. Enumerable.Range(0, vertices)];
            stream.Shuffle<int>(order);
            nets.Add(new(order[..(e == 0 ? 4 : 2 + stream.NextIndex(2))], 1 + stream.NextIndex(3)));
        }
        // Every other vertex may be heavy; a vertex of weight 1 keeps exact halves within reach.
        long[] weights = [.. Enumerable.Range(0, vertices).Select(v => weighted && v % 2 == 1 ? 1L + stream.NextIndex(2) : 1L)];
        return new("random", weights, nets);
    }
}
