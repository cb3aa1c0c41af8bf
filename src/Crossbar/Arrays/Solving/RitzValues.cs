namespace Crossbar.Arrays.Solving;

/// <summary>What conjugate gradients have learnt of the spectrum: their step lengths α and ratios β are the entries of the Lanczos matrix,
/// whose eigenvalues, the Ritz values θ, are the roots of the polynomial by which the residual was reduced. Steps of length 1/θ apply the
/// same polynomial to any other input of the same array, without a single inner product. Sources: Golub and Van Loan 2013, Matrix
/// Computations, §8.4, §10.1 (Lanczos, bisection); Nachtigal, Reichel and Trefethen 1992, SIAM J. Matrix Anal. Appl. 13:796 (hybrid
/// iteration; Leja order keeps its rounding errors small).</summary>
internal static class RitzValues
{
    /// <summary>The Ritz values in Leja order, beginning with the smallest.</summary>
    public static double[] Of(IReadOnlyList<double> alpha, IReadOnlyList<double> beta)
    {
        int n = alpha.Count;
        double[] diagonal = new double[n], squared = new double[n];
        for (int k = 0; k < n; k++)
        {
            diagonal[k] = 1 / alpha[k] + (k > 0 ? beta[k - 1] / alpha[k - 1] : 0);
            squared[k] = k > 0 ? beta[k - 1] / (alpha[k - 1] * alpha[k - 1]) : 0;
        }
        return Leja([.. Enumerable.Range(0, n).Select(k => Eigenvalue(diagonal, squared, k))]);
    }

    /// <summary>The k-th smallest eigenvalue, in (0, 1]: bisection on the number of eigenvalues below a value.</summary>
    private static double Eigenvalue(double[] diagonal, double[] squared, int k)
    {
        double low = 0, high = 1;
        for (int step = 0; step < 50; step++)
        {
            double middle = 0.5 * (low + high);
            if (CountBelow(diagonal, squared, middle) > k) high = middle;
            else low = middle;
        }
        return high;
    }

    private static int CountBelow(double[] diagonal, double[] squared, double value)
    {
        int count = 0;
        double pivot = 1;
        for (int k = 0; k < diagonal.Length; k++)
        {
            pivot = diagonal[k] - value - (k > 0 ? squared[k] / pivot : 0);
            if (pivot == 0) pivot = 1e-300;
            if (pivot < 0) count++;
        }
        return count;
    }

    private static double[] Leja(double[] ascending)
    {
        var open = ascending.ToList();
        var ordered = new List<double>();
        while (open.Count > 0)
        {
            double next = ordered.Count == 0
                ? open[0]
                : open.MaxBy(value => ordered.Sum(chosen => Math.Log(Math.Max(Math.Abs(value - chosen), 1e-300))));
            open.Remove(next);
            ordered.Add(next);
        }
        return [.. ordered];
    }
}
