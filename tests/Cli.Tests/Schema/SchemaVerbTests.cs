using Cli.Tests.Shell;
using Hopfield.Numerics;
using Studies;
using Studies.Records;
using TestSupport;

namespace Cli.Tests.Schema;

public class SchemaVerbTests
{
    private static string Kept => Path.Combine(SharedFolder.Repository, "docs", "schema");

    [Fact]
    public void Schema_OfNothing_ListsEveryStudy()
    {
        var run = HopfieldCall.Run("schema");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var study in Catalog.Of<Study>()) Assert.Contains($"\n{study.Name} ", run.Output);
    }

    [Fact]
    public void Schema_OfAStudyOfTwoWords_IsItsSchema()
    {
        var run = HopfieldCall.Run("schema", "array", "solve");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(RecordJson.Of(RecordSchema.Of(Catalog.Find<Study>("array solve", "study"))), run.Output);
    }

    [Fact]
    public void Schema_OfNoStudy_SaysWhichThereAre() =>
        HopfieldCall.Run("schema", "weather").AssertBadInput("hopfield: there is no study 'weather'; expected one of array map, ");

    /// <summary>The files of docs/schema are what the program says now.</summary>
    [Fact]
    public void KeptSchemas_AreCurrent()
    {
        using var folder = new ScratchFolder();
        Assert.Equal(0, HopfieldCall.Run("schema", "--out", folder.Root).ExitCode);
        Assert.Equal(Files(folder.Root), Files(Kept));
        foreach (string name in Files(Kept))
            Assert.True(File.ReadAllText(folder[name]) == File.ReadAllText(Path.Combine(Kept, name)),
                $"docs/schema/{name} is not what the program says; './hopfield schema --out docs/schema' renews it");
    }

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order()];
}
