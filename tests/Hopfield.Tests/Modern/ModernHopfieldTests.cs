using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Hopfield.Tests.Modern;

public class ModernHopfieldTests
{
    private static double[] Gaussian(int count, ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = stream.NextGaussian();
        return values;
    }

    private static ISeparation[] Separations => [.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly)];

    /// <summary>Softmax energy by its published form, −lse + ½v² + ln p/β + ½M²; it is not negative and never rises.</summary>
    [Fact]
    public void Energy_OfSoftmax_IsThePublishedOne()
    {
        const int d = 12, p = 30;
        double[] patterns = Gaussian(p * d, 1), v = Gaussian(d, 2);
        foreach (double beta in (double[])[0.05, 0.5, 5])
        {
            var network = new ModernHopfield(patterns, d) { Beta = beta };
            double[] scores = [.. Enumerable.Range(0, p).Select(m => Enumerable.Range(0, d).Sum(i => patterns[m * d + i] * v[i]))];
            double lse = Math.Log(scores.Sum(score => Math.Exp(beta * score))) / beta;
            double largest = Enumerable.Range(0, p).Max(m => Enumerable.Range(0, d).Sum(i => patterns[m * d + i] * patterns[m * d + i]));
            double expected = -lse + 0.5 * v.Sum(x => x * x) + Math.Log(p) / beta + 0.5 * largest;
            Assert.Equal(expected, network.Energy(v), 1e-10);
            Assert.True(expected >= 0);
        }
    }

    [Fact]
    public void Energy_AlongEveryRetrieval_NeverRises()
    {
        foreach (var separation in Separations)
            foreach (double beta in (double[])[0.02, 0.2, 1, 10])
                for (ulong seed = 0; seed < 5; seed++)
                {
                    var network = new ModernHopfield(Gaussian(40 * 20, seed), 20) { Beta = beta, Separation = separation };
                    var end = network.Settle(Gaussian(20, seed + 100));
                    for (int k = 1; k < end.Energies.Length; k++)
                        Assert.True(end.Energies[k] <= end.Energies[k - 1] + 1e-11 * (1 + Math.Abs(end.Energies[k])), separation.Name);
                    Assert.True(end.Settled);
                }
    }

    [Fact]
    public void Retrieval_FromSmallToLargeBeta_GoesFromTheMeanToTheNearest()
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 8).Select(m => Spins.Random(100, new RandomKey(4).Fold(m)))];
        double[] cue = Spins.ToActivations(PatternNoise.Flip(patterns[3], 0.2, new RandomKey(5)));
        var soft = new ModernHopfield(patterns) { Beta = 1e-6 }.Step(cue);
        Assert.Equal(8, soft.EffectivePatternCount, 1e-3);
        for (int i = 0; i < 100; i++) Assert.Equal(patterns.Average(pattern => (double)pattern[i]), soft.State[i], 1e-3);
        var sharp = new ModernHopfield(patterns) { Beta = 2 }.Step(cue);
        Assert.Equal(3, sharp.Nearest);
        Assert.Equal(1, sharp.EffectivePatternCount, 1e-6);
        Assert.Equal(patterns[3], sharp.State.Select(value => (sbyte)Math.Round(value)));
    }

    /// <summary>With sparsemax a pattern that stands out by 1/β is retrieved exactly, not only nearly.</summary>
    [Fact]
    public void SparseRetrieval_OfASeparatedPattern_IsExact()
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 8).Select(m => Spins.Random(100, new RandomKey(4).Fold(m)))];
        double[] cue = Spins.ToActivations(PatternNoise.Flip(patterns[3], 0.1, new RandomKey(5)));
        foreach (ISeparation sparse in (ISeparation[])[new Sparsemax(), new Entmax()])
        {
            var end = new ModernHopfield(patterns) { Beta = 0.1, Separation = sparse }.Step(cue);
            Assert.Equal(Spins.ToActivations(patterns[3]), end.State);
        }
        Assert.NotEqual(Spins.ToActivations(patterns[3]), new ModernHopfield(patterns) { Beta = 0.1 }.Step(cue).State);
    }

    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(64, 784, 700)]
    [InlineData(70, 33, 5000)]
    public void Streaming_InBlocksOfAnySize_IsOneSoftmaxStep(int queries, int dimension, int count)
    {
        double[] q = Gaussian(queries * dimension, 7), x = Gaussian(count * dimension, 8);
        float[] patterns = [.. x.Select(value => (float)value)];
        double beta = 1 / Math.Sqrt(dimension);
        var streaming = new StreamingRetrieval([.. q.Select(value => (float)value)], dimension, beta);
        int half = count / 2 * dimension;
        streaming.Absorb(patterns.AsSpan(0, half));
        streaming.Absorb(patterns.AsSpan(half));
        float[] states = streaming.States();
        Assert.Equal(count, streaming.PatternCount);
        var network = new ModernHopfield(x, dimension) { Beta = beta };
        for (int k = 0; k < queries; k += Math.Max(1, queries / 5))
        {
            var expected = network.Step(q.AsSpan(k * dimension, dimension)).State;
            for (int i = 0; i < dimension; i++) Assert.Equal(expected[i], states[k * dimension + i], 1e-5);
        }
    }

    [Fact]
    public void Streaming_WithoutPatterns_HasNoStates() =>
        Assert.Throws<InvalidOperationException>(() => new StreamingRetrieval(new float[4], 2, 1).States());
}
