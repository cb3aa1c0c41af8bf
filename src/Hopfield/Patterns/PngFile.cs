using System.Buffers.Binary;
using System.IO.Compression;
using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>PNG pictures read as gray: gray and palette of 1 to 8 bits, gray with alpha, RGB and RGBA of 8 bits, not interlaced. Colours
/// become luma (0.299 R + 0.587 G + 0.114 B); what is transparent shows white paper behind it. Every chunk's checksum is verified. Source:
/// W3C, Portable Network Graphics (PNG) Specification, third edition.</summary>
internal static class PngFile
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    internal static GrayImage Parse(string path, byte[] bytes)
    {
        if (!IsPng(bytes)) throw InputFile.Error(path, "the first bytes are not those of a PNG", "a PNG picture");
        PngLayout? layout = null;
        byte[]? palette = null, paletteAlpha = null;
        using var packed = new MemoryStream();
        foreach (var (name, data) in Chunks(path, bytes))
        {
            if (layout is null && name != "IHDR") throw InputFile.Error(path, $"the first chunk is {name}", "IHDR");
            switch (name)
            {
                case "IHDR":
                    layout = PngLayout.Parse(path, data);
                    break;
                case "PLTE":
                    palette = data;
                    break;
                case "tRNS" when layout!.UsesPalette:
                    paletteAlpha = data;
                    break;
                case "tRNS":
                    throw InputFile.Error(path, "one colour is declared transparent (tRNS)", "an alpha channel or no transparency");
                case "IDAT":
                    packed.Write(data);
                    break;
                default:
                    if (char.IsAsciiLetterUpper(name[0]) && name != "IEND")
                        throw InputFile.Error(path, $"the critical chunk {name} is unknown", "IHDR, PLTE, IDAT and IEND");
                    break;
            }
        }
        if (layout is null || packed.Length == 0) throw InputFile.Error(path, "there are no pixels", "a chunk IDAT");
        if (layout.UsesPalette && (palette is null || palette.Length % 3 != 0))
            throw InputFile.Error(path, "the palette is missing or cut", "a chunk PLTE");

        byte[] lines = Inflate(path, packed, layout);
        PngFilters.Undo(path, lines, layout);
        return new GrayImage(layout.Width, layout.Height, Gray(path, lines, layout, palette, paletteAlpha));
    }

    private static IEnumerable<(string Name, byte[] Data)> Chunks(string path, byte[] bytes)
    {
        int at = Signature.Length;
        while (true)
        {
            long length = at + 8 <= bytes.Length ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) : long.MaxValue / 2;
            if (at + 12 + length > bytes.Length) throw InputFile.Error(path, "the file is cut off", "a last chunk IEND");
            var named = bytes.AsSpan(at + 4, (int)length + 4);
            string name = System.Text.Encoding.ASCII.GetString(named[..4]);
            if (Crc32.Of(named) != BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + (int)length)))
                throw InputFile.Error(path, $"the checksum of chunk {name} is wrong", "an undamaged PNG");
            yield return (name, named[4..].ToArray());
            if (name == "IEND") yield break;
            at += 12 + (int)length;
        }
    }

    private static byte[] Inflate(string path, MemoryStream packed, PngLayout layout)
    {
        packed.Position = 0;
        var lines = new byte[layout.Height * (layout.LineBytes + 1)];
        int read;
        bool more;
        try
        {
            using var plain = new ZLibStream(packed, CompressionMode.Decompress);
            read = plain.ReadAtLeast(lines, lines.Length, throwOnEndOfStream: false);
            more = plain.ReadByte() >= 0;
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{path}: the packed pixels are damaged ({damage.Message}); expected zlib data", damage);
        }
        return read == lines.Length && !more ? lines
            : throw InputFile.Error(path, more ? "there are too many pixels" : $"the pixels end after {read} bytes",
                $"{lines.Length} bytes for {layout.Width} × {layout.Height}");
    }

    private static byte[] Gray(string path, byte[] lines, PngLayout layout, byte[]? palette, byte[]? paletteAlpha)
    {
        var pixels = new byte[layout.Width * layout.Height];
        int levels = (1 << layout.Depth) - 1;
        for (int y = 0; y < layout.Height; y++)
        {
            var line = lines.AsSpan(y * (layout.LineBytes + 1) + 1, layout.LineBytes);
            for (int x = 0; x < layout.Width; x++)
            {
                int Sample(ReadOnlySpan<byte> from, int channel) => from[x * layout.Channels + channel];
                int at = x * layout.Depth;
                int small = line[at >> 3] >> (8 - layout.Depth - (at & 7)) & levels;
                pixels[y * layout.Width + x] = layout.ColourType switch
                {
                    0 => (byte)(small * 255 / levels),
                    2 => Luma(Sample(line, 0), Sample(line, 1), Sample(line, 2), 255),
                    4 => Luma(Sample(line, 0), Sample(line, 0), Sample(line, 0), Sample(line, 1)),
                    6 => Luma(Sample(line, 0), Sample(line, 1), Sample(line, 2), Sample(line, 3)),
                    _ when small * 3 < palette!.Length => Luma(palette[small * 3], palette[small * 3 + 1], palette[small * 3 + 2],
                        paletteAlpha is not null && small < paletteAlpha.Length ? paletteAlpha[small] : 255),
                    _ => throw InputFile.Error(path, $"pixel ({x}, {y}) has colour {small}",
                        $"a colour below {palette!.Length / 3} of the palette"),
                };
            }
        }
        return pixels;
    }

    private static byte Luma(int red, int green, int blue, int alpha) =>
        (byte)(((299 * red + 587 * green + 114 * blue) * alpha / 255 + 1000 * (255 - alpha) + 500) / 1000);
}
