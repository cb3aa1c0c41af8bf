using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Patterns;
using MathNet.Numerics.LinearAlgebra;
using TestSupport;

namespace Hopfield.Tests.Learning;

/// <summary>Ten digits as published demonstrations use them: the first of each class in MNIST's test set, pixels above 127.</summary>
public class TenDigitsTests
{
    [Fact]
    public void FirstOfEachClass_HaveThePublishedIndicesAndInk()
    {
        var (indices, digits) = Digits();
        Assert.Equal([3, 2, 1, 18, 4, 8, 11, 0, 61, 7], indices);
        Assert.Equal([146, 39, 115, 137, 76, 124, 114, 71, 129, 86], digits.Patterns.Select(digit => digit.Count(pixel => pixel > 0)));
        var means = digits.Patterns.Select(digit => digit.Average(pixel => (double)pixel)).ToList();
        Assert.Equal(-0.628, means.Max(), 5e-4);
        Assert.Equal(-0.901, means.Min(), 5e-4);
    }

    [Fact]
    public void HebbWeights_OfTheTenDigits_HaveThePublishedEigenvalues()
    {
        var (_, digits) = Digits();
        var couplings = new HebbRule().Learn(digits.Patterns).Model.Couplings;
        var weights = Matrix<double>.Build.Dense(784, 784, couplings.ToDense());
        var spectrum = weights.Evd(Symmetricity.Symmetric);
        double[] largest = [.. spectrum.EigenValues.Select(value => value.Real).OrderDescending().Take(3)];
        Assert.Equal(6.646, largest[0], 1e-3);
        Assert.Equal(0.652, largest[1], 1e-3);
        Assert.Equal(0.477, largest[2], 1e-3);

        var mean = Vector<double>.Build.Dense(784, i => digits.Patterns.Average(digit => (double)digit[i]));
        double cosine = Math.Abs(mean * spectrum.EigenVectors.Column(783)) / mean.L2Norm();
        Assert.True(cosine >= 0.9999, $"cosine {cosine}");
    }

    [Fact]
    public void InnerProducts_OfTheTenDigits_AreThePublishedOnes()
    {
        var (_, digits) = Digits();
        var products = new List<double>();
        for (int a = 0; a < 10; a++)
            for (int b = 0; b < a; b++) products.Add(Math.Round(Spins.Overlap(digits.Patterns[a], digits.Patterns[b]) * 784));
        Assert.Equal((358, 596), (products.Min(), products.Max()));
    }

    [Fact]
    public void Pseudoinverse_OfTheTenDigits_HoldsThemAll()
    {
        var (_, digits) = Digits();
        var learned = new PseudoinverseRule().Learn(digits.Patterns);
        Assert.Equal(10, learned.Rank);
        var fields = new double[784];
        foreach (var digit in digits.Patterns)
        {
            learned.Model.LocalFields(digit, fields);
            Assert.DoesNotContain(true, digit.Select((pixel, i) => pixel * fields[i] < 0));
        }
    }

    private static (int[] Indices, PatternSet Digits) Digits()
    {
        byte[] labels = IdxFile.ReadLabels(SharedFolder.File("data/mnist/t10k-labels-idx1-ubyte.gz"));
        var images = IdxFile.ReadImages(SharedFolder.File("data/mnist/t10k-images-idx3-ubyte.gz"));
        Assert.Equal((10000, 28, 28, 10000), (images.Count, images.Width, images.Height, labels.Length));
        int[] indices = [.. Enumerable.Range(0, 10).Select(digit => Array.IndexOf(labels, (byte)digit))];
        return (indices, images.ToPatterns(indices, threshold: 127));
    }
}
