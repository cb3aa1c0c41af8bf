using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Plots.Tests;

/// <summary>Reads back what an 8-bit palette PNG holds; knows nothing of the writer, checks every CRC bit by bit.</summary>
internal sealed record PngDecoder(int Width, int Height, byte[] Indexes, byte[] Palette)
{
    public static PngDecoder Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8].ToArray());
        int width = 0, height = 0;
        byte[] palette = [], compressed = [];
        string last = "";
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            last = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var data = file.Slice(at + 8, length);
            Assert.Equal(Crc(file.Slice(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            if (last == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]));
                Assert.Equal([8, 3, 0, 0, 0], data[8..].ToArray());
            }
            if (last == "PLTE") palette = data.ToArray();
            if (last == "IDAT") compressed = [.. compressed, .. data];
            at += length + 12;
        }
        Assert.Equal("IEND", last);
        using var zlib = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var raw = new MemoryStream();
        zlib.CopyTo(raw);
        byte[] lines = raw.ToArray();
        Assert.Equal((width + 1) * height, lines.Length);
        Assert.All(Enumerable.Range(0, height), row => Assert.Equal(0, lines[row * (width + 1)]));
        byte[] indexes = [.. Enumerable.Range(0, height).SelectMany(row => lines.AsSpan(row * (width + 1) + 1, width).ToArray())];
        return new(width, height, indexes, palette);
    }

    // Polynomial division one bit at a time, straight from the PNG specification's definition.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
            for (int bit = 0; bit < 8; bit++)
                crc = (((crc ^ (uint)(b >> bit)) & 1) != 0 ? 0xedb88320u : 0) ^ (crc >> 1);
        return ~crc;
    }
}
