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

    /// <summary>Writes an instance as an upper triangle.</summary>
    /// <exception cref="ArgumentException">The problem maximises or has a constant, which a matrix has no word for.</exception>
    public static void Write(string path, QuboProblem problem)
    {
        if (problem.Sense != ScoreSense.Minimise || problem.Form.Constant != 0)
            throw new ArgumentException($"{problem.Name} maximises or has a constant, which a matrix has no word for.", nameof(problem));
        int size = problem.SpinCount;
        var values = new double[size * size];
        for (int i = 0; i < size; i++) values[i * size + i] = problem.Form.Linear[i];
        foreach (var (i, j, value) in problem.Form.Terms) values[i * size + j] = value;
        MatrixFile.Write(path, new Matrix(size, size, values));
    }
}
