using System.Text.Json.Nodes;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Studies.Devices;
using Studies.Problems;
using Studies.Records;
using Studies.Simulation;
using Studies.Solving;
using Studies.Tests.Support;

namespace Studies.Tests.Records;

/// <summary>A record names files; they are found again, and are those that counted.</summary>
public class StudyFileTests
{
    private const string Table = "0,1e-5,2e-5\n-1,-1e-5,-2e-5\n0,0,0\n1,1e-5,2e-5\n";

    /// <summary>The record was written where its files had short names, as seen from a working directory that is another now.</summary>
    [Fact]
    public void Files_BesideTheRecord_AreFoundFromAnywhere()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(folder["in"]);
        folder.Write("in/c.cir", "* rc\nV1 a 0 1\nR1 a b 1k\n.include c.inc\n.tran 10n 20u uic\n.save v(b)\n.end\n");
        folder.Write("in/c.inc", "C1 b 0 1n\n");
        Moves(folder, new SimulationStudy { Deck = DataFile.Of(folder["in/c.cir"]), Engine = new ReducedEngine() });
        Moves(folder, new SolveStudy
        {
            Problem = new NumbersFile { File = folder.Write("n.txt", "3 1 2 2\n") },
            Machine = new() { Name = "digital" },
            Runs = 2,
        });
        folder.Write("in/t.csv", Table);
        Moves(folder, new DeviceIvStudy { Device = new MeasuredTable { File = folder["in/t.csv"] } });
    }

    [Fact]
    public void File_WhoseNameAnotherHasHere_IsFoundByWhatItHolds()
    {
        using var folder = new ScratchFolder();
        string taken = Path.GetFileName(Directory.GetFiles(Directory.GetCurrentDirectory())[0]);
        Moves(folder, new SolveStudy
        {
            Problem = new NumbersFile { File = folder.Write(taken, "3 1 2 2\n") },
            Machine = new() { Name = "digital" },
            Runs = 2,
        });
    }

    [Fact]
    public void PartWithAFile_WhoseFileHasChanged_IsRefused()
    {
        using var folder = new ScratchFolder();
        folder.Write("t.csv", Table);
        folder.Write("r.json", new DeviceIvStudy { Device = new MeasuredTable { File = folder["t.csv"] } }.Run().ToJson());
        StudyFile.Read(folder["r.json"]);
        folder.Write("t.csv", Table.Replace("2e-5", "3e-5"));
        Assert.Contains("the file has changed", Assert.Throws<InvalidDataException>(() => StudyFile.Read(folder["r.json"])).Message);
    }

    private static void Moves<TRecord>(ScratchFolder folder, Study<TRecord> study) where TRecord : StudyRecord
    {
        string json = study.Run().ToJson();
        Assert.Contains(folder.Root, json);
        folder.Write("r.json", json.Replace(folder.Root + Path.DirectorySeparatorChar, ""));
        var file = StudyFile.Read(folder["r.json"]);
        Assert.Empty(RecordComparison.Differences(file.Record, JsonNode.Parse(file.Study.Answer().ToJson()), folder.Root));
        Assert.NotEmpty(RecordComparison.Differences(file.Record, JsonNode.Parse(file.Study.Answer().ToJson())));
    }
}
