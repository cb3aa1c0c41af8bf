using System.Numerics;

namespace Hopfield.Numerics.Dense;

/// <summary>How an operand of a product is stored, row-major in either case.</summary>
public enum Operand
{
    /// <summary>As it stands.</summary>
    Plain,

    /// <summary>The stored matrix is the transpose of the operand.</summary>
    Transposed,
}

/// <summary>What a product does with what is already in C.</summary>
public enum Into
{
    /// <summary>C = A·B.</summary>
    Replace,

    /// <summary>C += A·B.</summary>
    Add,

    /// <summary>C −= A·B.</summary>
    Subtract,
}

/// <summary>Products of dense row-major matrices on one core, in single or double precision, at a rate near the machine's
/// (docs/results/digital.md). Blocks of B are copied so that the kernel reads them in order; C is never copied. The result does not depend
/// on the vector width.</summary>
public static class MatrixProduct
{
    private const int LargestStepBlock = 256, BlockBytes = 512 * 1024;

    /// <summary>C = A·B, or added to or subtracted from what C holds.</summary>
    /// <param name="a">rows × steps.</param>
    /// <param name="aForm">Whether <paramref name="a"/> holds A or its transpose.</param>
    /// <param name="b">steps × columns.</param>
    /// <param name="bForm">Whether <paramref name="b"/> holds B or its transpose.</param>
    /// <param name="c">rows × columns; may not overlap the others.</param>
    /// <param name="rows">Rows of C.</param>
    /// <param name="columns">Columns of C.</param>
    /// <param name="steps">Length of each sum.</param>
    /// <param name="into">What happens to what C holds.</param>
    /// <exception cref="ArgumentException">A length does not fit the numbers of rows and columns.</exception>
    public static void Multiply<T>(
        ReadOnlySpan<T> a, Operand aForm, ReadOnlySpan<T> b, Operand bForm, Span<T> c, int rows, int columns, int steps,
            Into into = Into.Replace)
        where T : unmanaged, INumber<T>
    {
        Check.Length(a.Length, checked(rows * steps), nameof(a));
        Check.Length(b.Length, checked(steps * columns), nameof(b));
        Check.Length(c.Length, checked(rows * columns), nameof(c));
        if (into == Into.Replace) c.Clear();
        Multiply(new(a, aForm, aForm == Operand.Plain ? steps : rows), new(b, bForm, bForm == Operand.Plain ? columns : steps),
            c, columns, rows, columns, steps, into == Into.Subtract, isSymmetric: false);
    }

