using Hopfield.Numerics;

namespace Hopfield.Tests.Numerics;

public class RandomBitsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(100)]
    public void Fill_IsTheScalarStream(int count)
    {
        var key = RandomKey.FromSeed(12345).Fold("bits");
        var words = new ulong[count];
        new RandomBits(key).Fill(0, words);
        var stream = key.Stream();
        foreach (ulong word in words) Assert.Equal(stream.NextBits(), word);
    }

    [Fact]
    public void Fill_FromALaterStep_GoesOnThere()
    {
        var bits = new RandomBits(RandomKey.FromSeed(6));
        ulong[] all = new ulong[64], part = new ulong[32];
        bits.Fill(0, all);
        bits.Fill(2, part);
        Assert.Equal(all[32..], part);
        // Counters beyond 32 bits reach the second counter word.
        bits.Fill(1UL << 29, part);
        var (a, b, _, _) = Philox.Block(0, 1, 0, 0, (uint)RandomKey.FromSeed(6).Value, (uint)(RandomKey.FromSeed(6).Value >> 32));
        Assert.Equal(((ulong)b << 32) | a, part[0]);
    }

    /// <summary>Every place of 5 items equally often: χ² with 16 degrees of freedom below 39.3 (0.1 % false alarm).</summary>
    [Fact]
    public void Draw_PutsEveryItemEverywhereEquallyOften()
    {
        var counts = new int[5, 5];
        const int trials = 20_000;
        var words = new ulong[3];
        for (int trial = 0; trial < trials; trial++)
        {
            int[] items = [0, 1, 2, 3, 4];
            new RandomBits(RandomKey.FromSeed(1).Fold(trial)).Fill(0, words);
            for (int left = 5; left > 0; left--) counts[RandomOrder.Draw(items, words, left), left - 1]++;
            Assert.Equal([0, 1, 2, 3, 4], items.Order());
        }
        double square = counts.Cast<int>().Sum(count => Math.Pow(count - trials / 5.0, 2) / (trials / 5.0));
        Assert.True(square < 39.3, $"{square}");
    }
}
