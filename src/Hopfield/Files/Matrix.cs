using Hopfield.Numerics;

namespace Hopfield.Files;

/// <summary>A dense matrix as it stands in a file.</summary>
/// <param name="Rows">Number of rows, at least 1.</param>
/// <param name="Columns">Number of columns, at least 1; a vector is one row.</param>
/// <param name="Values">Rows × Columns numbers, row-major.</param>
public sealed record Matrix(int Rows, int Columns, double[] Values)
{
    /// <summary>Number of rows, at least 1.</summary>
    public int Rows { get; } = Check.AtLeast(Rows, 1, nameof(Rows));

    /// <summary>Number of columns, at least 1.</summary>
    public int Columns { get; } = Check.AtLeast(Columns, 1, nameof(Columns));

    /// <summary>Rows × Columns numbers, row-major.</summary>
    public double[] Values { get; } = Sized(Values, Rows, Columns);

    /// <summary>One entry, both indices from 0.</summary>
    public double this[int row, int column] => Values[row * Columns + column];

    private static double[] Sized(double[] values, int rows, int columns)
    {
        Check.Length(values.Length, checked(rows * columns), nameof(Values));
        return values;
    }
}
