using Plots.Drawing;

namespace Plots.Tests;

public class PalettePngTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 5)]
    [InlineData(64, 64)]
    [InlineData(257, 2)]
    public void Encode_OfAnyShape_IsReadBackByAnIndependentDecoder(int width, int height)
    {
        byte[] indexes = [.. Enumerable.Range(0, width * height).Select(i => (byte)(i * 31 % 251))];
        byte[] palette = [.. Enumerable.Range(0, 768).Select(i => (byte)(i * 7))];

        var decoded = PngDecoder.Read(new PalettePng(width, height, indexes, palette).Bytes);

        Assert.Equal((width, height), (decoded.Width, decoded.Height));
        Assert.Equal(indexes, decoded.Indexes);
        Assert.Equal(palette, decoded.Palette);
    }

    [Fact]
    public void Encode_OfAPixelBeyondThePalette_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PalettePng(2, 1, [0, 2], [0, 0, 0, 255, 255, 255]));

    [Fact]
    public void Encode_OfTooFewPixels_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PalettePng(2, 2, [0, 0, 0], [0, 0, 0]));
}
