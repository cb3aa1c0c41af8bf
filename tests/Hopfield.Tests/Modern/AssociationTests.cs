using Hopfield.Modern;
using Hopfield.Numerics;

namespace Hopfield.Tests.Modern;

public class AssociationTests
{
    private static double[] Gaussian(int count, ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = stream.NextGaussian();
        return values;
    }

    /// <summary>Attention by its definition, sums written out: the 1e-13 that the project promises for the identity.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(2, true)]
    public void Associate_IsMultiHeadAttention(int heads, bool masked)
    {
        const int n = 5, m = 9, dr = 6, dy = 7, dk = 8, dv = 12, dout = 3;
        double[] states = Gaussian(n * dr, 1), stored = Gaussian(m * dy, 2);
        double[] wq = Gaussian(dk * dr, 3), wk = Gaussian(dk * dy, 4), wv = Gaussian(dv * dy, 5), wo = Gaussian(dout * dv, 6);
        bool[] mask = [.. Enumerable.Range(0, n * m).Select(k => k % m <= k / m + 1)];
        var layer = new HopfieldAssociation
        {
            Query = new(wq, dr, dk),
            Key = new(wk, dy, dk),
            Value = new(wv, dy, dv),
            Output = new(wo, dv, dout),
            Heads = heads,
        };
        double[] ours = layer.Associate(states, stored, masked ? mask : []);

        int k1 = dk / heads, v1 = dv / heads;
        for (int row = 0; row < n; row++)
        {
            var joined = new double[dv];
            for (int head = 0; head < heads; head++)
            {
                var weights = new double[m];
                for (int y = 0; y < m; y++)
                {
                    double score = 0;
                    for (int c = head * k1; c < (head + 1) * k1; c++)
                        score += Dot(wq, c, dr, states, row) * Dot(wk, c, dy, stored, y);
                    weights[y] = masked && !mask[row * m + y] ? 0 : Math.Exp(score / Math.Sqrt(k1));
                }
                double total = weights.Sum();
                for (int c = 0; c < v1; c++)
                    joined[head * v1 + c] = Enumerable.Range(0, m).Sum(y => weights[y] / total * Dot(wv, head * v1 + c, dy, stored, y));
            }
            for (int o = 0; o < dout; o++)
                Assert.Equal(Enumerable.Range(0, dv).Sum(c => wo[o * dv + c] * joined[c]), ours[row * dout + o], 1e-13 * 20);
        }

        static double Dot(double[] w, int row, int width, double[] x, int at) =>
            Enumerable.Range(0, width).Sum(i => w[row * width + i] * x[at * width + i]);
    }

    [Fact]
    public void Associate_WithoutProjections_IsAModernHopfieldStep_AndWithStepsItsIteration()
    {
        const int d = 10, p = 25;
        double[] stored = Gaussian(p * d, 1), query = Gaussian(d, 2);
        var identity = Projection.Identity(d);
        var network = new ModernHopfield(stored, d) { Beta = 1 / Math.Sqrt(d) };
        foreach (int steps in (int[])[1, 4])
        {
            var layer = new HopfieldAssociation { Query = identity, Key = identity, Value = identity, Steps = steps };
            var expected = query;
            for (int step = 0; step < steps; step++) expected = network.Step(expected).State;
            double[] ours = layer.Associate(query, stored);
            for (int i = 0; i < d; i++) Assert.Equal(expected[i], ours[i], 1e-13);
        }
    }

    [Fact]
    public void Pooling_IgnoresOrderAndPadding()
    {
        const int d = 6;
        double[] bag = Gaussian(7 * d, 3), turned = [.. Enumerable.Range(0, 7).Reverse().SelectMany(k => bag[(k * d)..((k + 1) * d)])];
        var layer = new HopfieldAssociation
        {
            Query = Projection.Random(4, 8, new RandomKey(1)),
            Key = Projection.Random(d, 8, new RandomKey(2)),
            Value = Projection.Random(d, 5, new RandomKey(3)),
        };
        var pooling = new HopfieldPooling(layer, Gaussian(2 * 4, 4));
        double[] pooled = pooling.Pool(bag), other = pooling.Pool(turned);
        Assert.Equal(10, pooled.Length);
        double[] padded = pooling.Pool([.. bag, .. new double[3 * d]], [true, true, true, true, true, true, true, false, false, false]);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(pooled[i], other[i], 1e-13);
            Assert.Equal(pooled[i], padded[i], 1e-13);
        }
    }

    [Fact]
    public void Lookup_OfASlot_ReadsIt()
    {
        double[] slots = [10, 0, 0, 10, -10, 0];
        var identity = Projection.Identity(2);
        var lookup = new HopfieldLookup(new() { Query = identity, Key = identity, Value = identity }, slots);
        double[] read = lookup.Look([1, 9, -8, 0]);
        double[] expected = [0, 10, -10, 0];
        for (int i = 0; i < 4; i++) Assert.Equal(expected[i], read[i], 1e-6);
    }

    [Fact]
    public void Associate_WithWhatDoesNotFit_Refuses()
    {
        var identity = Projection.Identity(4);
        var layer = new HopfieldAssociation { Query = identity, Key = identity, Value = identity, Heads = 3 };
        Assert.Contains("3 heads", Assert.Throws<ArgumentException>(() => layer.Associate(new double[4], new double[8])).Message);
        var blind = new HopfieldAssociation { Query = identity, Key = identity, Value = identity };
        Assert.Contains("state 0", Assert.Throws<ArgumentException>(() =>
            blind.Associate(new double[4], new double[8], [false, false])).Message);
    }
}
