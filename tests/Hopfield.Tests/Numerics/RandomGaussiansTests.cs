using Hopfield.Numerics;

namespace Hopfield.Tests.Numerics;

/// <summary>Normal numbers: law, tails and bytes. Seeds are fixed; the false-alarm rates say how easily another seed would
/// fail.</summary>
public class RandomGaussiansTests(ITestOutputHelper output)
{
    private const int Count = 1 << 24;

    private static void ForEach(ulong seed, Action<double> see)
    {
        var generator = new RandomGaussians(RandomKey.FromSeed(seed).Fold("gaussians"));
        var block = new double[1 << 14];
        for (int at = 0; at < Count; at += block.Length)
        {
            generator.Fill((ulong)(at / RandomGaussians.StepNumbers), block);
            foreach (double x in block) see(x);
        }
    }

    /// <summary>Moments 1 to 6 within 4.4 standard errors (false alarm 6e-5 for the six).</summary>
    [Fact]
    public void Moments_OfSixteenMillion_AreThoseOfANormalNumber()
    {
        var sums = new double[7];
        ForEach(1, x =>
        {
            double power = 1;
            for (int k = 1; k <= 6; k++) sums[k] += power *= x;
        });
        double[] mean = [1, 0, 1, 0, 3, 0, 15], square = [1, 1, 3, 15, 105, 945, 10395];
        for (int k = 1; k <= 6; k++)
        {
            double error = Math.Sqrt((square[k] - mean[k] * mean[k]) / Count), z = (sums[k] / Count - mean[k]) / error;
            output.WriteLine($"moment {k}: {sums[k] / Count:f5}, {z:f2} standard errors");
            Assert.InRange(z, -4.4, 4.4);
        }
    }

    /// <summary>Numbers beyond 1 … 5σ on either side: within 4.4 standard deviations of the binomial (false alarm 1e-4 for the ten);
    /// sixteen
    /// million numbers reach beyond 5σ about five times a side.</summary>
    [Fact]
    public void Tails_UpToFiveSigma_HoldAsManyAsTheyShould()
    {
        var beyond = new int[2, 6];
        double largest = 0;
        ForEach(2, x =>
        {
            largest = Math.Max(largest, Math.Abs(x));
            for (int k = 1; k <= 5 && Math.Abs(x) > k; k++) beyond[x > 0 ? 1 : 0, k]++;
        });
        double[] share = [0.5, 0.15865525393145705, 0.022750131948179207, 0.0013498980316300946, 3.167124183311992e-5,
            2.866515718791939e-7];
        for (int side = 0; side < 2; side++)
            for (int k = 1; k <= 5; k++)
            {
                double expected = share[k] * Count, z = (beyond[side, k] - expected) / Math.Sqrt(expected);
                Assert.InRange(z, -4.4, 4.4);
            }
        output.WriteLine($"largest {largest:f2}");
    }

    /// <summary>Words made for the far tail: radius bits 2⁻³² and smallest give 6.66σ and 8.49σ, as −2 ln u says.</summary>
    [Fact]
    public void Range_ReachesEightSigma()
    {
        Assert.Equal(8.49, Math.Sqrt(-2 * Math.Log(Math.Pow(2, -52))), 0.005);
        // A search through 2²⁵ numbers: the largest of so many lies between 5.15 and 6.8σ (false alarm 5e-4).
        double largest = 0;
        var generator = new RandomGaussians(RandomKey.FromSeed(3));
        var block = new double[1 << 14];
        for (ulong at = 0; at < 1 << 25; at += (ulong)block.Length)
        {
            generator.Fill(at / RandomGaussians.StepNumbers, block);
            largest = Math.Max(largest, System.Numerics.Tensors.TensorPrimitives.MaxMagnitude<double>(block) is var m ? Math.Abs(m) : 0);
        }
        output.WriteLine($"largest of 2^25: {largest:f3}");
        Assert.InRange(largest, 5.15, 6.8);
    }

