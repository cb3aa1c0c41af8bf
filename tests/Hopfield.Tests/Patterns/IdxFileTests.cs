using System.IO.Compression;
using Hopfield.Patterns;
using Hopfield.Tests.Files;

namespace Hopfield.Tests.Patterns;

public class IdxFileTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 200, 201, 202, 203, 204,
        205];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_OfPlainAndZippedFiles_GivesImagesAndLabels(bool zipped)
    {
        using var images = new TemporaryFile(zipped ? Zip(Images) : Images);
        using var labels = new TemporaryFile(zipped ? Zip(Labels) : Labels);
        var read = IdxFile.ReadImages(images.Path);
        Assert.Equal((2, 3, 2), (read.Count, read.Width, read.Height));
        Assert.Equal([200, 201, 202, 203, 204, 205], read[1].Pixels);
        Assert.Equal([7, 8, 9], IdxFile.ReadLabels(labels.Path));
        var patterns = read.ToPatterns([1, 0], threshold: 3);
        Assert.Equal([-1, -1, -1, 1, 1, 1], patterns.Patterns[1]);
        Assert.Equal(["1", "0"], patterns.Names);
        Assert.Throws<ArgumentOutOfRangeException>(() => read[2]);
    }

    [Fact]
    public void Read_OfABrokenFile_SaysWhatIsWrong()
    {
        AssertRefused("starts with 0x00000801", Labels);
        AssertRefused("11 bytes of data follow", Images[..^1]);
        AssertRefused("13 bytes of data follow", [.. Images, 0]);
        AssertRefused("only 5 bytes", Images[..5]);
        AssertRefused("dimension 1 is 0", [0, 0, 8, 3, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3]);
        AssertRefused("expected", [0, 0, 8, 3, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255]);
        byte[] damaged = Zip(Images);
        damaged[12] ^= 0xFF;
        AssertRefused("gzip", damaged);
        Assert.Throws<FileNotFoundException>(() => IdxFile.ReadLabels("no-such-file.gz"));
    }

    private static void AssertRefused(string fault, byte[] content)
    {
        using var file = new TemporaryFile(content);
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.ReadImages(file.Path));
        Assert.StartsWith(file.Path + ": ", error.Message);
        Assert.Contains(fault, error.Message);
    }

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Optimal)) zip.Write(bytes);
        return packed.ToArray();
    }
}
