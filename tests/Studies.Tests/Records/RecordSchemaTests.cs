using System.Text.Json.Nodes;
using Crossbar.Costs;
using Crossbar.Devices;
using Crossbar.Noise;
using Hopfield.Numerics;
using Solvers.Heuristics;
using Studies.Capacity;
using Studies.Columns;
using Studies.Comparing;
using Studies.Energy;
using Studies.Machines;
using Studies.Problems;
using Studies.Solving;
using Studies.Tests.Support;
using Studies.Tours;

namespace Studies.Tests.Records;

/// <summary>Real records fit their schemas, and damaged ones do not; what <see cref="Rerun"/> repeats is held to them as well.</summary>
public class RecordSchemaTests
{
    private static readonly ColumnStudy s_column = new() { RowVolts = [0.4, -1.2], Spread = 0.1, Draws = 5 };

    public static TheoryData<string> Names => StudyContractTests.Names;

    public static TheoryData<string> WithoutInput => [.. Catalog.Of<Study>()
        .Where(study => RecordSchema.Of(study)["properties"]!["options"]!["required"] is null).Select(study => study.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Schema_SaysWhatItIs_AndWhatEveryMemberMeans(string name)
    {
        var schema = RecordSchema.Of(Catalog.Find<Study>(name, "study"));
        foreach (string key in (string[])["$schema", "$id", "title", "description"]) Assert.NotEmpty(schema[key]!.GetValue<string>());
        foreach (var (member, value) in schema["properties"]!.AsObject())
            Assert.True(member is "study" or "options" || value?["description"] is not null, $"{name}: {member} has no description");
    }

    /// <summary>Every study that needs nothing to begin, as it comes. What is not quick is cancelled: that record must fit, too.</summary>
    [Theory]
    [MemberData(nameof(WithoutInput))]
    public void RecordOfDefaults_FitsItsSchema(string name)
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            Assert.Empty(SchemaCheck.Errors(Catalog.Find<Study>(name, "study").Answer(null, soon.Token)));
        }
        catch (OperationCanceledException)
        {
            // Nothing was finished, so there is no record.
        }
    }

    [Fact]
    public void RecordOfAMachine_OfDevices_OrWithNoise_FitsItsSchema()
    {
        var cells = new CellSetting { Device = new Vteam() };
        foreach (var machine in (MachineSetting[])
        [
            new() { Cells = cells, Mapping = cells.Over(new(), false, false), Parameters = new() { ["loopGain"] = 8 } },
            new() { Name = "clocked", Noise = new() { Models = [.. Catalog.Of<INoiseModel>().Where(of => of.Place != NoisePlace.AmplifierInput)] } },
        ])
            Assert.Empty(SchemaCheck.Errors(new SolveStudy { Problem = new ProvenCut(), Runs = 1, Machine = machine }.Run()));
    }

    /// <summary>Its machines come out the same again, its solvers need not.</summary>
    [Fact]
    public void RecordOfAComparison_FitsItsSchema_AndRepeats()
    {
        var study = new ComparisonStudy
        {
            Problem = new ProvenCut(),
            Machines = ["clocked"],
            Solvers = [Catalog.Find<IHeuristic>("greedy", "solver")],
            Runs = 2,
            SecondsPerSolver = 0.05,
        };
        Assert.Equal(["rows[1]", "bestScore", "bestAnswer"], Rerun.Repeats(study).Unrepeated);
        Assert.Null(Rerun.Repeats(study with { Solvers = [] }).Unrepeated);
    }

    [Fact]
    public void Comparison_SaysWhoseSecondsItCounts_AndWhoCouldNotTakePart()
    {
        var study = new ComparisonStudy
        {
            Problem = new ProvenCut(),
            Machines = ["clocked", "tabu"],
            Solvers = [],
            Runs = 1,
        };
        Assert.Equal(["hardware", "none"], study.Run().Rows.Select(row => row.Clock));
        // An engine is something that the clocked machine has no use for.
        var without = (study with { Machine = new() { Engine = "reduced" }, Machines = ["continuous", "clocked"] }).Run();
        Assert.Equal("continuous", Assert.Single(without.Rows).Name);
        Assert.StartsWith("machine clocked: Engine is set", Assert.Single(without.LeftOut), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => (study with { Machine = new() { Engine = "reduced" }, MachinesAsked = true }).Run());
    }

    [Fact]
    public void RecordOfAnEnergyAccount_FitsItsSchema() => Assert.Empty(SchemaCheck.Errors(new EnergyStudy
    {
        Problem = new ProvenCut(),
        Runs = 5,
        Presets = [.. CostPresetFile.Presets().Where(preset => preset.Machine == "clocked").Take(1)],
        Opponents = [.. CostPresetFile.Presets().Where(preset => preset.Machine == "digital").Take(1)],
    }.Run()));

    [Fact]
    public void RecordOfWindows_FitsItsSchema()
    {
        using var folder = new ScratchFolder();
        var cities = folder.Write("c.tsp", "NAME: six\nTYPE: TSP\nDIMENSION: 6\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n"
            + "1 0 0\n2 9 1\n3 3 8\n4 7 7\n5 1 4\n6 5 2\nEOF\n");
        Assert.Empty(SchemaCheck.Errors(new WindowStudy
        {
            Problem = new() { File = cities },
            Windows = new() { WindowCities = 4, LimitSeconds = 0.1 },
        }.Run()));
    }

    [Theory]
    [InlineData("spread", """ "much" """)]
    [InlineData("draws", "2.5")]
    [InlineData("study", "\"row\"")]
    [InlineData("more", "1")]
    [InlineData("version", null)]
    public void RecordThatIsDamaged_DoesNotFit(string member, string? value)
    {
        var record = JsonNode.Parse(s_column.Run().ToJson())!.AsObject();
        Assert.Empty(SchemaCheck.Errors(s_column, record.ToJsonString()));
        if (value is null) record.Remove(member);
        else record[member] = JsonNode.Parse(value);
        Assert.NotEmpty(SchemaCheck.Errors(s_column, record.ToJsonString()));
    }

    /// <summary>Of a part of the libraries every parameter is known; what a program adds has a name of its own.</summary>
    [Theory]
    [InlineData("""{ "name": "hebb" }""", true)]
    [InlineData("""{ "name": "hebb", "colour": 1 }""", false)]
    [InlineData("""{ "name": "mine", "colour": 1 }""", true)]
    [InlineData("""{ "colour": 1 }""", false)]
    [InlineData("null", false)]
    public void PartOfARecord_FitsByItsNameAndParameters(string rule, bool fits)
    {
        var study = new CapacityStudy { Size = 20, Counts = [1], Draws = 2 };
        var record = JsonNode.Parse(study.Run().ToJson())!;
        record["options"]!["rules"]![0] = JsonNode.Parse(rule);
        Assert.Equal(fits, SchemaCheck.Errors(study, record.ToJsonString()).Count == 0);
    }
}
