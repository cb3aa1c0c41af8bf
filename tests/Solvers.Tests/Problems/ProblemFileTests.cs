using Solvers.Problems;
using Solvers.Problems.MaxCut;
using Solvers.Problems.Tsp;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class ProblemFileTests
{
    [Theory]
    [InlineData("# graph\n2 1\n1 2\n", ".0", typeof(MaxCutProblem))]
    [InlineData("2 1\n1 2\n", "", typeof(MaxCutProblem))]
    [InlineData("c graph\n2 1\n1 2\n", ".rud", typeof(MaxCutProblem))]
    [InlineData("0,1\n1,0\n", ".csv", typeof(IsingProblem))]
    [InlineData("DIMENSION:1\nEDGE_WEIGHT_TYPE:EUC_2D\nNODE_COORD_SECTION\n1 0 0\n", ".tsp", typeof(TspProblem))]
    [InlineData("NAME : a\nDIMENSION:1\nEDGE_WEIGHT_TYPE:EUC_2D\nNODE_COORD_SECTION\n1 0 0\n", ".txt", typeof(TspProblem))]
    public void Read_OfEachKind_FindsItsReader(string content, string extension, Type kind)
    {
        using var file = new TemporaryFile(content, extension);
        Assert.IsType(kind, ProblemFile.Read(file.Path));
    }

    [Fact]
    public void Read_OfSomethingElse_ListsWhatIsRead()
    {
        using var file = new TemporaryFile("Dear reader,\n");
        var error = Assert.Throws<InvalidDataException>(() => ProblemFile.Read(file.Path));
        Assert.Contains("MAX-CUT", error.Message);
        Assert.Contains("TSPLIB", error.Message);
        Assert.Throws<FileNotFoundException>(() => ProblemFile.Read("no-such-file"));
    }

    [Fact]
    public void Claims_OfAnyPublicFile_AreNeverDouble()
    {
        string folder = Path.GetDirectoryName(SharedFolder.File("data/tsp/best_known.csv"))!;
        string[] files = [.. Directory.GetFiles(folder, "*.tsp"), .. Directory.GetFiles(Path.Combine(folder, "..", "maxcut", "rudy"))];
        foreach (string file in files)
        {
            string firstLine = File.ReadLines(file).First(line => line.Trim().Length > 0);
            Assert.Single(ProblemFile.Readers, reader => reader.Claims(file, firstLine));
        }
    }
}
