using Cli.Tests.Shell;
using Hopfield.Files;

namespace Cli.Tests.Solving;

public class BadInputTests
{
    [Theory]
    [InlineData("maxcut", "g.rud", "3 3\n1 2 1\n2 3 1\n", "g.rud:3: the file ends after 2 of 3 edges; expected an edge")]
    [InlineData("maxcut", "g.rud", "3 2\n1 2 1\n2 9 1\n", "g.rud:3: vertex 9 does not exist; expected 1 to 3")]
    [InlineData("maxcut", "g.rud", "three 2\n", "g.rud:1: ")]
    [InlineData("tsp", "t.tsp", "NAME: t\nTYPE: TSP\nDIMENSION: 3\nNONSENSE_SECTION\n1 2 3\nEOF\n", "t.tsp:4: ")]
    [InlineData("tsp", "t.tsp", "NAME: t\nTYPE: TSP\nDIMENSION: 3\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 x 0\n",
        "t.tsp:7: ")]
    public void Verb_OfADamagedFile_NamesFileLineAndWhatWasExpected(string verb, string name, string content, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write(name, content);
        var run = HopfieldCall.RunIn(folder.Root, verb, name);

        run.AssertBadInput($"hopfield: {message}");
        Assert.Contains("; expected ", run.Errors);
    }

    [Theory]
    [InlineData("w.csv", "0,1\n2,0\n", "w.csv: entry [0,1] is 1 but [1,0] is 2; expected an exactly symmetric matrix")]
    [InlineData("w.csv", "0,nan\nnan,0\n", "w.csv:1: ")]
    [InlineData("w.csv", "1,2\n2,0\n", "w.csv: entry [0,0] is 1; expected 0 on the diagonal")]
    public void Compile_OfAMatrixThatIsNoModel_SaysWhichEntry(string name, string content, string message)
    {
        using var folder = new ScratchFolder();
        folder.Write(name, content);
        HopfieldCall.RunIn(folder.Root, "compile", name, "--out", "out").AssertBadInput($"hopfield: {message}");
    }

    [Fact]
    public void Compile_OfAnNpyFileWithNaN_SaysWhichEntry()
    {
        using var folder = new ScratchFolder();
        MatrixFile.Write(folder["w.npy"], new Matrix(2, 2, [0, double.NaN, double.NaN, 0]));
        HopfieldCall.RunIn(folder.Root, "compile", "w.npy", "--out", "out").AssertBadInput("hopfield: w.npy: ");
    }

    [Fact]
    public void Simulate_OfADeckWithAFloatingNode_NamesTheNode()
    {
        using var folder = new ScratchFolder();
        folder.Write("floating.cir", "* a node without a way to ground\nV1 a 0 DC 1\nR1 a b 1k\nC1 c d 1p\nC2 b 0 1p\n.tran 1n 10n\n.end\n");
        var run = HopfieldCall.RunIn(folder.Root, "simulate", "floating.cir");

        run.AssertBadInput("hopfield: ");
        Assert.Matches(@"\b[cd]\b", run.Errors);
    }

    [Theory]
    [InlineData("maxcut", "none.rud")]
    [InlineData("tsp", "none.tsp")]
    [InlineData("recall", "--patterns", "none.png")]
    public void Verb_OfAMissingFile_NamesIt(params string[] arguments)
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, arguments).AssertBadInput($"hopfield: {arguments[^1]}: no such file");
    }

    [Theory]
    [InlineData("hopfield: missing/r.json: cannot be written", "--json", "missing/r.json")]
    [InlineData("hopfield: tiny.rud/below: cannot be written", "--out", "tiny.rud/below")]
    [InlineData("hopfield: --machine abacus: there is no such machine", "--machine", "abacus")]
    [InlineData("hopfield: --figures needs --out DIR", "--figures", "pdf")]
    [InlineData("hopfield: --cross-check compares circuit engines", "--machine", "tabu", "--cross-check")]
    [InlineData("hopfield: --cross-check compares circuit engines", "--solver", "all", "--cross-check")]
    [InlineData("hopfield: --time is what --solver may spend", "--time", "5")]
    [InlineData("hopfield: --temperature is of --machine ", "--machine", "tabu", "--temperature", "350")]
    [InlineData("hopfield: --temperature is of --machine ", "--temperature", "350")]
    [InlineData("hopfield: --segment-ohms needs a machine with an array", "--machine", "tabu", "--segment-ohms", "0")]
    [InlineData("hopfield: --engine abacus: there is no such engine", "--engine", "abacus")]
    [InlineData("hopfield: --runs must be at least 1", "--runs", "0")]
    [InlineData("hopfield: Cannot parse argument 'many' for option '--runs'; expected a whole number; see", "--runs", "many")]
    [InlineData("hopfield: Cannot parse argument 'thin' for option '--segment-ohms'; expected a number; see", "--segment-ohms", "thin")]
    [InlineData("hopfield: --segment-ohms must be a finite number of at least 0 ohms, not -1", "--segment-ohms", "-1")]
    public void MaxCut_OfWhatCannotBeUsed_SaysSoBeforeItWorks(string message, params string[] arguments)
    {
        using var folder = new ScratchFolder();
        TinyInstances.WriteGraph(folder);
        HopfieldCall.RunIn(folder.Root, ["maxcut", "tiny.rud", .. arguments]).AssertBadInput(message);
        Assert.Equal(["tiny.rud"], Directory.GetFileSystemEntries(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Demo_WhereItsFolderCannotBe_SaysSo()
    {
        using var folder = new ScratchFolder();
        folder.Write("hopfield-demo", "a file of that name");
        (await HopfieldProcess.RunInAsync(folder.Root, "demo")).AssertBadInput("hopfield: hopfield-demo: cannot be written");
    }
}
