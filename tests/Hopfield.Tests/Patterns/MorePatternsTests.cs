using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Tests.Files;

namespace Hopfield.Tests.Patterns;

public class MorePatternsTests
{
    [Theory]
    [InlineData("", 21)]
    [InlineData("Hopfield 1982", 21)]
    [InlineData("Häuser über Brücken, 20 %", 25)]
    public void QrLikeSymbol_DrawnAndRead_GivesTheText(string text, int side)
    {
        var symbol = QrLikeSymbol.Draw(text, side);
        Assert.Equal(side * side, symbol.Length);
        Assert.Equal(text, QrLikeSymbol.Read(symbol));
        Assert.InRange(symbol.Count(module => module > 0) / (double)symbol.Length, 0.35, 0.65);
    }

    [Fact]
    public void QrLikeSymbol_TooLongOrDamaged_IsRefused()
    {
        Assert.Contains("carries", Assert.Throws<ArgumentException>(() => QrLikeSymbol.Draw(new string('x', 300))).Message);
        var symbol = QrLikeSymbol.Draw("abc");
        symbol[0] = -1;
        Assert.Contains("frame", Assert.Throws<ArgumentException>(() => QrLikeSymbol.Read(symbol)).Message);
        Assert.Throws<ArgumentException>(() => QrLikeSymbol.Draw("a", 20));
    }

    /// <summary>Binomial: 10,000 pixels at 0.3 are within 5 deviations, 229, of 3,000 (false alarm 6e-7).</summary>
    [Fact]
    public void FlipEach_FlipsABinomialNumber()
    {
        var plain = new sbyte[10_000];
        plain.AsSpan().Fill(1);
        Assert.InRange(Spins.HammingDistance(plain, PatternNoise.FlipEach(plain, 0.3, RandomKey.FromSeed(1))), 2771, 3229);
        Assert.Equal(0, Spins.HammingDistance(plain, PatternNoise.FlipEach(plain, 0, RandomKey.FromSeed(1))));
    }

    [Theory]
    [InlineData("1,-1,1,1\n-1,-1,1,-1\n")]
    [InlineData("1,0,1,1\n0,0,1,0\n")]
    public void PatternFiles_OfAMatrix_TakesRowsAsPatterns(string content)
    {
        using var file = new TemporaryFile(content, ".csv");
        var set = PatternFiles.Read([file.Path], 127);
        Assert.Equal((2, 2, 2), (set.Count, set.Width, set.Height));
        Assert.Equal([-1, -1, 1, -1], set.Patterns[1]);
        Assert.Equal(1, PatternFiles.Read([file.Path], 127, 1).Count);
    }

    [Fact]
    public void PatternFiles_OfAMatrixWithOtherNumbers_NamesTheEntry()
    {
        using var file = new TemporaryFile("1,-1\n0.5,1\n", ".csv");
        Assert.Contains("entry [1,0] is 0.5", Assert.Throws<InvalidDataException>(() => PatternFiles.Read([file.Path], 127)).Message);
    }

    [Fact]
    public void PatternFiles_OfAFolderWithoutPictures_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory();
        Assert.Contains("no .png or .pgm", Assert.Throws<FileNotFoundException>(() => PatternFiles.Read([folder.FullName], 127)).Message);
        File.WriteAllText(Path.Combine(folder.FullName, "b.pgm"), "P2\n2 1\n255\n255 0\n");
        File.WriteAllText(Path.Combine(folder.FullName, "a.pgm"), "P2\n2 1\n255\n0 255\n");
        var set = PatternFiles.Read([folder.FullName], 127);
        Assert.Equal(["a", "b"], set.Names);
        Assert.Equal([-1, 1], set.Patterns[0]);
        folder.Delete(true);
    }

    [Fact]
    public void Mnist_WithoutFiles_NamesTheFirstThatIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory();
        Assert.Equal(4, Mnist.Missing(folder.FullName).Count);
        Assert.Contains("train-images-idx3-ubyte is missing",
            Assert.Throws<FileNotFoundException>(() => Mnist.In(folder.FullName)).Message);
        folder.Delete(true);
    }
}
