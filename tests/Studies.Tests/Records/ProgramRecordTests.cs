using System.Text.Json.Nodes;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Decomposition;
using Solvers.Heuristics;
using Studies.Problems;
using Studies.Solving;
using Studies.Tests.Support;

namespace Studies.Tests.Records;

/// <summary>The record of an experiment that a program put together: it fits the schema of solve, says what the machine was, and that it
/// cannot be asked again.</summary>
public class ProgramRecordTests
{
    private static readonly DifferentialPairMapping s_mapping = new() { OnSiemens = 2e-4, BiasLines = 1 };

    private static readonly NoiseSettings s_noise = new() { Models = [Catalog.Find<INoiseModel>("thermal", "noise")], Kelvin = 350 };

    private static readonly IMachine[] s_machines =
    [
        new ContinuousMachine(new ReducedEngine(), new(), s_mapping) { Noise = s_noise },
        new ContinuousMachine(new ReducedEngine(), new() { Cells = new(new Vteam()) { ReadVolts = 0.15 } },
            s_mapping with { OffSiemens = 1e-3, OnSiemens = 0.02 }),
        new ClockedMachine(new(), s_mapping) { Noise = s_noise },
        new SubproblemSearch(new ClockedMachine(new(), s_mapping), new() { BlockSpins = 4 }),
        new ClockedMachine(new(), new ProgrammingErrorMapping(s_mapping, 0.03, ErrorReference.Range, RandomKey.FromSeed(1))),
        new AsynchronousDynamics(),
        new SolverMachine(new TabuHeuristic()) { UpdatesPerSpin = 100 },
    ];

    public static TheoryData<int> Machines => [.. Enumerable.Range(0, s_machines.Length)];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Record_FitsTheSchema_AndCannotBeAskedAgain(int machine)
    {
        var problem = new ProvenCut().Job(1).Problem(0);
        var record = SolveRecord.Of(Experiment.Run(problem, s_machines[machine], 1, 1));
        Assert.Equal("solve", record.Study);
        Assert.Empty(SchemaCheck.Errors(new SolveStudy { Problem = new ProvenCut() }, record.ToJson()));

        using var folder = new ScratchFolder();
        folder.Write("r.json", record.ToJson());
        var wrong = Assert.Throws<InvalidDataException>(() => StudyFile.Read(folder["r.json"]));
        Assert.StartsWith($"{folder["r.json"]}: a program put this experiment together", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_HoldsTheArray()
    {
        var problem = new ProvenCut().Job(1).Problem(0);
        JsonNode?[] arrays = [.. s_machines.Select(machine =>
            JsonNode.Parse(SolveRecord.Of(Experiment.Run(problem, machine, 1, 1)).ToJson())!["array"])];
        Assert.Equal([2e-4, 0.02, 2e-4, 2e-4], arrays[..4].Select(array => array!["mapping"]!["onSiemens"]!.GetValue<double>()));
        Assert.Equal("thermal", arrays[0]!["noise"]!["models"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(350, arrays[2]!["noise"]!["kelvin"]!.GetValue<double>());
        Assert.Equal("reduced", arrays[0]!["engine"]!["name"]!.GetValue<string>());
        Assert.Equal(new Vteam().Name, arrays[1]!["cells"]!["device"]!["name"]!.GetValue<string>());
        Assert.Equal(0.15, arrays[1]!["cells"]!["readVolts"]!.GetValue<double>());
        Assert.Contains("3 % error", arrays[4]!["mapping"]!["name"]!.GetValue<string>());
        Assert.Null(arrays[5]);
        Assert.Null(arrays[6]);
    }

    /// <summary>Where there are options they hold the array, and nothing is said twice.</summary>
    [Fact]
    public void RecordOfAStudy_HoldsItOnce() => Assert.DoesNotContain("array",
        JsonNode.Parse(new SolveStudy { Problem = new ProvenCut(), Runs = 1 }.Run().ToJson())!.AsObject().Select(member => member.Key));

    /// <summary>Every other study has its options always.</summary>
    [Fact]
    public void Schema_AllowsNoOptions_OfSolveAlone() => Assert.Equal("solve", Assert.Single(Catalog.Of<Study>(),
        study => RecordSchema.Of(study)["properties"]!["options"]!["type"] is JsonArray).Name);
}
