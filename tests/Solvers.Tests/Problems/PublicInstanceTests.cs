using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;
using Solvers.Problems.Partitioning;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

/// <summary>Every public instance family is read by the same door as a user's file, and small members are solved.</summary>
public class PublicInstanceTests
{
    [Theory]
    [InlineData("maxcut/rudy", "*")]
    [InlineData("maxcut/gset", "*")]
    [InlineData("maxcut/biqmac_ising", "*")]
    [InlineData("qubo/beasley", "*")]
    [InlineData("qubo/gka", "*")]
    [InlineData("partition", "*.graph")]
    [InlineData("tsp", "*.tsp")]
    public void Read_OfAWholeFamily_KnowsTheBestScoreOfEveryMember(string folder, string pattern)
    {
        string[] files = [.. SharedFolder.Files($"data/{folder}", pattern), Instances.Burma14];
        Assert.All(files, file => Assert.NotNull(ProblemFile.Read(file).BestKnown));
    }

    public static TheoryData<string> SmallMembers => SharedFolder.Cases([Instances.Burma14], "data",
        ["maxcut/rudy/g05_60.0", "maxcut/rudy/pm1s_80.0", "maxcut/biqmac_ising/t2g10_5555", "qubo/beasley/bqp50-1.sparse",
            "qubo/gka/gka1b.sparse"]);

    [Theory]
    [MemberData(nameof(SmallMembers))]
    public void Solve_OfASmallMember_IsFeasibleAndNeverBetterThanTheBestKnown(string file)
    {
        var problem = ProblemFile.Read(file == Instances.Burma14 ? file : SharedFolder.File($"data/{file}"));
        var model = problem.Encode();
        var machine = new MeanFieldAnnealing().Prepare(model);
        double best = problem.Sense == ScoreSense.Maximise ? double.NegativeInfinity : double.PositiveInfinity;
        for (int run = 0; run < 20; run++)
        {
            var key = RandomKey.FromSeed(1).Fold(run);
            var trace = machine.Settle(Spins.ToActivations(Spins.Random(model.Size, key)), key);
            var solution = problem.Decode(trace.Spins);
            Assert.True(solution.Feasible, solution.Violation);
            Assert.Equal(problem.EnergyOf(solution.Score!.Value)!.Value, trace.Energy, 1e-6 * (1 + Math.Abs(trace.Energy)));
            if (problem.Sense.IsBetter(solution.Score.Value, best)) best = solution.Score.Value;
        }
        Assert.False(problem.Sense.IsBetter(best, problem.BestKnown!.Score), $"{best} beats the proven {problem.BestKnown.Score}");
        Assert.InRange(Math.Abs(best / problem.BestKnown.Score - 1), 0, 0.5);
    }

    public static TheoryData<string> Graphs => SharedFolder.Cases(["grid"], "data/partition", ["add20", "uk"]);

    /// <summary>Ours: 20 × 20 squares.</summary>
    [Theory]
    [MemberData(nameof(Graphs))]
    public void Partition_OfAGraphFile_IsBalancedAfterADescent(string name)
    {
        using var grid = new TemporaryFile(Instances.GridGraph(20, 20), ".graph");
        var problem = Assert.IsType<PartitionProblem>(ProblemFile.Read(name == "grid" ? grid.Path
            : SharedFolder.File($"data/partition/{name}.graph")));
        var model = problem.Encode();
        var trace = new AsynchronousDynamics().Prepare(model)
            .Settle(Spins.ToActivations(Spins.Random(model.Size, RandomKey.FromSeed(1))), RandomKey.FromSeed(2));
        var solution = problem.Decode(trace.Spins);
        Assert.True(solution.Feasible, solution.Violation);
        Assert.Equal(problem.EnergyOf(solution.Score!.Value)!.Value, trace.Energy, 1e-6 * trace.Energy);
    }
}
