using Hopfield.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Hopfield.Learning;

/// <summary>Eigenvalues of the weights beside the patterns that made them: a large gap with the mean pattern on top says that recall will
/// end there.</summary>
public sealed record WeightSpectrum
{
    /// <summary>All eigenvalues of W, largest first.</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>λ₁/λ₂; infinite where λ₂ is not positive.</summary>
    public double Gap => Eigenvalues[1] > 0 ? Eigenvalues[0] / Eigenvalues[1] : double.PositiveInfinity;

    /// <summary>Cosine of the top eigenvector with the mean pattern, 0 to 1 (its sign is arbitrary); 0 for a zero mean.</summary>
    public required double MeanCosine { get; init; }

    /// <summary>Inner products ξ_a·ξ_b of all pairs of patterns, a &gt; b.</summary>
    public required double[] InnerProducts { get; init; }

    /// <summary>Makes the report. Cost: O(N³) for the eigenvalues, some seconds at N = 1000.</summary>
    /// <param name="weights">What a rule learned.</param>
    /// <param name="patterns">The patterns that it learned.</param>
    /// <param name="withDiagonal">Whether W keeps its diagonal.</param>
    public static WeightSpectrum Of(LearnedWeights weights, IReadOnlyList<sbyte[]> patterns, bool withDiagonal = false)
    {
        var matrix = new PatternMatrix(patterns);
        int size = matrix.Size;
        Check.Length(weights.Diagonal.Length, size, nameof(weights));
        var spectrum = Matrix<double>.Build.Dense(size, size, weights.ToMatrix(withDiagonal)).Evd(Symmetricity.Symmetric);
        var order = Enumerable.Range(0, size).OrderByDescending(k => spectrum.EigenValues[k].Real).ToArray();
        var mean = Vector<double>.Build.Dense(matrix.Mean());
        double length = mean.L2Norm();
        double[] gram = matrix.Gram();
        var products = new List<double>();
        for (int a = 0; a < matrix.Count; a++)
            for (int b = 0; b < a; b++) products.Add(gram[a * matrix.Count + b]);
        return new()
        {
            Eigenvalues = [.. order.Select(k => spectrum.EigenValues[k].Real)],
            MeanCosine = length == 0 ? 0 : Math.Abs(mean * spectrum.EigenVectors.Column(order[0])) / length,
            InnerProducts = [.. products],
        };
    }
}
