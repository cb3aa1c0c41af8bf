using System.Buffers.Binary;
using System.Text;

namespace Hopfield.Files;

/// <summary>NumPy's <c>.npy</c> arrays of one or two dimensions, float32 or float64, little-endian, C or Fortran order, format versions 1.0
/// to 3.0. A vector of n numbers is a matrix of one row. Source: NumPy Enhancement Proposal 1 and numpy.lib.format.</summary>
public static class NpyFile
{
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="finiteOnly">Refuse NaN and infinities.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Not a .npy file of those kinds, truncated, too long, or a number is not finite.</exception>
    public static Matrix Read(string path, bool finiteOnly = true)
    {
        byte[] bytes = InputFile.ReadBytes(path);
        var header = NpyHeader.Parse(path, bytes, Magic);
        int size = header.SinglePrecision ? sizeof(float) : sizeof(double);
        long count = (long)header.Rows * header.Columns, expected = header.DataStart + count * size;
        if (bytes.LongLength != expected)
            throw InputFile.Error(path, $"the file has {bytes.LongLength} bytes",
                $"{expected} for {header.Rows} × {header.Columns} numbers of {size} bytes");

        var stored = bytes.AsSpan(header.DataStart);
        var values = new double[count];
        for (int k = 0; k < values.Length; k++)
        {
            double value = header.SinglePrecision
                ? BinaryPrimitives.ReadSingleLittleEndian(stored[(k * sizeof(float))..])
                : BinaryPrimitives.ReadDoubleLittleEndian(stored[(k * sizeof(double))..]);
            var (row, column) = header.FortranOrder ? (k % header.Rows, k / header.Rows) : (k / header.Columns, k % header.Columns);
            if (finiteOnly && !double.IsFinite(value)) throw InputFile.Error(path, $"entry [{row},{column}] is {value}", "a finite number");
            values[row * header.Columns + column] = value;
        }
        return new Matrix(header.Rows, header.Columns, values);
    }

    /// <summary>Writes a two-dimensional array, version 1.0.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="matrix">The numbers.</param>
    /// <param name="singlePrecision">float32, which rounds each number, in place of float64.</param>
    /// <param name="fortranOrder">Column-major in place of row-major storage.</param>
    public static void Write(string path, Matrix matrix, bool singlePrecision = false, bool fortranOrder = false)
    {
        string text = $"{{'descr': '{(singlePrecision ? "<f4" : "<f8")}', 'fortran_order': {(fortranOrder ? "True" : "False")}, "
            + $"'shape': ({matrix.Rows}, {matrix.Columns}), }}";
        int padded = (Magic.Length + 4 + text.Length + 1 + 63) / 64 * 64 - Magic.Length - 4;
        using var stream = File.Create(path);
        using var writer = new BinaryWriter(stream, Encoding.ASCII);
        writer.Write(Magic);
        writer.Write((byte)1);
        writer.Write((byte)0);
        writer.Write((ushort)padded);
        writer.Write(Encoding.ASCII.GetBytes(text.PadRight(padded - 1) + '\n'));
        foreach (double value in fortranOrder ? ColumnMajor(matrix) : matrix.Values)
        {
            if (singlePrecision) writer.Write((float)value);
            else writer.Write(value);
        }
    }

    private static double[] ColumnMajor(Matrix matrix)
    {
        var values = new double[matrix.Values.Length];
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = 0; j < matrix.Columns; j++) values[j * matrix.Rows + i] = matrix[i, j];
        return values;
    }
}
