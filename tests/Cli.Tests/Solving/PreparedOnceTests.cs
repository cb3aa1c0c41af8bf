using Cli.Reports;
using Cli.Tests.Shell;
using Crossbar.Arrays;
using Crossbar.Checking;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Solvers.Problems.MaxCut;
using Studies.Solving;

namespace Cli.Tests.Solving;

/// <summary>What is prepared once travels with the result: runs, cross-check, record and report need one circuit.</summary>
public class PreparedOnceTests
{
    [Fact]
    public void RunsCheckRecordAndReport_LoadTheCircuitOnce()
    {
        using var folder = new ScratchFolder();
        var problem = RudyFile.Read(TinyInstances.WriteGraph(folder));
        var engine = new CountingEngine();
        var machine = new ContinuousMachine(engine,
            ContinuousMachineParameters.For(problem) with { Wires = ArrayWires.Uniform(1) }, new DifferentialPairMapping());

        var runs = Experiment.Run(problem, machine, runs: 5, seed: 1);
        var check = CrossCheck.Of(runs.Best!, []);
        var record = SolveRecord.Of(runs, null, check);
        _ = record.ToJson();
        ReportFolder.Write(folder.Root, "once", [record]);

        Assert.True(check.Agrees);
        Assert.NotEmpty(Directory.GetFiles(folder.Root, "*.svg"));
        Assert.Equal(1, engine.Loads);
    }

    /// <summary>The reduced engine, and how often it was given a netlist. Not public, so that no catalogue takes it for an engine.</summary>
    private sealed class CountingEngine : ICircuitEngine
    {
        private readonly ReducedEngine _inner = new();

        public int Loads { get; private set; }

        public string Name => _inner.Name;

        public string Summary => _inner.Summary;

        public EngineAvailability Availability => ((ICircuitEngine)_inner).Availability;

        public bool ReducesWires => true;

        public ILoadedCircuit Load(Netlist netlist, CancellationToken cancellation = default)
        {
            Loads++;
            return _inner.Load(netlist, cancellation);
        }
    }
}
