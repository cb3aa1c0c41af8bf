using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Plots.Drawing;

/// <summary>An indexed picture as a PNG file: one byte per pixel and a palette of up to 256 colours, which is what a map of numbers needs.
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", sections 5 (chunks, CRC), 10 (compression), 11
/// (PLTE).</summary>
internal sealed class PalettePng
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly uint[] CrcTable = MakeCrcTable();
    private readonly byte[] _file;

    /// <summary>Encodes the picture.</summary>
    /// <param name="width">Pixels per row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="indexes">Row-major palette indexes, from the top left.</param>
    /// <param name="palette">Red, green, blue bytes of each colour, 1 to 256 colours.</param>
    /// <param name="across">Columns of the file per pixel of the picture: viewers that blur what they enlarge then blur no more than the
    /// edges.</param>
    /// <param name="down">Rows of the file per pixel of the picture.</param>
    /// <exception cref="ArgumentException">Sizes do not fit each other, or a pixel names a colour that is not there.</exception>
    public PalettePng(int width, int height, ReadOnlySpan<byte> indexes, ReadOnlySpan<byte> palette, int across = 1, int down = 1)
    {
        if (width < 1 || height < 1 || indexes.Length != (long)width * height)
            throw new ArgumentException($"A {width} × {height} picture cannot have {indexes.Length} pixels.", nameof(indexes));
        ArgumentOutOfRangeException.ThrowIfLessThan(across, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(down, 1);
        if (palette.Length is 0 or > 768 || palette.Length % 3 != 0)
            throw new ArgumentException($"A palette has 3 to 768 bytes, a multiple of 3, not {palette.Length}.", nameof(palette));
        int colours = palette.Length / 3;
        if (colours < 256 && indexes.ContainsAnyInRange((byte)colours, byte.MaxValue))
            throw new ArgumentException($"A pixel names a colour beyond the {colours} of the palette.", nameof(indexes));
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width * across);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height * down);
        header[8] = 8; // bits per pixel
        header[9] = 3; // indexed colour
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "PLTE", palette);
        WriteChunk(file, "IDAT", Compress(width, height, indexes, across, down));
        WriteChunk(file, "IEND", []);
        _file = file.ToArray();
    }

    public ReadOnlySpan<byte> Bytes => _file;

    private static byte[] Compress(int width, int height, ReadOnlySpan<byte> indexes, int across, int down)
    {
        var line = new byte[1 + width * across]; // first byte: no filter, for indexes are names, their differences mean nothing
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            for (int row = 0; row < height; row++)
            {
                for (int k = 1; k < line.Length; k++) line[k] = indexes[row * width + (k - 1) / across];
                for (int repeat = 0; repeat < down; repeat++) zlib.Write(line);
            }
        return compressed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        Span<byte> name = stackalloc byte[4];
        Encoding.ASCII.GetBytes(type, name);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(name, 0xffffffff)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (byte b in data) crc = CrcTable[(crc ^ b) & 0xff] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            uint c = n;
            for (int bit = 0; bit < 8; bit++) c = (c & 1) != 0 ? 0xedb88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
