using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Recall;

namespace Hopfield.Tests.Recall;

public class HebbNetworkTests
{
    /// <summary>Sizes beside multiples of vector lanes and of 64 patterns per word; below and above capacity, so that ends
    /// differ.</summary>
    [Theory]
    [InlineData(100, 4)]
    [InlineData(203, 64)]
    [InlineData(131, 130)]
    public void WholeNumbers_GiveTheWeightsAndEndsOfTheHebbRule(int size, int count)
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, count).Select(m => Spins.Random(size, new RandomKey(17).Fold(m)))];
        var learned = new HebbRule().Learn(patterns);
        var whole = new HebbNetwork(patterns);
        double[] weights = learned.ToMatrix(false);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++) Assert.Equal(weights[i * size + j], whole[i, j] / (double)size, 1e-14);
        sbyte[][] cues = [.. patterns.Take(20), .. Enumerable.Range(0, 20).Select(k => Spins.Random(size, new RandomKey(4).Fold(k)))];
        var wanted = new RecallNetwork(learned, false).Asynchronous(cues, RandomKey.FromSeed(3));
        var seen = whole.Asynchronous(cues, RandomKey.FromSeed(3));
        for (int k = 0; k < cues.Length; k++)
        {
            Assert.Equal(wanted[k].Spins, seen[k].Spins);
            Assert.Equal((wanted[k].Flips, wanted[k].Settled), (seen[k].Flips, seen[k].Settled));
        }
    }

    [Fact]
    public void Patterns_OfWrongLengthOrEntries_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new HebbNetwork([[1, -1, 1], [1, -1]]));
        Assert.Throws<ArgumentException>(() => new HebbNetwork([[1, 0, 1]]));
        Assert.Throws<ArgumentException>(() => new HebbNetwork([[1, -1, 1]]).Asynchronous([[1, 1]], RandomKey.FromSeed(1)));
    }
}
