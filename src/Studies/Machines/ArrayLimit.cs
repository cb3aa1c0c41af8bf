using System.Globalization;

namespace Studies.Machines;

/// <summary>The size of the array at hand, and how many neurons it holds as differential pairs with bias lines.</summary>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
public sealed record ArrayLimit(int Rows, int Columns)
{
    /// <summary>The smallest useful array: two neurons and a bias pair.</summary>
    private const int LeastRows = 6, LeastColumns = 2;

    /// <summary>Bias pairs that are kept free: one for each sixteen word lines (our choice). Neurons that are held outside a block are
    /// fields of many times a coupling; spread over several pairs they leave the couplings most of the range of the cells.</summary>
    public int BiasPairs => Math.Max(1, Rows / 16);

    /// <summary>Neurons: one bit line and a pair of word lines each.</summary>
    public int Neurons => Math.Min(Columns, Rows / 2 - BiasPairs);

    /// <summary>Reads "64x64", rows first.</summary>
    /// <exception cref="ArgumentException">It has another form or is too small.</exception>
    public static ArrayLimit Parse(string text)
    {
        string[] parts = text.Split('x', 'X', '×');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int rows)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int columns))
            throw new ArgumentException($"Array {text}: expected word lines x bit lines, such as 64x64");
        return rows >= LeastRows && columns >= LeastColumns ? new(rows, columns)
            : throw new ArgumentException($"Array {text}: too small; expected at least {LeastRows}x{LeastColumns}");
    }
}
