using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>Rates of permanent faults. Every fault is drawn for itself from the key, cell by cell and line by line, so that one more row
/// changes nothing in the rows before. Measured: 9.04 % stuck at 1 and 1.75 % stuck at 0 in a 4-Mb HfO₂ array (Chen et al. 2015, IEEE
/// Trans. Comput. 64:180); about 1 % of all cells in a 64 × 64 passive array (Mahmoodi et al., IEDM 2019).</summary>
public sealed record ArrayFaults
{
    /// <summary>Probability that a cell is stuck on. Default 0 (our choice). Range: 0 … 1.</summary>
    public double StuckOnRate { get; init => field = Check.InRange(value, 0, 1, nameof(StuckOnRate)); }

    /// <summary>Probability that a cell is stuck off. Default 0 (our choice). Range: 0 … 1.</summary>
    public double StuckOffRate { get; init => field = Check.InRange(value, 0, 1, nameof(StuckOffRate)); }

    /// <summary>Probability that a cell is open. Default 0 (our choice). Range: 0 … 1.</summary>
    public double OpenRate { get; init => field = Check.InRange(value, 0, 1, nameof(OpenRate)); }

    /// <summary>Probability that a word line is cut before its first cell and floats. Default 0 (our choice). Range: 0 … 1.</summary>
    public double BrokenWordRate { get; init => field = Check.InRange(value, 0, 1, nameof(BrokenWordRate)); }

    /// <summary>Probability that a bit line is cut after its last cell and floats. Default 0 (our choice). Range: 0 … 1.</summary>
    public double BrokenBitRate { get; init => field = Check.InRange(value, 0, 1, nameof(BrokenBitRate)); }

    /// <summary>Draws the faults of an array, row-major.</summary>
    /// <exception cref="ArgumentException">The three rates of a cell add up to more than 1.</exception>
    public CellFault[] DrawCells(int rows, int columns, RandomKey key)
    {
        if (StuckOnRate + StuckOffRate + OpenRate > 1)
            throw new ArgumentException($"The fault rates of a cell add up to {StuckOnRate + StuckOffRate + OpenRate}; expected at "
                + "most 1.");
        var faults = new CellFault[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            var rowKey = key.Fold("cell faults").Fold(i);
            for (int j = 0; j < columns; j++)
            {
                double u = rowKey.Fold(j).Stream().NextUniform();
                faults[i * columns + j] = u < StuckOnRate ? CellFault.StuckOn
                    : u < StuckOnRate + StuckOffRate ? CellFault.StuckOff
                    : u < StuckOnRate + StuckOffRate + OpenRate ? CellFault.Open : CellFault.None;
            }
        }
        return faults;
    }

    /// <summary>Which word lines are broken.</summary>
    public bool[] DrawWords(int rows, RandomKey key) => Draw(rows, BrokenWordRate, key.Fold("word faults"));

    /// <summary>Which bit lines are broken.</summary>
    public bool[] DrawBits(int columns, RandomKey key) => Draw(columns, BrokenBitRate, key.Fold("bit faults"));

    private static bool[] Draw(int lines, double rate, RandomKey key) =>
        [.. Enumerable.Range(0, lines).Select(line => key.Fold(line).Stream().NextUniform() < rate)];
}
