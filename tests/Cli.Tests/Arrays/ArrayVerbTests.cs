using Cli.Tests.Shell;
using Cli.Tests.Solving;
using Hopfield.Files;

namespace Cli.Tests.Arrays;

public class ArrayVerbTests
{
    // The example of badcrossbar's README (0.5 ohm, V = 1.5, 2.3, 1.7 V); its output currents as printed there, in mA.
    private const string Resistances = "345,903,755,257,646\n652,401,508,166,454\n442,874,190,244,635\n";
    private static readonly double[] s_badcrossbar = [11.5850, 9.1906, 15.1157, 25.8332, 9.8118];

    [Fact]
    public void Solve_OfBadcrossbarsExample_GivesItsCurrentsToSixDigits()
    {
        using var folder = Example();
        var run = HopfieldCall.RunIn(folder.Root, "array", "solve", "--resistance", "R.csv", "--voltages", "V.csv",
            "--word-segment-ohms", "0.5",
            "--bit-segment-ohms", "0.5", "--out", "I.csv", "--nodes", "nodes", "--json", "s.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var currents = CsvFile.Read(folder["I.csv"]);
        for (int j = 0; j < 5; j++) Assert.Equal(s_badcrossbar[j], 1e3 * currents[0, j], 0.5e-4);
        Assert.Equal(22.4492, 1e3 * CsvFile.Read(folder["nodes/vbit_V.csv"])[1, 3], 0.5e-4);
        Assert.Equal(2.61117, 1e3 * CsvFile.Read(folder["nodes/cell_A.csv"])[2, 4], 0.5e-5);
        var record = JsonRecord.Read(folder["s.json"]);
        Assert.True((bool)record["converged"]!);
        Assert.True((double)record["residualAmperes"]! < 1e-12);
    }

    [Fact]
    public void Solve_OfManyInputsInNpyWithOpenCells_AgreesWithOneAtATime()
    {
        using var folder = new ScratchFolder();
        folder.Write("R.csv", "# ohms\n1e4,inf\n\n2e4,5e4\ninf,1e5\n");
        MatrixFile.Write(folder["G.npy"], new Matrix(3, 2, [1e-4, 0, 1 / 2e4, 1 / 5e4, 0, 1e-5]));
        folder.Write("V.csv", "0.1,0.2,0.3\n0.3,0,-0.1\n");
        string[] wires = ["--word-segment-ohms", "3", "--bit-segment-ohms", "5", "--driver-ohms", "10", "--sense-ohms", "20", "--drive",
            "both", "--quiet"];
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root,
            ["array", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out", "a.csv", .. wires]).ExitCode);
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root,
            ["array", "solve", "--conductance", "G.npy", "--voltages", "V.csv", "--out", "b.npy", "--nodes", "n", .. wires]).ExitCode);

        Matrix a = CsvFile.Read(folder["a.csv"]), b = NpyFile.Read(folder["b.npy"]);
        Assert.Equal((2, 2), (a.Rows, a.Columns));
        for (int k = 0; k < 4; k++) Assert.Equal(a.Values[k], b.Values[k], 1e-14);
        Assert.True(File.Exists(folder["n/0_vword_V.csv"]) && File.Exists(folder["n/1_cell_A.csv"]));
        // Less than the ideal product, and by a believable share: 60 ohm or so beside 10 kohm cells.
        Assert.InRange(a[0, 0], 0.98 * (0.1e-4 + 0.2 / 2e4), 0.1e-4 + 0.2 / 2e4);
    }

    [Fact]
    public void Solve_OfTiles_AddsThemAsNumbersOrOnSharedLines()
    {
        using var folder = Example();
        folder.Write("top.csv", string.Join('\n', Resistances.Split('\n')[..2]) + "\n");
        folder.Write("bottom.csv", Resistances.Split('\n')[2] + "\n");
        folder.Write("Vtop.csv", "1.5,2.3\n");
        folder.Write("Vbottom.csv", "1.7\n");
        string[] wires = ["--word-segment-ohms", "0.5", "--bit-segment-ohms", "0.5", "--sense-ohms", "4"];
        double[] Solve(string cells, string volts, params string[] more)
        {
            var run = HopfieldCall.RunIn(folder.Root,
                ["array", "solve", "--resistance", cells, "--voltages", volts, "--out", "I.csv", "--json", "s.json", .. wires, .. more]);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            return CsvFile.Read(folder["I.csv"]).Values;
        }
        double[] top = Solve("top.csv", "Vtop.csv"), bottom = Solve("bottom.csv", "Vbottom.csv");
        double[] digital = Solve("R.csv", "V.csv", "--tile-rows", "2", "--tile-columns", "3");
        Assert.Equal(4, (int)JsonRecord.Read(folder["s.json"])["tiles"]!["count"]!);
        // Bit lines of a tile share word lines, so only tiles of all columns are the two arrays alone.
        double[] stacked = Solve("R.csv", "V.csv", "--tile-rows", "2"),
            ideal = Solve("R.csv", "V.csv", "--tile-rows", "2", "--partial-sums", "shared");
        double[] shared = Solve("R.csv", "V.csv", "--tile-rows", "2", "--partial-sums", "shared", "--global-segment-ohms", "3",
            "--global-sense-ohms", "2");
        var record = JsonRecord.Read(folder["s.json"]);
        Assert.Equal(("shared", true), ((string)record["tiles"]!["partialSums"]!, (bool)record["converged"]!));
        Assert.InRange((int)record["lineIterations"]!, 1, 10);
        for (int j = 0; j < 5; j++)
        {
            Assert.Equal(top[j] + bottom[j], stacked[j], 1e-11);
            Assert.Equal(stacked[j], ideal[j], 1e-11);
            Assert.InRange(digital[j], stacked[j], 1.02 * stacked[j]);
            Assert.InRange(shared[j], 0.8 * stacked[j], 0.99 * stacked[j]);
        }
    }

