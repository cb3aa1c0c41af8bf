using Cli.Tests.Shell;

namespace Cli.Tests.Solving;

public class BadInputTests
{
    [Theory]
    [InlineData("maxcut", "g.rud", "3 3\n1 2 1\n2 3 1\n", "g.rud:3: the file ends after 2 of 3 edges; expected an edge")]
    [InlineData("maxcut", "g.rud", "3 2\n1 2 1\n2 9 1\n", "g.rud:3: vertex 9 is not in the graph; expected 1 to 3")]
    [InlineData("maxcut", "g.rud", "three 2\n", "g.rud:1: ")]
    [InlineData("tsp", "t.tsp", "NAME: t\nTYPE: TSP\nDIMENSION: 3\nNONSENSE_SECTION\n1 2 3\nEOF\n", "t.tsp:4: ")]
    [InlineData("tsp", "t.tsp", "NAME: t\nTYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 x 0\n", "t.tsp:7: ")]
    public void Verb_OfADamagedFile_NamesFileLineAndWhatWasExpected(string verb, string name, string content, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write(name, content);
        var run = HopfieldProcess.RunIn(folder.Root, verb, name);

        run.AssertBadInput($"hopfield: {message}");
        Assert.Contains("; expected ", run.Errors);
    }

    [Theory]
    [InlineData("maxcut", "none.rud")]
    [InlineData("tsp", "none.tsp")]
    [InlineData("recall", "--patterns", "none.png")]
    public void Verb_OfAMissingFile_NamesIt(params string[] arguments)
    {
        using var folder = new ScratchFolder();
        HopfieldProcess.RunIn(folder.Root, arguments).AssertBadInput($"hopfield: {arguments[^1]}: no such file");
    }

    [Theory]
    [InlineData("hopfield: missing/r.json: cannot be written", "--json", "missing/r.json")]
    [InlineData("hopfield: tiny.rud/below: cannot be written", "--out", "tiny.rud/below")]
    [InlineData("hopfield: --machine abacus: there is no such machine", "--machine", "abacus")]
    [InlineData("hopfield: --engine abacus: there is no such engine", "--engine", "abacus")]
    [InlineData("hopfield: --runs must be at least 1", "--runs", "0")]
    public void MaxCut_OfWhatCannotBeUsed_SaysSoBeforeItWorks(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteGraph(folder);
        HopfieldProcess.RunIn(folder.Root, ["maxcut", "tiny.rud", .. arguments]).AssertBadInput(message);
        Assert.Equal(["tiny.rud"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void Demo_WhereItsFolderCannotBe_SaysSo()
    {
        using var folder = new ScratchFolder();
        folder.Write("hopfield-demo", "a file of that name");
        HopfieldProcess.RunIn(folder.Root, "demo").AssertBadInput("hopfield: hopfield-demo: cannot be written");
    }
}