    /// <summary>Kolmogorov–Smirnov on a million sorted numbers: √n D below 1.95 (false alarm 1e-3).</summary>
    [Fact]
    public void Distribution_OfAMillion_PassesKolmogorovSmirnov()
    {
        var numbers = new double[1 << 20];
        new RandomGaussians(RandomKey.FromSeed(4)).Fill(0, numbers);
        Array.Sort(numbers);
        double worst = 0;
        for (int k = 0; k < numbers.Length; k++)
        {
            double p = MathNet.Numerics.Distributions.Normal.CDF(0, 1, numbers[k]);
            worst = Math.Max(worst, Math.Max(p - (double)k / numbers.Length, (k + 1.0) / numbers.Length - p));
        }
        output.WriteLine($"sqrt(n) D = {worst * Math.Sqrt(numbers.Length):f3}");
        Assert.True(worst * Math.Sqrt(numbers.Length) < 1.95);
    }

    /// <summary>Neighbours of one step share a word pair (cosine and sine) and must still be independent: correlations of values and
    /// of squares
    /// over lags 1 … 16 within 4.5 standard errors (false alarm 2e-4 for the 32).</summary>
    [Fact]
    public void Neighbours_AreUncorrelated()
    {
        var x = new double[1 << 20];
        new RandomGaussians(RandomKey.FromSeed(5)).Fill(0, x);
        for (int lag = 1; lag <= 16; lag++)
        {
            double values = 0, squares = 0;
            for (int k = lag; k < x.Length; k++)
            {
                values += x[k] * x[k - lag];
                squares += (x[k] * x[k] - 1) * (x[k - lag] * x[k - lag] - 1) / 2;
            }
            Assert.InRange(values / Math.Sqrt(x.Length), -4.5, 4.5);
            Assert.InRange(squares / Math.Sqrt(x.Length), -4.5, 4.5);
        }
    }

    /// <summary>The bytes were the same with 512-bit, 256-bit, 128-bit registers and without any when this was written.</summary>
    [Fact]
    public void Bytes_OnEveryProcessor_AreTheSame()
    {
        var x = new double[4096];
        new RandomGaussians(RandomKey.FromSeed(1)).Fill(0, x);
        ulong hash = 14695981039346656037;
        foreach (double value in x) hash = (hash ^ BitConverter.DoubleToUInt64Bits(value)) * 1099511628211;
        Assert.Equal(0x114e73dca1074793UL, hash);
    }

    /// <summary>Box and Muller with the runtime's own logarithm and sine on the same words.</summary>
    [Fact]
    public void Numbers_AreBoxMullerOfTheKeysWords()
    {
        var x = new double[16 * 64];
        new RandomGaussians(RandomKey.FromSeed(7)).Fill(0, x);
        var words = new ulong[x.Length];
        new RandomBits(RandomKey.FromSeed(7)).Fill(0, words);
        static double OneToTwo(ulong word) => BitConverter.UInt64BitsToDouble((word >> 12) | 0x3FF0000000000000UL);
        for (int k = 0; k < x.Length; k += 2)
        {
            double radius = Math.Sqrt(-2 * Math.Log(2 - OneToTwo(words[k]))), angle = (OneToTwo(words[k + 1]) - 1.5) * Math.PI / 2;
            double cosine = radius * Math.Cos(angle) * ((words[k + 1] & 1) == 0 ? 1 : -1), sine = radius * Math.Sin(angle);
            bool swapped = (words[k + 1] & 2) != 0;
            int at = k / 16 * 16 + k % 16 / 2;
            Assert.Equal(swapped ? sine : cosine, x[at], 2e-15 * 9);
            Assert.Equal(swapped ? cosine : sine, x[at + 8], 2e-15 * 9);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(100)]
    public void Fill_OfAnyLengthAndStart_IsAPartOfTheWhole(int length)
    {
        var generator = new RandomGaussians(RandomKey.FromSeed(8));
        double[] whole = new double[256], part = new double[length];
        generator.Fill(0, whole);
        generator.Fill(3, part);
        Assert.Equal(whole[48..(48 + length)], part);
    }
}
