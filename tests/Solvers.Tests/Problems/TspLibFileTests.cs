using Solvers.Problems.Tsp;
using Solvers.Tests.Support;
using TestSupport;

namespace Solvers.Tests.Problems;

public class TspLibFileTests
{
    /// <summary>Distances of four cities: 12 = 1, 13 = 2, 14 = 3, 23 = 4, 24 = 5, 34 = 6.</summary>
    private static readonly double[] Expected = [0, 1, 2, 3, 1, 0, 4, 5, 2, 4, 0, 6, 3, 5, 6, 0];

    [Theory]
    [InlineData("FULL_MATRIX", "0 1 2 3\n1 0 4 5\n2 4 0 6\n3 5 6 0\n")]
    [InlineData("FULL_MATRIX", "0 1 2 3 1 0\n4 5 2 4 0 6 3\n\n5 6 0\n")]
    [InlineData("UPPER_ROW", "1 2 3\n4 5\n6\n")]
    [InlineData("LOWER_COL", "1 2\n3 4 5 6\n")]
    [InlineData("LOWER_ROW", "1\n2 4\n3 5 6\n")]
    [InlineData("UPPER_COL", "1 2 4 3 5 6\n")]
    [InlineData("UPPER_DIAG_ROW", "0 1 2 3\n0 4 5\n0 6\n0\n")]
    [InlineData("LOWER_DIAG_COL", "0 1 2 3 0 4 5 0 6 0\n")]
    [InlineData("LOWER_DIAG_ROW", "0\n1 0\n2 4 0\n3 5 6 0\n")]
    [InlineData("UPPER_DIAG_COL", "0 1 0 2 4 0 3 5\n6 0\n")]
    public void Read_OfEachLayout_GivesTheSameDistances(string format, string numbers)
    {
        using var file = new TemporaryFile(Explicit(format, numbers), ".tsp");
        var instance = TspLibFile.Read(file.Path);
        Assert.Equal("four", instance.Name);
        Assert.Equal(Expected, instance.DistanceMatrix());
        Assert.Equal(1 + 4 + 6 + 3, instance.Length([0, 1, 2, 3]));
    }

    [Theory]
    [InlineData("EUC_2D", false, 3)]
    [InlineData("EUC_2D", true, 2.5)]
    [InlineData("CEIL_2D", false, 3)]
    [InlineData("CEIL_2D", true, 2.5)]
    [InlineData("ATT", false, 1)]
    [InlineData("ATT", true, 0.790569415042095)]
    public void Read_OfCoordinates_RoundsAsItsRuleSaysOrNotAtAll(string metric, bool real, double expected)
    {
        using var file = new TemporaryFile($"TYPE: TSP\nDIMENSION : 2\nEDGE_WEIGHT_TYPE:{metric}\nNODE_COORD_SECTION\n2 1.5 2.0\n1 0 0\nEOF\nrubbish after the end\n");
        var instance = TspLibFile.Read(file.Path, real);
        Assert.Equal(expected, instance.Distance(0, 1), 1e-15);
        Assert.Equal((1.5, 2.0), instance.Coordinates![1]);
        Assert.Equal(instance.Coordinates, instance.DisplayCoordinates);
    }

    [Fact]
    public void Read_OfDisplayCoordinates_KeepsThemForDrawing()
    {
        using var file = new TemporaryFile(Explicit("UPPER_ROW", "1 2 3 4 5 6\nDISPLAY_DATA_SECTION\n1 0 0\n2 0 1\n3 1 1\n4 1 0\n"),
            ".tsp");
        var instance = TspLibFile.Read(file.Path);
        Assert.Equal((1.0, 0.0), instance.DisplayCoordinates![3]);
        Assert.Null(instance.Coordinates);
    }

    [Theory]
    [InlineData("NAME: x\nTYPE: ATSP\n", 2, "'ATSP'")]
    [InlineData("NAME: x\nFIXED_EDGES_SECTION\n1 2\n-1\n", 2, "'FIXED_EDGES_SECTION'")]
    [InlineData("DIMENSION: none\n", 1, "'none'")]
    [InlineData("DIMENSION: 0\n", 1, "'0'")]
    [InlineData("DIMENSION: 4000000000\n", 1, "'4000000000'")]
    [InlineData("EDGE_WEIGHT_TYPE: MAN_3D\n", 1, "'MAN_3D'")]
    [InlineData("EDGE_WEIGHT_FORMAT: SPIRAL\n", 1, "'SPIRAL'")]
    [InlineData("EDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n", 2, "before DIMENSION")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\nEOF\n", 5, "ends after 1 of 2")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n", 4, "ends after 1 of 2")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n1 0 0\n", 5, "twice")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n3 0 0\n", 5, "city 3")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 zero\n", 4, "'zero'")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0\n", 4, "y is missing")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0 0\n", 4, "too much")]
    [InlineData("DIMENSION: 1\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 0 0\n", 5, "no keyword")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_SECTION\n0\n", 3, "without a matrix format")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1\n1\n", 6,
        "ends inside")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1\nEOF\n", 6,
        "ends too early")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1 1 0 5\n", 5,
        "too much")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 1 2 0\n", 5,
        "symmetric")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\nEDGE_WEIGHT_FORMAT: FULL_MATRIX\nEDGE_WEIGHT_SECTION\n0 -1\n-1 0\n", 5, "-1")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: EXPLICIT\n", 2, "EDGE_WEIGHT_SECTION is missing")]
    [InlineData("DIMENSION: 2\nEDGE_WEIGHT_TYPE: GEO\n", 2, "NODE_COORD_SECTION is missing")]
    [InlineData("DIMENSION: 2\n", 1, "EDGE_WEIGHT_TYPE is missing")]
    public void Read_OfABrokenFile_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content, ".tsp");
        var error = Assert.Throws<InvalidDataException>(() => TspLibFile.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
        Assert.Contains("; expected ", error.Message);
    }

    [Fact]
    public void Length_OfTheOptimalTourOfBurma14_IsThePublished3323()
    {
        var instance = TspLibFile.Read(SharedFolder.File("data/tsp/burma14.tsp"));
        int[] tour = [.. new[] { 1, 2, 14, 3, 4, 5, 6, 12, 7, 13, 8, 11, 9, 10 }.Select(city => city - 1)];
        Assert.Equal(3323, instance.Length(tour));
    }

    [Fact]
    public void Read_OfEveryPublicInstance_FindsItsOptimum()
    {
        string folder = Path.GetDirectoryName(SharedFolder.File("data/tsp/best_known.csv"))!;
        foreach (string path in Directory.GetFiles(folder, "*.tsp"))
            Assert.True(new TspProblem(TspLibFile.Read(path)).BestKnown!.Proven, path);
    }

    private static string Explicit(string format, string numbers) =>
        $"NAME : four\nTYPE : TSP (symmetric)\nCOMMENT : small: by hand\nDIMENSION : 4\nEDGE_WEIGHT_TYPE : EXPLICIT\nEDGE_WEIGHT_FORMAT : {format}\n"
        + $"DISPLAY_DATA_TYPE : TWOD_DISPLAY\nEDGE_WEIGHT_SECTION\n{numbers}EOF\n";
}
