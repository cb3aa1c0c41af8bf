using Solvers.Baselines;
using Solvers.Problems.MaxCut;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class RudyFileTests
{
    [Fact]
    public void Read_OfCommentsBlankLinesAndMissingWeights_GivesTheGraph()
    {
        using var file = new TemporaryFile("# a triangle\n\nc with a comment\n 3 3 \n1 2\n\n2 3 -2.5\nc\n1 3 4\n");
        var problem = RudyFile.Read(file.Path);
        Assert.Equal(3, problem.SpinCount);
        Assert.Equal([new(0, 1, 1), new(1, 2, -2.5), new(0, 2, 4)], problem.Edges);
        Assert.Equal(Path.GetFileName(file.Path), problem.Name);
        Assert.Null(problem.BestKnown);
    }

    [Fact]
    public void Read_OfWhatWriteWrote_IsTheSameGraph()
    {
        var problem = new MaxCutProblem("x", 5, [new(0, 1, 0.1), new(4, 2, -3), new(3, 0, 1e300)]);
        using var file = new TemporaryFile();
        RudyFile.Write(file.Path, problem);
        var back = RudyFile.Read(file.Path);
        Assert.Equal(problem.SpinCount, back.SpinCount);
        Assert.Equal(problem.Edges, back.Edges);
    }

    [Theory]
    [InlineData("", 1, "empty")]
    [InlineData("# only a comment\n", 1, "empty")]
    [InlineData("three 3\n", 1, "'three'")]
    [InlineData("3\n", 1, "number of edges is missing")]
    [InlineData("3 1 1\n1 2\n", 1, "too much")]
    [InlineData("0 0\n", 1, "header is 0 0")]
    [InlineData("3 4\n", 1, "at most 3")]
    [InlineData("3 2\n1 2 1\n", 2, "ends after 1 of 2 edges")]
    [InlineData("3 1\n1 2 1\n2 3 1\n", 3, "more edges than announced")]
    [InlineData("3 1\n\n2 2 1\n", 3, "loop")]
    [InlineData("3 1\n1 4 1\n", 2, "vertex 4")]
    [InlineData("3 1\n0 1 1\n", 2, "vertex 0")]
    [InlineData("3 1\n1 x 1\n", 2, "'x'")]
    [InlineData("3 1\n1 2.5 1\n", 2, "'2.5'")]
    [InlineData("3 1\n1\n", 2, "vertex is missing")]
    [InlineData("3 1\n1 2 w\n", 2, "'w'")]
    [InlineData("3 1\n1 2 inf\n", 2, "'inf'")]
    [InlineData("3 1\n1 2 1 7\n", 2, "'7'")]
    [InlineData("3 2\n1 2 1\n2 1 5\n", 3, "twice")]
    public void Read_OfABrokenFile_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content);
        var error = Assert.Throws<InvalidDataException>(() => RudyFile.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
        Assert.Contains("; expected ", error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Read_OfAMissingFile_SaysSo() => Assert.Throws<FileNotFoundException>(() => RudyFile.Read("no-such-graph.rud"));

    public static TheoryData<string> Families => SharedFolder.Cases(["own"], "data/maxcut", ["rudy", "gset", "biqmac_ising"]);

    /// <summary>Our own file has no published cut; its best one is found by enumeration.</summary>
    [Theory]
    [MemberData(nameof(Families))]
    public void Read_OfAFamily_FindsItsSizesAndBestCutsAboveTheMean(string folder)
    {
        using var own = new TemporaryFile("9 12\n" + string.Concat(Enumerable.Range(0, 12).Select(k =>
            $"{k % 9 + 1} {(k + (k < 9 ? 1 : 3)) % 9 + 1} {(k % 4 == 0 ? -1 : 1)}\n")), ".rud");
        string[] files = folder == "own" ? [own.Path] : SharedFolder.Files($"data/maxcut/{folder}", "*");
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            var problem = RudyFile.Read(file);
            if (folder == "own") Assert.Equal((9, 12), (problem.SpinCount, problem.Edges.Count));
            double best = folder == "own" ? -GrayCodeEnumeration.Run(problem.Encode()).Energy : problem.BestKnown!.Score;
            Assert.True(best > problem.TotalWeight / 2, $"{file}: a best cut is above the mean cut");
        }
    }
}