    [Fact]
    public void Array_OfNonlinearCells_ReportsNewtonStepsAndBound()
    {
        using var folder = Example();
        folder.Write("p.json", "{ \"scaleVolts\": 0.8 }");
        string[] cells = ["--resistance", "R.csv", "--voltages", "V.csv", "--cell-law", "sinh", "--cell-parameters", "p.json"];
        var run = HopfieldCall.RunIn(folder.Root, ["array", "solve", .. cells, "--out", "I.csv", "--json", "s.json", "--nodes", "n"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Newton steps", run.Output);
        var record = JsonRecord.Read(folder["s.json"]);
        Assert.Equal(("sinh", 0.8), ((string)record["cellLaw"]!, (double)record["cellParameters"]!["scaleVolts"]!));
        Assert.True((int)record["newtonSteps"]! >= 1);
        // Wires without resistance: each cell sees its word line's voltage.
        double expected = 0.8 * (Math.Sinh(1.5 / 0.8) / 345 + Math.Sinh(2.3 / 0.8) / 652 + Math.Sinh(1.7 / 0.8) / 442);
        Assert.Equal(expected, CsvFile.Read(folder["I.csv"])[0, 0], 1e-12);
        Assert.Equal(0.8 * Math.Sinh(1.5 / 0.8) / 345, CsvFile.Read(folder["n/cell_A.csv"])[0, 0], 1e-12);

        var map = HopfieldCall.RunIn(folder.Root,
            ["array", "map", .. cells, "--word-segment-ohms", "2", "--out", "maps", "--json", "m.json"]);
        Assert.Equal((0, ""), (map.ExitCode, map.Errors));
        record = JsonRecord.Read(folder["m.json"]);
        Assert.True((int)record["newtonSteps"]! > 1);
        Assert.Equal((double)record["suppliedWatts"]!, (double)record["cellWatts"]! + (double)record["wireWatts"]!, 1e-9);
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, "array", "map", "--resistance", "R.csv", "--select", "1,2", "--cell-law",
            "selector", "--out", "maps").ExitCode);
    }

