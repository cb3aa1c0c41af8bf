using Hopfield.Modern;
using Hopfield.Numerics;

namespace Hopfield.Tests.Modern;

public class SeparationTests
{
    public static TheoryData<string> Names => [.. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Select(item => item.Name)];

    private static ISeparation Find(string name) => Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Single(item => item.Name == name);

    /// <summary>
    /// The contract: weights on the simplex that maximise ⟨p, z⟩ − Ω(p), checked against 2000 other points of the simplex.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Weigh_GivesThePointOfTheSimplexThatMaximisesItsPotential(string name)
    {
        var separation = Find(name);
        var stream = RandomKey.FromSeed(3).Stream();
        for (int trial = 0; trial < 20; trial++)
        {
            double[] scores = [.. Enumerable.Range(0, 6).Select(_ => 2 * stream.NextGaussian())], weights = [.. scores];
            separation.Weigh(weights);
            Assert.Equal(1, weights.Sum(), 1e-12);
            Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
            double best = Potential(weights, scores);
            for (int other = 0; other < 100; other++)
            {
                double[] point = [.. Enumerable.Range(0, 6).Select(_ => -Math.Log(1 - stream.NextUniform()))];
                double total = point.Sum(), near = other % 2 == 0 ? 1 : 0.01;
                double[] mixed = [.. point.Select((value, i) => near * value / total + (1 - near) * weights[i])];
                Assert.True(Potential(mixed, scores) <= best + 1e-12);
            }
        }

        double Potential(double[] p, double[] z) => p.Zip(z, (a, b) => a * b).Sum() - separation.Negentropy(p);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weigh_ShiftedScores_GiveTheSameWeights_AndASingleScoreGetsAll(string name)
    {
        double[] a = [0.3, -0.2, 1.1], b = [1000.3, 999.8, 1001.1], one = [-5];
        Find(name).Weigh(a);
        Find(name).Weigh(b);
        Find(name).Weigh(one);
        for (int i = 0; i < 3; i++) Assert.Equal(a[i], b[i], 1e-10);
        Assert.Equal([1.0], one);
        Assert.Equal(0, Find(name).Negentropy(one), 1e-15);
    }

    /// <summary>Two scores a gap g &lt; 1 apart: sparsemax gives ½(1 ± g), by hand; from g = 1 on the better takes all.</summary>
    [Fact]
    public void Sparsemax_OfTwoScores_IsLinearInTheirGap()
    {
        double[] near = [0.4, 0], far = [1.0, 0];
        new Sparsemax().Weigh(near);
        new Sparsemax().Weigh(far);
        Assert.Equal([0.7, 0.3], near.Select(weight => Math.Round(weight, 14)));
        Assert.Equal([1, 0], far);
    }

    [Fact]
    public void Entmax_AtItsEnds_IsSoftmaxAndSparsemax()
    {
        double[] scores = [0.3, -0.7, 0.9, 0.1], soft = [.. scores], sparse = [.. scores], near1 = [.. scores], at2 = [.. scores];
        new Softmax().Weigh(soft);
        new Sparsemax().Weigh(sparse);
        new Entmax { Alpha = 1.01 }.Weigh(near1);
        new Entmax { Alpha = 2 }.Weigh(at2);
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(sparse[i], at2[i], 1e-14);
            Assert.Equal(soft[i], near1[i], 5e-3); // first order in α − 1
        }
    }
}
