using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Hopfield.Patterns;
using Hopfield.Tests.Files;

namespace Hopfield.Tests.Patterns;

public class ImageFileTests
{
    private const string Pgm = "P2\n# gray\n3 2 # size\n4\n0 1 2\n3 4 0\n";

    [Fact]
    public void Read_OfTextAndBinaryGraymaps_IsTheSamePicture()
    {
        using var text = new TemporaryFile(Pgm, ".pgm");
        var image = ImageFile.Read(text.Path);
        Assert.Equal((3, 2), (image.Width, image.Height));
        Assert.Equal([0, 64, 128, 191, 255, 0], image.Pixels);
        using var binary = new TemporaryFile([.. "P5 3\n2\n4\n"u8, 0, 1, 2, 3, 4, 0], ".pgm");
        Assert.Equal(image.Pixels, ImageFile.Read(binary.Path).Pixels);
        Assert.Equal([-1, -1, 1, 1, 1, -1], image.ToSpins(127));
        Assert.Equal([1, 1, -1, -1, -1, 1], image.ToSpins(127, inkIsDark: true));
    }

    [Theory]
    [InlineData("P2\n3 2\n4\n0 1 2\n3 4\n", 6, "pixel 6 of 6 is missing")]
    [InlineData("P2\n3 2\n4\n0 1 2\n3 5 0\n", 5, "'5'")]
    [InlineData("P2\n3 x\n4\n", 2, "'x'")]
    [InlineData("P2\n1 1\n4\n0\n1\n", 5, "more numbers")]
    [InlineData("P2\n0 1\n4\n", 2, "width is '0'")]
    [InlineData("P2\n1 1\n65535\n0\n", 3, "'65535'")]
    [InlineData("P5\n2 2\n255\nabc", 3, "3 bytes")]
    [InlineData("P5\n1 1\n4\nz", 3, "pixel 1 is 122")]
    public void Read_OfABrokenGraymap_NamesTheLineAndTheFault(string content, int line, string fault)
    {
        using var file = new TemporaryFile(content, ".pgm");
        var error = Assert.Throws<InvalidDataException>(() => ImageFile.Read(file.Path));
        Assert.StartsWith($"{file.Path}:{line}: ", error.Message);
        Assert.Contains(fault, error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_OfEachPngFilter_RestoresThePixels(int filter)
    {
        byte[] pixels = [.. Enumerable.Range(0, 35).Select(k => (byte)(k * 37 + k * k))];
        var image = Parse(Png(7, 5, 8, 0, Filtered(pixels, 7, 1, filter)));
        Assert.Equal((7, 5), (image.Width, image.Height));
        Assert.Equal(pixels, image.Pixels);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Read_OfColoursAndAlpha_GivesLumaOverWhite(int colourType)
    {
        byte[] pixels = colourType switch
        {
            2 => [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30],
            4 => [76, 255, 150, 255, 0, 0, 100, 127],
            _ => [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 0, 0, 100, 100, 100, 127],
        };
        byte[] expected = colourType == 2 ? [76, 150, 29, 18] : [76, 150, 255, 178];
        int channels = colourType switch { 2 => 3, 4 => 2, _ => 4 };
        Assert.Equal(expected, Parse(Png(2, 2, 8, colourType, Filtered(pixels, 2 * channels, channels, 4))).Pixels);
    }

    [Theory]
    [InlineData(1, new byte[] { 0b10110000 }, new byte[] { 255, 0, 255, 255 })]
    [InlineData(2, new byte[] { 0b11_00_01_10 }, new byte[] { 255, 0, 85, 170 })]
    [InlineData(4, new byte[] { 0xF0, 0x5A }, new byte[] { 255, 0, 85, 170 })]
    public void Read_OfFewBitsPerPixel_UnpacksThem(int depth, byte[] line, byte[] expected) =>
        Assert.Equal(expected, Parse(Png(4, 1, depth, 0, [0, .. line])).Pixels);

    [Fact]
    public void Read_OfAPalette_LooksColoursUp()
    {
        var palette = Chunk("PLTE", [0, 0, 0, 255, 255, 255, 255, 0, 0]);
        Assert.Equal([255, 0, 76, 255], Parse(Png(4, 1, 8, 3, [0, 1, 0, 2, 1], palette)).Pixels);
        Assert.Equal([255, 0, 76, 255], Parse(Png(4, 1, 2, 3, [0, 0b01_00_10_01], palette)).Pixels);
        byte[] alpha = Chunk("tRNS", [0]);
        Assert.Equal([255, 255, 76, 255], Parse(Png(4, 1, 8, 3, [0, 1, 0, 2, 1], [.. palette, .. alpha])).Pixels);
        AssertRefused("colour 3", Png(1, 1, 8, 3, [0, 3], palette));
        AssertRefused("palette is missing", Png(1, 1, 8, 3, [0, 0]));
    }

    [Fact]
    public void Read_OfABrokenPng_SaysWhatIsWrong()
    {
        byte[] whole = Png(2, 2, 8, 0, [0, 1, 2, 0, 3, 4]);
        for (int at = 8; at < whole.Length; at += 5)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x40;
            AssertRefused("", damaged);
            AssertRefused("", whole[..at]);
        }
        byte[] flipped = [.. whole];
        flipped[20] ^= 1;
        AssertRefused("checksum of chunk IHDR", flipped);
        AssertRefused("16 bits", Png(1, 1, 16, 0, [0, 0, 0]));
        AssertRefused("interlaced", Png(1, 1, 8, 0, [0, 0], interlace: 1));
        AssertRefused("filter 5", Png(1, 1, 8, 0, [5, 0]));
        AssertRefused("end after 3 bytes", Png(2, 2, 8, 0, [0, 1, 2]));
        AssertRefused("too many", Png(1, 1, 8, 0, [0, 1, 2]));
        AssertRefused("tRNS", Png(1, 1, 8, 0, [0, 1], Chunk("tRNS", [0, 1])));
        AssertRefused("critical chunk ABCD", Png(1, 1, 8, 0, [0, 1], Chunk("ABCD", [])));
        AssertRefused("no known picture", [1, 2, 3]);
    }

    [Fact]
    public void ReadSet_OfPicturesOfOneSize_NamesThemByFile()
    {
        using var a = new TemporaryFile(Pgm, ".pgm");
        using var b = new TemporaryFile(Png(3, 2, 8, 0, [0, 255, 0, 0, 0, 0, 0, 255]), ".png");
        using var c = new TemporaryFile(Png(2, 2, 8, 0, [0, 1, 2, 0, 3, 4]), ".png");
        var set = ImageFile.ReadSet([a.Path, b.Path], threshold: 127);
        Assert.Equal([1, -1, -1, -1, -1, 1], set.Patterns[1]);
        Assert.Equal(Path.GetFileNameWithoutExtension(a.Path), set.Names[0]);
        Assert.Contains("2 × 2", Assert.Throws<InvalidDataException>(() => ImageFile.ReadSet([a.Path, c.Path], 127)).Message);
    }

    private static GrayImage Parse(byte[] png)
    {
        using var file = new TemporaryFile(png, ".png");
        return ImageFile.Read(file.Path);
    }

    private static void AssertRefused(string fault, byte[] png)
    {
        using var file = new TemporaryFile(png, ".png");
        var error = Assert.Throws<InvalidDataException>(() => ImageFile.Read(file.Path));
        Assert.StartsWith(file.Path, error.Message);
        Assert.Contains(fault, error.Message);
    }

    private static byte[] Png(int width, int height, int depth, int colourType, byte[] lines, byte[]? before = null, byte interlace = 0)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal)) zlib.Write(lines);
        byte[] header = [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, (byte)depth, (byte)colourType, 0, 0, interlace];
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. before ?? [], .. Chunk("tEXt", [1, 2]),
            .. Chunk("IDAT", packed.ToArray()[..3]), .. Chunk("IDAT", packed.ToArray()[3..]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var length = new byte[4];
        var checksum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, BitwiseCrc(named));
        return [.. length, .. named, .. checksum];
    }

    /// <summary>ISO 3309, bit by bit: independent of the table in the reader.</summary>
    private static uint BitwiseCrc(byte[] bytes)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }
        return ~crc;
    }

    /// <summary>Applies one filter to every line, as an encoder does: from the raw bytes on the left, above and upper left.</summary>
    private static byte[] Filtered(byte[] pixels, int lineBytes, int pixelBytes, int filter)
    {
        var lines = new List<byte>();
        for (int y = 0; y < pixels.Length / lineBytes; y++)
        {
            lines.Add((byte)filter);
            for (int k = 0; k < lineBytes; k++)
            {
                int At(int dx, int dy) => k - dx < 0 || y - dy < 0 ? 0 : pixels[(y - dy) * lineBytes + k - dx];
                int a = At(pixelBytes, 0), b = At(0, 1), c = At(pixelBytes, 1), p = a + b - c;
                int paeth = new[] { a, b, c }.OrderBy(candidate => Math.Abs(p - candidate)).First();
                lines.Add((byte)(At(0, 0) - filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => paeth, _ => 0 }));
            }
        }
        return [.. lines];
    }
}
