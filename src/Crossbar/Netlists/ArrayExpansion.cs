namespace Crossbar.Netlists;

/// <summary>A crossbar array as plain resistors, for engines and decks that know nothing larger.</summary>
public static class ArrayExpansion
{
    /// <summary>
    /// Every cell and wire segment as (name, node, node, siemens). Cross point [i, j] of array X has the nodes "X_w_i_j" on the word
    /// line and "X_b_i_j" on the bit line; a segment of 0 Ω merges its two nodes, open cells are left out.
    /// </summary>
    public static IEnumerable<(string Name, string A, string B, double Siemens)> Resistors(CrossbarArray array)
    {
        int rows = array.Cells.Rows, columns = array.Cells.Columns;
        double rw = array.Wires.WordSegmentOhms, rb = array.Wires.BitSegmentOhms;
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                if (rw > 0) yield return ($"{array.Name}_rw_{i}_{j}", j == 0 ? array.WordNodes[i] : Word(i, j - 1), Word(i, j), 1 / rw);
                if (array.Cells[i, j] is var g and > 0) yield return ($"{array.Name}_g_{i}_{j}", Word(i, j), Bit(i, j), g);
                if (rb > 0) yield return ($"{array.Name}_rb_{i}_{j}", Bit(i, j), i == rows - 1 ? array.BitNodes[j] : Bit(i + 1, j), 1 / rb);
            }
        }

        string Word(int i, int j) => rw > 0 ? $"{array.Name}_w_{i}_{j}" : array.WordNodes[i];
        string Bit(int i, int j) => rb > 0 ? $"{array.Name}_b_{i}_{j}" : array.BitNodes[j];
    }
}
