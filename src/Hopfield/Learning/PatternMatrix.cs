using Hopfield.Model;
using Hopfield.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Hopfield.Learning;

/// <summary>The patterns ξ as the columns of an N × p matrix, checked, with what every rule needs from them.</summary>
internal sealed class PatternMatrix
{
    /// <summary>
    /// Eigenvalues of the Gram matrix below this part of the largest count as zero. The Gram matrix holds whole numbers, so its
    /// eigenvalues carry errors near p·2⁻⁵³ of the largest; real data sets reach conditions of 10⁵ (our choice, between the two).
    /// </summary>
    private const double RankTolerance = 1e-11;

    private readonly IReadOnlyList<sbyte[]> _patterns;

    public PatternMatrix(IReadOnlyList<sbyte[]> patterns)
    {
        Check.AtLeast(patterns.Count, 1, "number of patterns");
        Size = Check.AtLeast(patterns[0].Length, 2, "pattern length");
        for (int m = 0; m < patterns.Count; m++)
        {
            Check.Length(patterns[m].Length, Size, $"pattern {m}");
            int at = patterns[m].AsSpan().IndexOfAnyExcept((sbyte)1, (sbyte)-1);
            if (at >= 0) throw new ArgumentException($"Pattern {m} holds {patterns[m][at]} at {at}; expected +1 or -1.", nameof(patterns));
        }
        _patterns = patterns;
    }

    public int Size { get; }

    public int Count => _patterns.Count;

    /// <summary>The patterns as rows of numbers: [pixel][pattern], so that one row is what two pixels are compared by.</summary>
    public double[][] Rows()
    {
        var rows = new double[Size][];
        for (int i = 0; i < Size; i++)
        {
            rows[i] = new double[Count];
            for (int m = 0; m < Count; m++) rows[i][m] = _patterns[m][i];
        }
        return rows;
    }

    /// <summary>Eigenvalues and eigenvectors of the Gram matrix ξᵀξ (p × p, whole numbers).</summary>
    public Evd<double> GramSpectrum()
    {
        var gram = Matrix<double>.Build.Dense(Count, Count);
        for (int a = 0; a < Count; a++)
            for (int b = 0; b <= a; b++)
                gram[a, b] = gram[b, a] = Math.Round(Spins.Overlap(_patterns[a], _patterns[b]) * Size);
        return gram.Evd(Symmetricity.Symmetric);
    }

    /// <summary>True for the eigenvalues that count as non-zero.</summary>
    public static bool[] Significant(Evd<double> spectrum)
    {
        var values = spectrum.EigenValues.Select(value => value.Real).ToArray();
        double cut = values.Max() * RankTolerance;
        return [.. values.Select(value => value > cut)];
    }
}
