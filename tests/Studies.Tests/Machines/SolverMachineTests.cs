using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;
using Solvers.Decomposition;
using Solvers.Heuristics;
using Solvers.Problems.MaxCut;
using Studies.Machines;
using Studies.Records;
using Studies.Solving;

namespace Studies.Tests.Machines;

/// <summary>Digital solvers where a machine is asked for: one flow and one record for both.</summary>
public class SolverMachineTests
{
    public static TheoryData<string> Solvers => [.. Catalog.Of<IHeuristic>().Select(solver => solver.Name)];

    [Fact]
    public void Names_OfMachinesAndSolvers_AreAllDifferent() =>
        Assert.Equal(MachineSetting.Names.Count, MachineSetting.Names.Distinct().Count());

    [Theory]
    [MemberData(nameof(Solvers))]
    public void Experiment_OnASolver_FindsTheGroundState_AndTheSameTwice(string name)
    {
        var problem = Graph();
        var machine = new MachineSetting { Name = name }.Make(problem, seed: 1);
        var runs = Experiment.Run(problem, machine, runs: 4, seed: 3);
        double least = GrayCodeEnumeration.Run(problem.Encode()).Energy;
        // One descent is one descent, and ballistic bifurcation is known to fall into one basin.
        if (name is not ("greedy" or "bifurcation-ballistic")) Assert.All(runs.Runs, run => Assert.Equal(least, run.Trace.Energy, 1e-9));
        Assert.All(runs.Runs, run => Assert.Equal(-run.Trace.Energy, run.Solution.Score!.Value, 1e-9));
        Assert.All(runs.Runs, run => Assert.Equal((name, true), (run.Trace.Engine, run.Trace.Settled)));
        var again = Experiment.Run(problem, machine, runs: 4, seed: 3);
        Assert.Equal(runs.Runs.Select(run => Text(run.Trace)), again.Runs.Select(run => Text(run.Trace)));
    }

    [Fact]
    public void Parameters_OfASolver_CanBeFedBack()
    {
        var tabu = (SolverMachine)MachineSetting.Find("tabu");
        var given = Parameters.Of(tabu);
        given["updatesPerSpin"] = 7;
        given["solver"]!["patiencePerSpin"] = 3;
        var changed = (SolverMachine)Parameters.Over(tabu, given, "test");
        Assert.Equal((7, 3), (changed.UpdatesPerSpin, ((TabuHeuristic)changed.Solver).PatiencePerSpin));
    }

    [Fact]
    public void Whole_WithWhatTheMachineHasNoUseFor_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new MachineSetting { Name = "tabu", ProgrammingErrorPercent = 5 }.Make(Graph(), 1));
        Assert.Throws<ArgumentException>(() => new MachineSetting { Name = "clocked", Engine = "reduced" }.Make(Graph(), 1));
        Assert.Throws<ArgumentException>(() => MachineSetting.Find("tabu").For(Landscape.Cue));
        Assert.Throws<ArgumentException>(() => MachineSetting.Find("tabu").With(MachineSetting.Find("annealing")));
    }

    [Fact]
    public void Parameters_OfBlocks_CanBeFedBack()
    {
        var runs = Experiment.Run(Graph(), MachineSetting.Find("blocks"), runs: 1, seed: 1);
        var again = Parameters.Over(MachineSetting.Find("blocks").Parameters, SolveRecord.Of(runs).Parameters, "record");
        Assert.Equal(64, ((SubproblemSearch)again).Options.BlockSpins);
    }

    [Fact]
    public void On_WithoutAMapping_KeepsTheMachinesOwn()
    {
        var own = new DifferentialPairMapping { OnSiemens = 3e-4 };
        var machine = new ContinuousMachine(new ReducedEngine(), new(), own);
        Assert.Equal(own, ((ContinuousMachine)((IArrayMachine)machine).On(new())).Mapping);
    }

    [Fact]
    public void Prepare_OfAModelThatTheSolverRefuses_SaysWhy()
    {
        var model = new IsingModel(Couplings.Sparse(31, [(0, 1, 1)]));
        Assert.Contains("at most 30", Assert.Throws<ArgumentException>(() => MachineSetting.Find("enumeration").Prepare(model)).Message);
    }

    private static string Text(SettlingTrace trace) => string.Join(' ', [.. trace.Spins, trace.Key, trace.Status]);

    private static MaxCutProblem Graph()
    {
        var stream = new RandomKey(5).Stream();
        var edges = new List<WeightedEdge>();
        for (int i = 0; i < 14; i++)
            for (int j = 0; j < i; j++)
                if (stream.NextUniform() < 0.5) edges.Add(new(i, j, 1 + stream.NextIndex(3)));
        return new("g14", 14, edges);
    }
}
