using System.Buffers.Binary;
using System.IO.Compression;
using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>The IDX files of MNIST, plain or gzipped. Source: LeCun, Cortes and Burges, "The MNIST database", section "file
/// formats".</summary>
internal static class IdxFile
{
    private const uint LabelsMagic = 0x00000801, ImagesMagic = 0x00000803;

    /// <summary>Reads an image file (three dimensions of unsigned bytes).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Another kind of file, truncated or too long.</exception>
    public static IdxImages ReadImages(string path)
    {
        var (dimensions, data) = Read(path, ImagesMagic, "an IDX image file");
        return new IdxImages(dimensions[0], dimensions[2], dimensions[1], data);
    }

    /// <summary>Reads a label file (one dimension of unsigned bytes).</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Another kind of file, truncated or too long.</exception>
    public static byte[] ReadLabels(string path) => Read(path, LabelsMagic, "an IDX label file").Data;

    private static (int[] Dimensions, byte[] Data) Read(string path, uint magic, string expected)
    {
        byte[] bytes = Unzip(path, InputFile.ReadBytes(path));
        int count = (int)(magic & 0xFF), start = 4 + 4 * count;
        uint found = bytes.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (found != magic) throw InputFile.Error(path, $"the file starts with 0x{found:X8}", $"0x{magic:X8} of {expected}");
        if (bytes.Length < start) throw InputFile.Error(path, $"the file has only {bytes.Length} bytes", expected);
        var dimensions = new int[count];
        long size = 1;
        for (int k = 0; k < count; k++)
        {
            uint dimension = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(4 + 4 * k));
            if (dimension is 0 or > int.MaxValue) throw InputFile.Error(path, $"dimension {k + 1} is {dimension}", "a positive number");
            dimensions[k] = (int)dimension;
            size = Math.Min(size * dimension, long.MaxValue >> 32);
        }
        return bytes.Length - start == size ? (dimensions, bytes[start..])
            : throw InputFile.Error(path, $"{bytes.Length - start} bytes of data follow", $"{size} for {string.Join(" × ", dimensions)}");
    }

    private static byte[] Unzip(string path, byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        try
        {
            using var zipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            zipped.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: the gzip data are damaged ({damage.Message}); expected a whole .gz file", damage);
        }
    }
}
