using Hopfield.Files;
using Hopfield.Numerics;
using TestSupport;

namespace Hopfield.Tests.Files;

public class CsvFileTests
{
    [Fact]
    public void Read_OfWhatWriteWrote_IsTheSameBits()
    {
        var stream = new RandomKey(5).Stream();
        double[] values = [0.1, 1 / 3.0, double.Epsilon, double.MaxValue, -0.0,
            .. Enumerable.Range(0, 95).Select(_ => stream.NextGaussian() * 1e-9)];
        using var file = new TemporaryFile("", ".csv");
        MatrixFile.Write(file.Path, new Matrix(20, 5, values));
        var back = MatrixFile.Read(file.Path);
        Assert.Equal((20, 5), (back.Rows, back.Columns));
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), back.Values.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Read_WithSpacesCommentsAndBlankLines_PassesThemOver()
    {
        using var file = new TemporaryFile("# weights\n 1 , 2\n\n3,4e-1\r\n", ".csv");
        Assert.Equal([1, 2, 3, 0.4], CsvFile.Read(file.Path).Values);
    }

    [Fact]
    public void Read_OfALineOfNames_NeedsPermissionAndNamesOnly()
    {
        using var file = new TemporaryFile("# instrument\nseconds, volts\n0,1\n", ".csv");
        Assert.Contains(":2: column 1 is 'seconds'", Assert.Throws<InvalidDataException>(() => CsvFile.Read(file.Path)).Message);
        Assert.Equal([0, 1], CsvFile.Read(file.Path, allowHeading: true).Values);
        foreach (string bad in (string[])["a,1\n0,1\n", "nan,nan\n0,1\n", "a,b\nc,d\n0,1\n", "a,b\n"])
        {
            using var damaged = new TemporaryFile(bad, ".csv");
            Assert.Throws<InvalidDataException>(() => CsvFile.Read(damaged.Path, allowHeading: true));
        }
    }

    [Fact]
    public void Read_OfInfinity_NeedsPermission()
    {
        using var file = new TemporaryFile("1,inf\n-inf,2\n", ".csv");
        Assert.Contains(":1: column 2", Assert.Throws<InvalidDataException>(() => CsvFile.Read(file.Path)).Message);
        var matrix = CsvFile.Read(file.Path, allowInfinity: true);
        Assert.Equal([1, double.PositiveInfinity, double.NegativeInfinity, 2], matrix.Values);
        using var copy = new TemporaryFile("", ".csv");
        CsvFile.Write(copy.Path, matrix);
        Assert.Equal(matrix.Values, MatrixFile.Read(copy.Path, finiteOnly: false).Values);
    }

    [Theory]
    [InlineData("1,2\n3\n", 2, "1 columns")]
    [InlineData("1,2\n\n3,4,5\n", 3, "3 columns")]
    [InlineData("1,two\n", 1, "'two'")]
    [InlineData("1,\n", 1, "column 2 is ''")]
    [InlineData("1,nan\n", 1, "'nan'")]
    [InlineData("1,1e999\n", 1, "'1e999'")]
    [InlineData("1;2\n", 1, "'1;2'")]
    [InlineData("", 1, "no numbers")]
    public void Read_OfABrokenFile_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content, ".csv");
        var error = Assert.Throws<InvalidDataException>(() => CsvFile.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
        Assert.Contains("; expected ", error.Message);
    }

    [Fact]
    public void Write_OfNaN_Refuses() =>
        Assert.Throws<ArgumentException>(() => CsvFile.Write("never-written.csv", new Matrix(1, 1, [double.NaN])));

    [Fact]
    public void MatrixFile_OfAnotherExtension_NamesTheTwoItKnows()
    {
        Assert.Contains(".npy or .csv", Assert.Throws<InvalidDataException>(() => MatrixFile.Read("weights.mat")).Message);
        Assert.Throws<FileNotFoundException>(() => MatrixFile.Read("no-such-file.csv"));
        Assert.Throws<FileNotFoundException>(() => MatrixFile.Read("no-such-file.npy"));
    }

    public static TheoryData<string> ArraysWithOpenCells =>
        SharedFolder.Cases([""], "cases/crossbar", ["cases/crossbar/open16_resistance_ohm.csv"]);

    /// <summary>Resistances as other programs write them; without a path, of our own making.</summary>
    [Theory]
    [MemberData(nameof(ArraysWithOpenCells))]
    public void Read_OfAnArrayWithOpenCells_KeepsThem(string shared)
    {
        static string Row(int i) => string.Join(',', Enumerable.Range(0, 16).Select(j => (i + j) % 5 == 0 ? "inf" : $"{1000.5 + 16 * i + j}"));
        using var own = new TemporaryFile(string.Join('\n', Enumerable.Range(0, 16).Select(Row)), ".csv");
        var resistances = CsvFile.Read(shared.Length > 0 ? SharedFolder.File(shared) : own.Path, allowInfinity: true);
        Assert.Equal((16, 16), (resistances.Rows, resistances.Columns));
        Assert.Contains(double.PositiveInfinity, resistances.Values);
        if (shared.Length == 0) Assert.Equal([double.PositiveInfinity, 1001.5], resistances.Values[..2]);
    }
}
