using Hopfield.Numerics;

namespace Crossbar.Arrays;

/// <summary>The cells of one array: conductance in siemens, [row = word line, column = bit line], row-major. Zero is an open
/// cell.</summary>
public sealed class ConductanceMatrix
{
    /// <summary>Takes rows × columns conductances, row-major, S.</summary>
    /// <exception cref="ArgumentException">The length does not fit, or a conductance is negative or not finite.</exception>
    public ConductanceMatrix(int rows, int columns, double[] siemens)
    {
        Rows = Check.AtLeast(rows, 1, nameof(rows));
        Columns = Check.AtLeast(columns, 1, nameof(columns));
        Check.Length(siemens.Length, checked(rows * columns), nameof(siemens));
        for (int i = 0; i < siemens.Length; i++)
            if (!(double.IsFinite(siemens[i]) && siemens[i] >= 0))
                throw new ArgumentException($"Conductance [{i / columns},{i % columns}] must be finite and at least 0 S, not {siemens[i]}.",
                    nameof(siemens));
        Siemens = siemens;
    }

    /// <summary>Number of word lines.</summary>
    public int Rows { get; }

    /// <summary>Number of bit lines.</summary>
    public int Columns { get; }

    /// <summary>The conductances, row-major, S.</summary>
    public double[] Siemens { get; }

    /// <summary>Conductance of one cell, S.</summary>
    public double this[int row, int column] => Siemens[row * Columns + column];

    /// <summary>One word line's cells.</summary>
    public ReadOnlySpan<double> Row(int row) => Siemens.AsSpan(row * Columns, Columns);

    /// <summary>A copy of the cells where some neighbouring word lines cross some neighbouring bit lines: what a tile holds.</summary>
    public ConductanceMatrix Block(int row, int column, int rows, int columns)
    {
        var siemens = new double[checked(rows * columns)];
        for (int i = 0; i < rows; i++) Row(row + i).Slice(column, columns).CopyTo(siemens.AsSpan(i * columns));
        return new(rows, columns, siemens);
    }
}
