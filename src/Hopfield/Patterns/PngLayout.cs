using System.Buffers.Binary;
using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>How the pixels of a PNG lie in its unpacked lines (chunk IHDR).</summary>
internal sealed record PngLayout(int Width, int Height, int Depth, int ColourType)
{
    private const int LargestSide = 1 << 15;

    /// <summary>Samples per pixel.</summary>
    public int Channels => ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public bool UsesPalette => ColourType == 3;

    /// <summary>Bytes of one line without the filter byte before it.</summary>
    public int LineBytes => (Width * Channels * Depth + 7) / 8;

    /// <summary>Distance in bytes to the pixel on the left, at least 1.</summary>
    public int PixelBytes => Math.Max(1, Channels * Depth / 8);

    public static PngLayout Parse(string path, ReadOnlySpan<byte> header)
    {
        if (header.Length != 13) throw InputFile.Error(path, $"IHDR has {header.Length} bytes", "13");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header), height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width is 0 or > LargestSide || height is 0 or > LargestSide)
            throw InputFile.Error(path, $"the picture is {width} × {height} pixels", $"sides from 1 to {LargestSide}");
        int depth = header[8], colour = header[9];
        bool known = colour switch { 0 or 3 => depth is 1 or 2 or 4 or 8, 2 or 4 or 6 => depth == 8, _ => false };
        if (!known)
            throw InputFile.Error(path, $"the pixels have colour type {colour} and {depth} bits",
                "gray or palette of 1 to 8 bits, or 8 bits per channel");
        if (header[10] != 0 || header[11] != 0) throw InputFile.Error(path, "the compression or filter method is unknown", "method 0");
        if (header[12] != 0) throw InputFile.Error(path, "the picture is interlaced", "a picture without interlace");
        return new((int)width, (int)height, depth, colour);
    }
}
