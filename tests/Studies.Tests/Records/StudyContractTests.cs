using Hopfield.Numerics;
using Studies.Columns;
using Studies.Machines;
using Studies.Records;
using Studies.Solving;
using Studies.Tests.Support;

namespace Studies.Tests.Records;

/// <summary>What every study keeps to.</summary>
public class StudyContractTests
{
    public static TheoryData<string> Names => [.. Catalog.Of<Study>().Select(study => study.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryStudy_HasOptionsThatAreAParameterFile(string name)
    {
        var study = Catalog.Find<Study>(name, "study");
        Assert.NotEmpty(study.Summary);
        Assert.True(study.RecordType.IsAssignableTo(typeof(StudyRecord)), $"{study.RecordType}");
        var options = Parameters.Of(study);
        Assert.NotEmpty(options);
        Assert.DoesNotContain(options, option => option.Key is "name" or "summary" or "recordType");
    }

    /// <summary>Public members of records are data or marked as none; a member of type object would be neither.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryRecord_IsTyped(string name) =>
        Assert.DoesNotContain(Catalog.Find<Study>(name, "study").RecordType.GetProperties(),
            property => property.PropertyType == typeof(object));

    [Fact]
    public void Read_OfAnOptionThatIsNone_NamesIt()
    {
        using var folder = new ScratchFolder();
        folder.Write("r.json", """{ "study": "column", "options": { "rowVolts": [1, 2], "colour": 3 } }""");
        var wrong = Assert.Throws<InvalidDataException>(() => StudyFile.Read(folder["r.json"]));
        Assert.Contains("there is no parameter 'colour'; expected one of rowVolts", wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>As in a record of a version that had no such option yet, at any depth.</summary>
    [Fact]
    public void Question_WithoutAnOption_HasItsDefault()
    {
        using var folder = new ScratchFolder();
        folder.Write("r.json", """
            { "study": "solve", "options": { "problem": { "name": "proven-cut" },
              "machine": { "name": "digital", "mapping": { "biasLines": 3 } } } }
            """);
        var study = (SolveStudy)StudyFile.Read(folder["r.json"]).Study;
        var machine = study.Machine;
        Assert.Equal((10, 1UL, "digital", "auto", 3), (study.Runs, study.Seed, machine.Name, machine.Engine, machine.Mapping.BiasLines));
        Assert.Equal(new MachineSetting().Mapping.OnSiemens, machine.Mapping.OnSiemens);
    }

    [Fact]
    public void Differences_OfAnotherSeed_AreFound()
    {
        var study = new ColumnStudy { RowVolts = [0.4, -1.2], Spread = 0.2, Draws = 5 };
        var first = System.Text.Json.Nodes.JsonNode.Parse(study.Run().ToJson());
        var second = System.Text.Json.Nodes.JsonNode.Parse((study with { Seed = 2 }).Run().ToJson());
        Assert.Contains("seed: 1, 2", RecordComparison.Differences(first, second));
    }

    [Fact]
    public void Column_FromItsRecord_IsTheSame() =>
        Rerun.Repeats(new ColumnStudy { RowVolts = [0.4, -1.2, 0.8, 0.8], Spread = 0.1, Draws = 20 });
}
