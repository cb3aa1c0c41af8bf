using Hopfield.Model;

namespace Hopfield.Files;

/// <summary>Ising models as matrix files, so that weights made elsewhere (Python, MATLAB) can be handed over: J in one file, h in
/// another.</summary>
public static class IsingFile
{
    /// <summary>Reads J, and h where a second file is given.</summary>
    /// <param name="couplingsPath">Square matrix of finite numbers, exactly symmetric, zero on the diagonal (.npy or .csv).</param>
    /// <param name="fieldsPath">N numbers in one row or one column; null for h = 0.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A matrix is not of that kind; the first offending entries are named, indices from
    /// 0.</exception>
    public static IsingModel Read(string couplingsPath, string? fieldsPath = null)
    {
        var matrix = MatrixFile.Read(couplingsPath);
        if (matrix.Rows != matrix.Columns)
            throw InputFile.Error(couplingsPath, $"the matrix is {matrix.Rows} × {matrix.Columns}", "a square matrix of couplings");
        for (int i = 0; i < matrix.Rows; i++)
        {
            if (matrix[i, i] != 0) throw InputFile.Error(couplingsPath, $"entry [{i},{i}] is {matrix[i, i]}", "0 on the diagonal");
            for (int j = i + 1; j < matrix.Columns; j++)
                if (matrix[i, j] != matrix[j, i])
                    throw InputFile.Error(couplingsPath, $"entry [{i},{j}] is {matrix[i, j]:R} but [{j},{i}] is {matrix[j, i]:R}",
                        "an exactly symmetric matrix");
        }
        return new IsingModel(Stored(matrix), fieldsPath is null ? [] : Fields(fieldsPath, matrix.Rows));
    }

    /// <summary>Writes J, and h where a path for it is given. The offset, which no weight matrix has, is not written.</summary>
    /// <exception cref="ArgumentException">The model has external fields but no path is given for them.</exception>
    public static void Write(IsingModel model, string couplingsPath, string? fieldsPath = null)
    {
        if (fieldsPath is null && model.HasFields)
            throw new ArgumentException("The model has external fields; name a file for them too.", nameof(fieldsPath));
        MatrixFile.Write(couplingsPath, new Matrix(model.Size, model.Size, model.Couplings.ToDense()));
        if (fieldsPath is not null) MatrixFile.Write(fieldsPath, new Matrix(1, model.Size, model.Fields.ToArray()));
    }

    private static double[] Fields(string path, int size)
    {
        var matrix = MatrixFile.Read(path);
        return Math.Min(matrix.Rows, matrix.Columns) == 1 && matrix.Values.Length == size ? matrix.Values
            : throw InputFile.Error(path, $"the fields are {matrix.Rows} × {matrix.Columns}", $"one row or column of {size} numbers");
    }

    private static Couplings Stored(Matrix matrix)
    {
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < matrix.Rows; i++)
            for (int j = i + 1; j < matrix.Columns; j++)
            {
                if (matrix[i, j] == 0) continue;
                pairs.Add((i, j, matrix[i, j]));
                if (pairs.Count * 16L >= matrix.Values.LongLength) return Couplings.Dense(matrix.Values, matrix.Rows);
            }
        return Couplings.Sparse(matrix.Rows, pairs);
    }
}