    [Fact]
    public void Solve_OverAnEarlierResult_ReplacesItWholeAndLeavesNothingElse()
    {
        using var folder = Example();
        folder.Write("I.csv", "earlier\n");
        string[] solve = ["array", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out", "I.csv"];
        HopfieldCall.RunIn(folder.Root, [.. solve, "--tile-rows", "0"])
            .AssertBadInput("hopfield: --tile-rows must be a whole number of at least 1, not 0");
        Assert.Equal("earlier\n", File.ReadAllText(folder["I.csv"]));
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, solve).ExitCode);
        Assert.Equal(5, CsvFile.Read(folder["I.csv"]).Values.Length);
        Assert.Empty(Directory.GetFiles(folder.Root, "*.tmp"));
    }

    [Fact]
    public void Map_OfAProduct_WritesEveryMapTheWorstCellAndTheErrors()
    {
        using var folder = Example();
        var run = HopfieldCall.RunIn(folder.Root, "array", "map", "--resistance", "R.csv", "--voltages", "V0.csv", "--word-segment-ohms",
            "0.5",
            "--bit-segment-ohms", "0.5", "--unit-siemens", "1e-3", "--out", "maps", "--json", "m.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Worst cell", run.Output);
        foreach (string map in (string[])["ir-drop", "cell-voltage", "cell-current", "sneak-current", "power"])
            Assert.True(File.Exists(folder[$"maps/{map}.csv"]) && File.ReadAllText(folder[$"maps/{map}.svg"])
                .StartsWith("<svg", StringComparison.Ordinal));
        var record = JsonRecord.Read(folder["m.json"]);
        double error = (double)record["outputs"]!["errorAmperes"]![3]!, ideal = (double)record["outputs"]!["idealAmperes"]![3]!;
        Assert.Equal(1.5 / 257 + 1.7 / 244, ideal, 1e-15);
        Assert.Equal(100 * error / ideal, (double)record["outputs"]!["errorPercent"]![3]!, 1e-12);
        Assert.Equal(error / (1e-3 * 1.7), (double)record["outputs"]!["errorWeightUnits"]![3]!, 1e-12);
        Assert.Equal((double)record["suppliedWatts"]!, (double)record["cellWatts"]! + (double)record["wireWatts"]!, 1e-12);
        // Row 1 is at 0 V: its cells are the only ones with a sneak current.
        Assert.Equal(["", "", "", "", ""], File.ReadAllLines(folder["maps/sneak-current.csv"])[0].Split(','));
        Assert.All(File.ReadAllLines(folder["maps/sneak-current.csv"])[1].Split(','), text => Assert.NotEqual("", text));
        Assert.Equal(6, File.ReadAllLines(folder["maps/outputs.csv"]).Length);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v3")]
    [InlineData("floating")]
    [InlineData("grounded")]
    public void Map_OfASelectedCell_SaysWhatItSeesAndWhatSneaks(string scheme)
    {
        using var folder = Example();
        var run = HopfieldCall.RunIn(folder.Root, "array", "map", "--resistance", "R.csv", "--technology", "22nm", "--select", "1,2",
            "--scheme", scheme,
            "--volts", "0.3", "--out", "maps", "--json", "m.json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("Cell 1,2 sees", run.Output);
        Assert.InRange((double)JsonRecord.Read(folder["m.json"])["selectedVolts"]!, 0.28, 0.3);
    }

    [Theory]
    [InlineData("R.csv:2: entry [1,0] is -5; expected a resistance greater than 0 ohm (inf: open)", "--resistance", "1,2\n-5,4\n")]
    [InlineData("R.csv:4: entry [1,1] is 0; expected a resistance greater than 0 ohm (inf: open)", "--resistance", "# c\n1,2\n\n5,0\n")]
    [InlineData("R.csv:1: column 2 is 'nan'; expected a number or inf", "--resistance", "1,nan\n5,4\n")]
    [InlineData("R.csv:2: this row has 1 columns; expected 2 as in the rows above", "--resistance", "1,2\n5\n")]
    [InlineData("R.csv:1: entry [0,1] is -2; expected a finite conductance of at least 0 S (0: open)", "--conductance", "1,-2\n5,4\n")]
    [InlineData("R.csv:2: entry [1,0] is Infinity; expected a finite conductance of at least 0 S (0: open)", "--conductance",
        "1,2\ninf,4\n")]
    public void Solve_OfCellsThatCannotBe_NamesFileLineAndEntry(string message, string option, string content)
    {
        using var folder = new ScratchFolder();
        folder.Write("R.csv", content);
        folder.Write("V.csv", "1,1\n");
        HopfieldCall.RunIn(folder.Root, "array", "solve", option, "R.csv", "--voltages", "V.csv", "--out", "I.csv")
            .AssertBadInput($"hopfield: {message}");
        Assert.False(File.Exists(folder["I.csv"]));
    }

    [Theory]
    [InlineData("V.csv:1: an input vector has 2 voltages; expected 3, one for each row of R.csv", "1,2\n")]
    [InlineData("V.csv:2: an input vector has 1 voltages; expected 3, one for each row of R.csv; this file is a column",
        "# volts\n1\n2\n3\n")]
    [InlineData("V.csv:1: column 2 is 'x'; expected a finite number", "1,x,3\n")]
    public void Solve_OfVoltagesThatDoNotFit_SaysHowManyRowsThereAre(string message, string content)
    {
        using var folder = Example();
        folder.Write("V.csv", content);
        HopfieldCall.RunIn(folder.Root, "array", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out", "I.csv")
            .AssertBadInput($"hopfield: {message}");
    }

    [Theory]
    [InlineData("no cells are given", "solve", "--voltages", "V.csv", "--out", "I.csv")]
    [InlineData("--resistance and --conductance are both given", "solve", "--resistance", "R.csv", "--conductance", "R.csv", "--voltages",
        "V.csv", "--out", "I.csv")]
    [InlineData("none.csv: no such file", "solve", "--resistance", "none.csv", "--voltages", "V.csv", "--out", "I.csv")]
    [InlineData("--word-segment-ohms must be a finite number of at least 0 ohms, not -1", "solve", "--resistance", "R.csv", "--voltages",
        "V.csv", "--out", "I.csv", "--word-segment-ohms", "-1")]
    [InlineData("--driver-ohms must be a finite number of at least 0 ohms, not nan", "solve", "--resistance", "R.csv", "--voltages",
        "V.csv", "--out", "I.csv", "--driver-ohms", "nan")]
    [InlineData("Cannot parse argument 'abc' for option '--sense-ohms'; expected a number; see", "solve", "--resistance", "R.csv",
        "--voltages", "V.csv", "--out", "I.csv", "--sense-ohms", "abc")]
    [InlineData("--tolerance must be a number from 1E-14 to 0.1, not 5", "solve", "--resistance", "R.csv", "--voltages", "V.csv",
        "--out", "I.csv", "--tolerance", "5")]
    [InlineData("--out I.txt: expected a file name that ends in .csv or .npy", "solve", "--resistance", "R.csv", "--voltages", "V.csv",
        "--out", "I.txt")]
    [InlineData("there is no technology '23nm'; expected one of 130nm", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out",
        "I.csv", "--technology", "23nm")]
    [InlineData("there is no cell type 'x'", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out", "I.csv", "--technology",
        "22nm", "--cell", "x")]
    [InlineData("--tile-rows must be a whole number of at least 1, not -2", "solve", "--resistance", "R.csv", "--voltages", "V.csv",
        "--out", "I.csv", "--tile-rows", "-2")]
    [InlineData("--partial-sums needs tiles; expected --tile-rows N as well", "solve", "--resistance", "R.csv", "--voltages", "V.csv",
        "--out", "I.csv", "--partial-sums", "shared")]
    [InlineData("--global-segment-ohms and --global-sense-ohms are of shared lines", "solve", "--resistance", "R.csv", "--voltages",
        "V.csv", "--out", "I.csv", "--tile-rows", "2", "--global-segment-ohms", "1")]
    [InlineData("node voltages are those of one array", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out", "I.csv",
        "--tile-rows", "2", "--nodes", "n")]
    [InlineData("cells of the law 1t1r: tiles on shared lines are solved for ohmic cells only", "solve",
        "--resistance", "R.csv", "--voltages", "V.csv", "--out", "I.csv", "--tile-rows", "2", "--partial-sums", "shared", "--cell-law",
        "1t1r")]
    [InlineData("--cell-parameters V.csv: ohmic cells have no parameters", "solve", "--resistance", "R.csv", "--voltages", "V.csv", "--out",
        "I.csv", "--cell-parameters", "V.csv")]
    [InlineData("bad.json: there is no parameter 'scaleVolt'; expected one of scaleAmperes, scaleVolts", "solve", "--resistance", "R.csv",
        "--voltages", "V.csv", "--out", "I.csv", "--cell-law", "selector", "--cell-parameters", "bad.json")]
    [InlineData("Argument 'x' not recognized. Must be one of: 'linear' '1t1r' 'selector' 'sinh'", "solve", "--resistance", "R.csv",
        "--voltages", "V.csv", "--out", "I.csv", "--cell-law", "x")]
    [InlineData("no voltages are given", "map", "--resistance", "R.csv", "--out", "maps")]
    [InlineData("--select '1;2': expected ROW,COLUMN", "map", "--resistance", "R.csv", "--select", "1;2", "--out", "maps")]
    [InlineData("The array has no cell 3,0; rows go from 0 to 2", "map", "--resistance", "R.csv", "--select", "3,0", "--out", "maps")]
    [InlineData("--input 1: V.csv has 1 input vectors; expected 0 to 0", "map", "--resistance", "R.csv", "--voltages", "V.csv", "--input",
        "1", "--out", "maps")]
    [InlineData("--unit-siemens must be a number greater than 0 S", "map", "--resistance", "R.csv", "--voltages", "V.csv", "--unit-siemens",
        "0", "--out", "maps")]
    public void Array_OfWhatCannotBeUsed_SaysSoInOneLine(string message, params string[] arguments)
    {
        using var folder = Example();
        HopfieldCall.RunIn(folder.Root, ["array", .. arguments]).AssertBadInput($"hopfield: {message}");
    }

    [Fact]
    public void Array_WithoutAVerb_ListsItsVerbs()
    {
        var run = HopfieldCall.Run("array");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  solve", run.Output);
        Assert.Contains("hopfield array map --resistance", run.Output);
        HopfieldCall.Run("array", "solve", "--bogus")
            .AssertBadInput("hopfield: Unrecognized command or argument '--bogus'; see 'hopfield array solve --help'");
    }

    private static ScratchFolder Example()
    {
        var folder = new ScratchFolder();
        folder.Write("R.csv", Resistances);
        folder.Write("V.csv", "1.5,2.3,1.7\n");
        folder.Write("V0.csv", "1.5,0,1.7\n");
        folder.Write("bad.json", "{ \"scaleVolt\": 0.1 }");
        return folder;
    }
}
