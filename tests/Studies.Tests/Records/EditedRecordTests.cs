using System.Text.Json.Nodes;
using Studies.Machines;
using Studies.Problems;
using Studies.Records;
using Studies.Solving;
using Studies.Tests.Support;

namespace Studies.Tests.Records;

/// <summary>A record that was edited by hand says what is wrong and in which file, whatever was put there.</summary>
public class EditedRecordTests
{
    [Theory]
    [InlineData("options.problem", "null", "the value of problem does not fit; expected")]
    [InlineData("options.problem", null, "the value of problem does not fit; expected")]
    [InlineData("options.problem", "5", "problem: not a part; expected an object with a name")]
    [InlineData("options.problem.file", "null", "problem: the value of file does not fit; expected")]
    [InlineData("options.problem.file", null, "problem: the value of file does not fit; expected")]
    [InlineData("options.problem.file", "{ }", "problem: the value of file does not fit; expected")]
    [InlineData("options.problem.file.path", "null", "problem: the value of file.path does not fit; expected")]
    [InlineData("options.problem.file.sha256", null, "problem: the value of file does not fit; expected")]
    [InlineData("options.problem.name", "5", "problem: not a part; expected an object with a name")]
    [InlineData("options.problem.name", "\"cuts\"", "problem: there is no 'cuts'; expected one of ")]
    [InlineData("options.problem.colour", "5", "problem: there is no parameter 'colour'; expected one of file")]
    [InlineData("options.machine", "null", "the value of machine does not fit; expected")]
    [InlineData("options.machine.mapping", "null", "the value of machine.mapping does not fit; expected")]
    [InlineData("options.machine.mapping.onSiemens", "-1", "OnSiemens must be")]
    [InlineData("options.machine.cells", "{ }", "the value of machine.cells does not fit; expected")]
    [InlineData("options.machine.noise", """{ "models": [null] }""", "an entry of machine.noise.models is null; expected")]
    [InlineData("options.machine.noise", """{ "models": [{ "name": "termal" }] }""",
        "machine.noise.models[0]: there is no 'termal'; expected one of ")]
    [InlineData("options.machine.noise", """{ "models": [{ "name": "thermal", "fileSha256": 1 }] }""",
        "machine.noise.models[0]: a fingerprint of nothing; expected a file with it")]
    [InlineData("cancelled", "\"yes\"", "the value of cancelled does not fit; expected true or false")]
    [InlineData("unrepeated", "[5]", "the value of unrepeated does not fit; expected a list of paths")]
    [InlineData("unrepeated", "5", "the value of unrepeated does not fit; expected a list of paths")]
    public void Read_OfAnEditedRecord_SaysWhatIsWrong(string place, string? value, string expected)
    {
        using var folder = new ScratchFolder();
        string path = folder["r.json"];
        var study = new SolveStudy { Problem = new CutFile { File = folder.Write("g.txt", "2 1\n1 2 1\n") } };
        var record = new JsonObject { ["study"] = study.Name, ["options"] = Parameters.Of(study), ["cancelled"] = false };
        File.WriteAllText(path, record.ToJsonString());
        StudyFile.Read(path);

        string[] keys = place.Split('.');
        var parent = keys[..^1].Aggregate((JsonNode)record, (node, key) => node[key]!).AsObject();
        if (value is null) parent.Remove(keys[^1]);
        else parent[keys[^1]] = JsonNode.Parse(value);
        File.WriteAllText(path, record.ToJsonString());
        var wrong = Assert.Throws<InvalidDataException>(() => StudyFile.Read(path));
        Assert.StartsWith($"{path}: {expected}", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("continuous", """{ "wires": null }""", "the value of wires does not fit; expected")]
    [InlineData("clocked", """{ "wires": null }""", "the value of wires does not fit; expected")]
    [InlineData("annealing", """{ "solver": null }""", "the value of solver does not fit; expected")]
    public void ParametersFile_WithNull_SaysWhatIsWrong(string machine, string text, string expected)
    {
        var asked = new MachineSetting { Name = machine, Parameters = JsonNode.Parse(text)!.AsObject(), Origin = "p.json" };
        var wrong = Assert.Throws<InvalidDataException>(() => asked.Make(new ProvenCut().Job(1).Problem(0), 1));
        Assert.StartsWith($"p.json: {expected}", wrong.Message, StringComparison.Ordinal);
    }

    /// <summary>What was read from elsewhere is compared as it is.</summary>
    [Fact]
    public void Differences_OfDamagedPaths_AreFound()
    {
        var record = JsonNode.Parse("""{ "unrepeated": [5, null, "a"], "a": 1, "b": 2 }""");
        var other = JsonNode.Parse("""{ "unrepeated": [5, null, "a"], "a": 2, "b": 3 }""");
        Assert.Equal("b: 2, 3", Assert.Single(RecordComparison.Differences(record, other)));
    }
}
