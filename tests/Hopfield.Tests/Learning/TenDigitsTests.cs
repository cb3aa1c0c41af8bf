using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Patterns;
using Hopfield.Tests.Files;
using MathNet.Numerics.LinearAlgebra;
using TestSupport;

namespace Hopfield.Tests.Learning;

/// <summary>Ten digits: our own, and, where they are, those of published demonstrations: the first of each class in MNIST's test set,
/// pixels above 127.</summary>
public class TenDigitsTests
{
    public static TheoryData<bool> IsMnist => SharedFolder.Cases([false], "data/mnist", [true]);

    [Theory]
    [MemberData(nameof(IsMnist))]
    public void FirstOfEachClass_HaveTheKnownIndicesAndInk(bool mnist)
    {
        var (indices, digits) = Digits(mnist);
        int[] ink = [.. digits.Patterns.Select(digit => digit.Count(pixel => pixel > 0))];
        if (!mnist)
        {
            Assert.Equal(Enumerable.Range(0, 10).Select(digit => 3 * digit), indices);
            Assert.Equal(Enumerable.Range(0, 10).Select(SevenSegmentDigits.Ink), ink);
            return;
        }
        Assert.Equal([3, 2, 1, 18, 4, 8, 11, 0, 61, 7], indices);
        Assert.Equal([146, 39, 115, 137, 76, 124, 114, 71, 129, 86], ink);
        var means = digits.Patterns.Select(digit => digit.Average(pixel => (double)pixel)).ToList();
        Assert.Equal(-0.628, means.Max(), 5e-4);
        Assert.Equal(-0.901, means.Min(), 5e-4);
    }

    /// <summary>The weights' spectrum is that of the patterns' 10 × 10 inner products, less the diagonal that was taken out.</summary>
    [Theory]
    [MemberData(nameof(IsMnist))]
    public void HebbWeights_OfTheTenDigits_HaveTheEigenvaluesOfTheirInnerProducts(bool mnist)
    {
        var (_, digits) = Digits(mnist);
        var couplings = new HebbRule().Learn(digits.Patterns).Model.Couplings;
        var weights = Matrix<double>.Build.Dense(784, 784, couplings.ToDense());
        var spectrum = weights.Evd(Symmetricity.Symmetric);
        double[] largest = [.. spectrum.EigenValues.Select(value => value.Real).OrderDescending().Take(3)];
        double[] expected = [.. Matrix<double>.Build.Dense(10, 10, (a, b) => Spins.Overlap(digits.Patterns[a], digits.Patterns[b]))
            .Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real - 10 / 784.0).OrderDescending().Take(3)];
        for (int k = 0; k < 3; k++) Assert.Equal(expected[k], largest[k], 1e-9);
        if (!mnist) return;
        Assert.Equal(6.646, largest[0], 1e-3);
        Assert.Equal(0.652, largest[1], 1e-3);
        Assert.Equal(0.477, largest[2], 1e-3);

        var mean = Vector<double>.Build.Dense(784, i => digits.Patterns.Average(digit => (double)digit[i]));
        double cosine = Math.Abs(mean * spectrum.EigenVectors.Column(783)) / mean.L2Norm();
        Assert.True(cosine >= 0.9999, $"cosine {cosine}");
    }

    /// <summary>Of ours: all pixels less twice those in which two digits differ, 120 between 1 and 6, 16 between 5 and 6.</summary>
    [Theory]
    [MemberData(nameof(IsMnist))]
    public void InnerProducts_OfTheTenDigits_AreTheKnownOnes(bool mnist)
    {
        var (_, digits) = Digits(mnist);
        var products = new List<double>();
        for (int a = 0; a < 10; a++)
            for (int b = 0; b < a; b++) products.Add(Math.Round(Spins.Overlap(digits.Patterns[a], digits.Patterns[b]) * 784));
        Assert.Equal(mnist ? (358, 596) : (784 - 2 * 120, 784 - 2 * 16), (products.Min(), products.Max()));
    }

    [Theory]
    [MemberData(nameof(IsMnist))]
    public void Pseudoinverse_OfTheTenDigits_HoldsThemAll(bool mnist)
    {
        var (_, digits) = Digits(mnist);
        // Seven segments and the pixels that are never lit give ours no more than eight independent pictures.
        int rank = mnist ? 10 : Matrix<double>.Build.Dense(10, 784, (m, i) => digits.Patterns[m][i]).Rank();
        var learned = new PseudoinverseRule().Learn(digits.Patterns);
        Assert.Equal(rank, learned.Rank);
        Assert.InRange(rank, mnist ? 10 : 7, mnist ? 10 : 8);
        var fields = new double[784];
        foreach (var digit in digits.Patterns)
        {
            learned.Model.LocalFields(digit, fields);
            Assert.DoesNotContain(true, digit.Select((pixel, i) => pixel * fields[i] < -1e-9));
        }
    }

    private static (int[] Indices, PatternSet Digits) Digits(bool mnist)
    {
        byte[] labels;
        IdxImages images;
        if (mnist)
        {
            labels = IdxFile.ReadLabels(SharedFolder.File("data/mnist/t10k-labels-idx1-ubyte.gz"));
            images = IdxFile.ReadImages(SharedFolder.File("data/mnist/t10k-images-idx3-ubyte.gz"));
            Assert.Equal((10000, 28, 28, 10000), (images.Count, images.Width, images.Height, labels.Length));
        }
        else
        {
            using TemporaryFile labelFile = new(SevenSegmentDigits.LabelFile()), imageFile = new(SevenSegmentDigits.ImageFile());
            (labels, images) = (IdxFile.ReadLabels(labelFile.Path), IdxFile.ReadImages(imageFile.Path));
        }
        int[] indices = [.. Enumerable.Range(0, 10).Select(digit => Array.IndexOf(labels, (byte)digit))];
        return (indices, images.ToPatterns(indices, threshold: 127));
    }
}