    /// <summary>C = AᵀA for a stored steps × size matrix A, or AAᵀ for a size × steps one; exactly symmetric, at half the cost.</summary>
    /// <param name="a">The matrix.</param>
    /// <param name="form">Transposed: AᵀA with A stored steps × size. Plain: AAᵀ with A stored size × steps.</param>
    /// <param name="c">size × size.</param>
    /// <param name="size">Rows and columns of C.</param>
    /// <param name="steps">Length of each sum.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Gram<T>(ReadOnlySpan<T> a, Operand form, Span<T> c, int size, int steps) where T : unmanaged, INumber<T>
    {
        Check.Length(a.Length, checked(size * steps), nameof(a));
        Check.Length(c.Length, checked(size * size), nameof(c));
        c.Clear();
        int stride = form == Operand.Plain ? steps : size;
        var other = form == Operand.Plain ? Operand.Transposed : Operand.Plain;
        Multiply(new(a, form, stride), new(a, other, stride), c, size, size, size, steps, subtract: false, isSymmetric: true);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++) c[j * size + i] = c[i * size + j];
    }

    /// <summary>C −= A·Aᵀ in the lower triangle only: what a Cholesky step subtracts.</summary>
    internal static void SubtractGram<T>(ReadOnlySpan<T> a, int aStride, Span<T> c, int cStride, int size, int steps)
        where T : unmanaged, INumber<T> =>
        Multiply(new(a, Operand.Plain, aStride), new(a, Operand.Transposed, aStride), c, cStride, size, size, steps, true,
            isSymmetric: true);

    /// <summary>C −= A·B of parts of larger matrices, each with the row length of the whole.</summary>
    internal static void Subtract<T>(
        ReadOnlySpan<T> a, int aStride, ReadOnlySpan<T> b, int bStride, Span<T> c, int cStride, int rows, int columns, int steps)
        where T : unmanaged, INumber<T> =>
        Multiply(new(a, Operand.Plain, aStride), new(b, Operand.Plain, bStride), c, cStride, rows, columns, steps, true,
            isSymmetric: false);

    private readonly ref struct Part<T>(ReadOnlySpan<T> values, Operand form, int stride)
    {
        public ReadOnlySpan<T> Values { get; } = values;

        public Operand Form { get; } = form;

        public int Stride { get; } = stride;
    }

    private static unsafe void Multiply<T>(
        Part<T> a, Part<T> b, Span<T> c, int cStride, int rows, int columns, int steps, bool subtract, bool isSymmetric)
        where T : unmanaged, INumber<T>
    {
        int width = ProductKernel<T>.TileColumns;
        int stepBlock = steps == 0 ? 1 : (steps - 1) / ((steps + LargestStepBlock - 1) / LargestStepBlock) + 1; // equal blocks
        int rowBlock =
            BlockBytes / (LargestStepBlock * sizeof(T)) / ProductKernel<T>.TileRows * ProductKernel<T>.TileRows; // half of a usual L2
        nint rowStride = a.Form == Operand.Plain ? a.Stride : 1, stepStride = a.Form == Operand.Plain ? 1 : a.Stride;
        var panelSpace = new T[stepBlock * width + ProductKernel<T>.TileRows * width];
        fixed (T* aStart = a.Values, bStart = b.Values, cStart = c, panel = panelSpace)
        {
            T* edge = panel + stepBlock * width;
            for (int step = 0; step < steps; step += stepBlock)
            {
                int count = Math.Min(stepBlock, steps - step);
                for (int top = 0; top < rows; top += rowBlock)
                {
                    int bottom = Math.Min(rows, top + rowBlock);
                    int right = isSymmetric ? Math.Min(columns, bottom) : columns;
                    for (int left = 0; left < right; left += width)
                    {
                        int filled = Math.Min(width, columns - left);
                        Pack(bStart, b, step, count, left, filled, panel, width);
                        int first = isSymmetric ? Math.Max(top, left / ProductKernel<T>.TileRows * ProductKernel<T>.TileRows) : top;
                        first = top + (first - top) / ProductKernel<T>.TileRows * ProductKernel<T>.TileRows;
                        Column(aStart + first * rowStride + step * stepStride, rowStride, stepStride, panel, count,
                            cStart + (nint)first * cStride + left, cStride, bottom - first, filled, edge, subtract);
                    }
                }
            }
        }
    }

    /// <summary>One column of tiles; where fewer than a tile's columns are left, the tile is made at the edge and its part
    /// copied.</summary>
    private static unsafe void Column<T>(
        T* a, nint rowStride, nint stepStride, T* panel, int steps, T* c, nint cStride, int rows, int filled, T* edge, bool subtract)
        where T : unmanaged, INumber<T>
    {
        const int tall = ProductKernel<T>.TileRows;
        int width = ProductKernel<T>.TileColumns;
        for (int row = 0; row < rows;)
        {
            int height = rows - row >= tall ? tall : rows - row >= 4 ? 4 : 1;
            T* to = filled == width ? c : edge;
            nint toStride = filled == width ? cStride : width;
            if (filled < width) new Span<T>(edge, height * width).Clear();
            if (height == tall) ProductKernel<T>.SixRows(a, rowStride, stepStride, panel, steps, to, toStride, subtract);
            else if (height == 4) ProductKernel<T>.FourRows(a, rowStride, stepStride, panel, steps, to, toStride, subtract);
            else ProductKernel<T>.OneRow(a, stepStride, panel, steps, to, subtract);
            if (filled < width)
                for (int r = 0; r < height; r++)
                    for (int j = 0; j < filled; j++) c[r * cStride + j] += edge[r * width + j];
            row += height;
            a += height * rowStride;
            c += height * cStride;
        }
    }

    /// <summary>Copies <paramref name="filled"/> columns of B from <paramref name="left"/> on, step by step, with zeros up to the
    /// width.</summary>
    private static unsafe void Pack<T>(T* b, Part<T> part, int step, int count, int left, int filled, T* panel, int width)
        where T : unmanaged, INumber<T>
    {
        if (filled < width) new Span<T>(panel, count * width).Clear();
        if (part.Form == Operand.Plain)
        {
            T* from = b + (nint)step * part.Stride + left;
            if (filled == width)
                for (int k = 0; k < count; k++, from += part.Stride, panel += width)
                {
                    Vector.Load(from).Store(panel);
                    Vector.Load(from + Vector<T>.Count).Store(panel + Vector<T>.Count);
                }
            else
                for (int k = 0; k < count; k++, from += part.Stride) new ReadOnlySpan<T>(from,
                    filled).CopyTo(new Span<T>(panel + k * width, filled));
            return;
        }
        for (int j = 0; j < filled; j++)
        {
            T* column = b + (nint)(left + j) * part.Stride + step;
            for (int k = 0; k < count; k++) panel[k * width + j] = column[k];
        }
    }
}
