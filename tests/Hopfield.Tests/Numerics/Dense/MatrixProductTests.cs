using Hopfield.Numerics;
using Hopfield.Numerics.Dense;

namespace Hopfield.Tests.Numerics.Dense;

public class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 6, 8, 3 }, { 7, 17, 300 }, { 13, 40, 257 }, { 200, 33, 5 }, { 197, 64, 513 },
    };

    /// <summary>Bound: each sum of k products errs by less than k·2⁻⁵³·Σ|a||b| (here entries are below 1).</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Multiply_InEveryForm_IsTheSumOfProducts(int rows, int columns, int steps)
    {
        double[] a = Random(rows * steps, 1), b = Random(steps * columns, 2), start = Random(rows * columns, 3);
        var expected = new double[rows * columns];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++)
                for (int k = 0; k < steps; k++) expected[i * columns + j] += a[i * steps + k] * b[k * columns + j];
        foreach (var aForm in Enum.GetValues<Operand>())
            foreach (var bForm in Enum.GetValues<Operand>())
            {
                double[] left = aForm == Operand.Plain ? a : Transpose(a, rows, steps);
                double[] right = bForm == Operand.Plain ? b : Transpose(b, steps, columns);
                var c = new double[rows * columns];
                MatrixProduct.Multiply<double>(left, aForm, right, bForm, c, rows, columns, steps);
                for (int i = 0; i < c.Length; i++) Assert.Equal(expected[i], c[i], steps * steps * 1.2e-16 + 1e-15);
                c = [.. start];
                MatrixProduct.Multiply<double>(left, aForm, right, bForm, c, rows, columns, steps, Into.Subtract);
                for (int i = 0; i < c.Length; i++) Assert.Equal(start[i] - expected[i], c[i], steps * steps * 1.2e-16 + 1e-15);
                MatrixProduct.Multiply<double>(left, aForm, right, bForm, c, rows, columns, steps, Into.Add);
                for (int i = 0; i < c.Length; i++) Assert.Equal(start[i], c[i], steps * steps * 1.2e-16 + 1e-15);
            }
    }

    [Fact]
    public void Multiply_OfWholeNumbersInSinglePrecision_IsExact()
    {
        float[] a = [.. Enumerable.Range(0, 11 * 300).Select(i => (float)(i * 7 % 5 - 2))];
        float[] b = [.. Enumerable.Range(0, 300 * 19).Select(i => (float)(i * 3 % 7 - 3))];
        var c = new float[11 * 19];
        MatrixProduct.Multiply<float>(a, Operand.Plain, b, Operand.Plain, c, 11, 19, 300);
        for (int i = 0; i < 11; i++)
            for (int j = 0; j < 19; j++)
                Assert.Equal(Enumerable.Range(0, 300).Sum(k => a[i * 300 + k] * b[k * 19 + j]), c[i * 19 + j]);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(31, 40)]
    [InlineData(410, 300)]
    public void Gram_IsSymmetricAndTheProduct(int size, int steps)
    {
        double[] a = Random(size * steps, 4);
        double[] gram = new double[size * size], product = new double[size * size];
        MatrixProduct.Multiply<double>(a, Operand.Plain, a, Operand.Transposed, product, size, size, steps);
        MatrixProduct.Gram<double>(a, Operand.Plain, gram, size, steps);
        Assert.Equal(product, gram);
        MatrixProduct.Gram<double>(Transpose(a, size, steps), Operand.Transposed, gram, size, steps);
        Assert.Equal(product, gram);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(48)]
    [InlineData(131)]
    public void Cholesky_OfAGramMatrix_GivesItBackAndSolves(int size)
    {
        double[] a = Random(size * (size + 20), 5), gram = new double[size * size], right = Random(size * 7, 6), solved = [.. right];
        MatrixProduct.Gram<double>(a, Operand.Plain, gram, size, size + 20);
        var factor = CholeskyFactor.Of(gram, size)!;
        factor.SolveLower(solved, 7);
        // zᵀz = bᵀ G⁻¹ b, checked through MathNet's solver.
        var g = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(size, size, gram);
        for (int column = 0; column < 7; column++)
        {
            var b = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(size, i => right[i * 7 + column]);
            double expected = b * g.Solve(b), ours = Enumerable.Range(0, size).Sum(i => solved[i * 7 + column] * solved[i * 7 + column]);
            Assert.Equal(expected, ours, 1e-9 * expected);
        }
    }

    [Fact]
    public void Cholesky_OfASingularMatrix_IsRefused()
    {
        Assert.Null(CholeskyFactor.Of([1, 1, 1, 1], 2));
        Assert.Null(CholeskyFactor.Of([1, 2, 2, 1], 2));
        Assert.NotNull(CholeskyFactor.Of([2, 1, 1, 2], 2));
    }

    [Fact]
    public void Multiply_WithAWrongLength_IsRefused() => Assert.Throws<ArgumentException>(
        () => MatrixProduct.Multiply<double>(new double[5], Operand.Plain, new double[6], Operand.Plain, new double[4], 2, 2, 3));

    private static double[] Random(int count, ulong seed)
    {
        var stream = RandomKey.FromSeed(seed).Stream();
        var values = new double[count];
        for (int i = 0; i < count; i++) values[i] = 2 * stream.NextUniform() - 1;
        return values;
    }

    private static double[] Transpose(double[] a, int rows, int columns)
    {
        var t = new double[a.Length];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < columns; j++) t[j * rows + i] = a[i * columns + j];
        return t;
    }
}
