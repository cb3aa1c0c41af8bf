namespace Hopfield.Model;

/// <summary>The symmetric coupling matrix J of an <see cref="IsingModel"/>, zero on the diagonal; dense or sparse behind one
/// door.</summary>
public abstract class Couplings
{
    /// <summary>Number of spins N; the matrix is N × N.</summary>
    public abstract int Size { get; }

    /// <summary>Number of stored entries J_ij ≠ 0, both triangles counted.</summary>
    public abstract long NonZeroCount { get; }

    /// <summary>J_ij.</summary>
    public abstract double this[int row, int column] { get; }

    /// <summary>y = J x. Cost: one pass over the stored entries.</summary>
    public abstract void Multiply(ReadOnlySpan<double> x, Span<double> y);

    /// <summary>fields += factor · (row <paramref name="row"/> of J): what a spin flip does to all local fields.</summary>
    public abstract void AddRow(int row, double factor, Span<double> fields);

    /// <summary>The non-zero entries of one row, columns ascending.</summary>
    public abstract IEnumerable<(int Column, double Value)> Row(int row);

    /// <summary>Largest |J_ij|; 0 for a matrix without entries.</summary>
    public double LargestMagnitude()
    {
        double largest = 0;
        for (int i = 0; i < Size; i++)
            foreach (var (_, value) in Row(i))
                largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>The matrix as N × N row-major numbers.</summary>
    public double[] ToDense()
    {
        var dense = new double[checked(Size * Size)];
        for (int i = 0; i < Size; i++)
            foreach (var (j, value) in Row(i))
                dense[i * Size + j] = value;
        return dense;
    }

    /// <summary>Dense storage from N × N row-major numbers, after checking that they are finite, symmetric and zero on the
    /// diagonal.</summary>
    /// <param name="values">N² numbers, row-major.</param>
    /// <param name="size">N, at least 1.</param>
    /// <exception cref="ArgumentException">An entry is not finite, the matrix is not exactly symmetric, or its diagonal is not
    /// zero.</exception>
    public static Couplings Dense(double[] values, int size) => new DenseCouplings(values, size);

    /// <summary>Sparse storage from pairs (i, j, J_ij), each given once; pairs that name the same two spins are added.</summary>
    /// <exception cref="ArgumentException">An index is out of range, i = j, or a value is not finite.</exception>
    public static Couplings Sparse(int size, IEnumerable<(int I, int J, double Value)> pairs) => new SparseCouplings(size, pairs);

    /// <summary>The storage that is smaller and faster for this fill: dense from an eighth of all entries on (our choice,
    /// measured).</summary>
    public static Couplings FromPairs(int size, IReadOnlyCollection<(int I, int J, double Value)> pairs)
    {
        var sparse = new SparseCouplings(size, pairs);
        return sparse.NonZeroCount * 8 >= (long)size * size ? new DenseCouplings(sparse.ToDense(), size) : sparse;
    }

    /// <summary>Couplings of sparse pairs and of a squared sum: J_ij = pairs + factor · v_i v_j for i ≠ j, stored densely while that is
    /// small.</summary>
    /// <param name="size">N.</param>
    /// <param name="pairs">As in <see cref="Sparse"/>.</param>
    /// <param name="vector">v, N finite numbers.</param>
    /// <param name="factor">Finite; a penalty P(Σ v_i s_i)² has the factor −2P.</param>
    /// <exception cref="ArgumentException">As <see cref="Sparse"/>, or v has another length or is not finite.</exception>
    public static Couplings SparseWithSquare(int size, IEnumerable<(int I, int J, double Value)> pairs, double[] vector, double factor)
    {
        var couplings = new SquareCouplings(new SparseCouplings(size, pairs), vector, factor);
        return size <= LargestDenseSquare ? new DenseCouplings(couplings.ToDense(), size) : couplings;
    }

    /// <summary>A dense matrix of 32 MB: above it the square is computed, not stored (our choice).</summary>
    private const int LargestDenseSquare = 2048;
}
