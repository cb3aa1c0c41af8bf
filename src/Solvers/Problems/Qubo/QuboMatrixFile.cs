using Hopfield.Files;

namespace Solvers.Problems.Qubo;

/// <summary>Dense matrices Q (.npy, .csv) for xᵀQx; every entry counts, so that Q and its transpose mean the same.</summary>
public static class QuboMatrixFile
{
    /// <summary>Reads an instance to be minimised.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The matrix is not square, or holds something else than finite numbers.</exception>
    public static QuboProblem Read(string path)
    {
        var matrix = MatrixFile.Read(path);
        if (matrix.Rows != matrix.Columns)
            throw InputFile.Error(path, $"the matrix is {matrix.Rows} × {matrix.Columns}", "a square matrix Q");
        var linear = new double[matrix.Rows];
        var terms = new List<QuadraticTerm>();
        for (int i = 0; i < matrix.Rows; i++)
        {
            linear[i] = matrix[i, i];
            for (int j = i + 1; j < matrix.Rows; j++)
                if (matrix[i, j] + matrix[j, i] is var value and not 0) terms.Add(new(i, j, value));
        }
        return new(Path.GetFileNameWithoutExtension(path), new(linear, terms));
    }
}
