using System.Text;
using Hopfield.Files;

namespace Hopfield.Tests.Files;

public class NpyFileTests
{
    private static readonly Matrix Numbers = new(2, 3, [1.5, -2, 1e-308, 0.1, double.MaxValue, -0.0]);

    /// <summary>numpy.save of numpy.array([[1., 2., 3.], [4., 5., 6.]], order='F'), as NumPy 1.x and 2.x write it.</summary>
    private const string NumPyFortran = "k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH0";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfWhatWriteWrote_IsTheSameBits(bool fortranOrder)
    {
        using var file = new TemporaryFile("", ".npy");
        NpyFile.Write(file.Path, Numbers, fortranOrder: fortranOrder);
        var back = NpyFile.Read(file.Path);
        Assert.Equal((2, 3), (back.Rows, back.Columns));
        Assert.Equal(Numbers.Values.Select(BitConverter.DoubleToInt64Bits), back.Values.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(0, (new FileInfo(file.Path).Length - 6 * 8) % 64);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_InSinglePrecision_RoundsEachNumberOnce(bool fortranOrder)
    {
        using var file = new TemporaryFile("", ".npy");
        NpyFile.Write(file.Path, new Matrix(2, 2, [0.1, 2, -3.7, 1e10]), singlePrecision: true, fortranOrder);
        Assert.Equal([0.1f, 2, -3.7f, 1e10f], NpyFile.Read(file.Path).Values.Select(value => (float)value));
    }

    [Fact]
    public void Read_OfTheBytesOfNumPy_InFortranOrder_TransposesThem()
    {
        byte[] header = Convert.FromBase64String(NumPyFortran + new string('=', (4 - NumPyFortran.Length % 4) % 4));
        byte[] padded = [.. header, .. Encoding.ASCII.GetBytes(new string(' ', 10 + 0x76 - header.Length - 1) + "\n")];
        using var file = new TemporaryFile([.. padded, .. Doubles(1, 4, 2, 5, 3, 6)], ".npy");
        var matrix = MatrixFile.Read(file.Path);
        Assert.Equal((2, 3), (matrix.Rows, matrix.Columns));
        Assert.Equal([1, 2, 3, 4, 5, 6], matrix.Values);
    }

    [Theory]
    [InlineData(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", 1, 3)]
    [InlineData(2, "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 1), }", 3, 1)]
    [InlineData(3, "{\"shape\": (1, 3), \"descr\": \"<f8\", \"fortran_order\": True}", 1, 3)]
    public void Read_OfEachVersionAndShape_IsUnderstood(byte version, string header, int rows, int columns)
    {
        using var file = new TemporaryFile(Npy(version, header, Doubles(1, 2, 3)), ".npy");
        var matrix = NpyFile.Read(file.Path);
        Assert.Equal((rows, columns), (matrix.Rows, matrix.Columns));
        Assert.Equal([1, 2, 3], matrix.Values);
    }

    [Theory]
    [InlineData("{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }", "'<i8'")]
    [InlineData("{'descr': '>f8', 'fortran_order': False, 'shape': (3,), }", "'>f8'")]
    [InlineData("{'descr': '<f8', 'fortran_order': Maybe, 'shape': (3,), }", "Maybe")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (), }", "shape is ()")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (1, 1, 3), }", "shape is (1, 1, 3)")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }", "shape is (0, 3)")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999, 99999999), }", "shape is (99999999")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (4,), }", "has")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }", "has")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, }", "header")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (3,), 'more': 1, }", "header")]
    [InlineData("nonsense", "header")]
    public void Read_OfAWrongHeader_SaysWhatIsWrong(string header, string fault)
    {
        using var file = new TemporaryFile(Npy(1, header, Doubles(1, 2, 3)), ".npy");
        var error = Assert.Throws<InvalidDataException>(() => NpyFile.Read(file.Path));
        Assert.StartsWith(file.Path + ": ", error.Message);
        Assert.Contains(fault, error.Message);
        Assert.Contains("; expected ", error.Message);
    }

    [Fact]
    public void Read_OfBrokenBytes_SaysWhatIsWrong()
    {
        byte[] whole = Npy(1, "{'descr': '<f8', 'fortran_order': False, 'shape': (3,), }", Doubles(1, 2, 3));
        for (int length = 0; length < whole.Length; length += 7)
        {
            using var file = new TemporaryFile(whole[..length], ".npy");
            Assert.Throws<InvalidDataException>(() => NpyFile.Read(file.Path));
        }
        using var future = new TemporaryFile(Npy(9, "{}", []), ".npy");
        Assert.Contains("version is 9.0", Assert.Throws<InvalidDataException>(() => NpyFile.Read(future.Path)).Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Read_OfWhatIsNotFinite_NamesTheEntryUnlessAllowed(double value)
    {
        using var file = new TemporaryFile("", ".npy");
        NpyFile.Write(file.Path, new Matrix(2, 2, [0, 0, value, 0]), fortranOrder: true);
        Assert.Contains("entry [1,0]", Assert.Throws<InvalidDataException>(() => NpyFile.Read(file.Path)).Message);
        Assert.Equal(value, NpyFile.Read(file.Path, finiteOnly: false)[1, 0]);
    }

    private static byte[] Npy(byte version, string header, byte[] data)
    {
        byte[] text = Encoding.ASCII.GetBytes(header + "\n");
        byte[] length = version == 1 ? BitConverter.GetBytes((ushort)text.Length) : BitConverter.GetBytes(text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. data];
    }

    private static byte[] Doubles(params double[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
