using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Problems;
using Solvers.Problems.Partitioning;
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
        string[] files = Directory.GetFiles(Path.Combine(Data(), folder), pattern);
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotNull(ProblemFile.Read(file).BestKnown));
    }

    [Theory]
    [InlineData("maxcut/rudy/g05_60.0")]
    [InlineData("maxcut/rudy/pm1s_80.0")]
    [InlineData("maxcut/biqmac_ising/t2g10_5555")]
    [InlineData("qubo/beasley/bqp50-1.sparse")]
    [InlineData("qubo/gka/gka1b.sparse")]
    [InlineData("tsp/burma14.tsp")]
    public void Solve_OfASmallMember_IsFeasibleAndNeverBetterThanTheBestKnown(string file)
    {
        var problem = ProblemFile.Read(Path.Combine(Data(), file));
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

    [Theory]
    [InlineData("add20")]
    [InlineData("uk")]
    public void Partition_OfAPublicGraph_IsBalancedAfterADescent(string name)
    {
        var problem = Assert.IsType<PartitionProblem>(ProblemFile.Read(Path.Combine(Data(), "partition", $"{name}.graph")));
        var model = problem.Encode();
        var trace = new AsynchronousDynamics().Prepare(model)
            .Settle(Spins.ToActivations(Spins.Random(model.Size, RandomKey.FromSeed(1))), RandomKey.FromSeed(2));
        var solution = problem.Decode(trace.Spins);
        Assert.True(solution.Feasible, solution.Violation);
        Assert.Equal(problem.EnergyOf(solution.Score!.Value)!.Value, trace.Energy, 1e-6 * trace.Energy);
    }

    private static string Data() => Path.GetDirectoryName(Path.GetDirectoryName(SharedFolder.File("data/tsp/best_known.csv")))!;
}
