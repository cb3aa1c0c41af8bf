namespace Plots;

/// <summary>A graph whose nodes are split in two, with the edges between the two sides standing out. Of more than 4,000 edges an even
/// sample is drawn, and the figure says so.</summary>
public sealed record GraphCutFigure : Figure
{
    /// <summary>Side of each node, +1 or −1.</summary>
    public required IReadOnlyList<sbyte> Sides { get; init; }

    /// <summary>Pairs of zero-based node numbers.</summary>
    public required IReadOnlyList<(int From, int To)> Edges { get; init; }

    /// <summary>Places of the nodes, any scale, y upwards; null puts them on a circle, one side left, the other right.</summary>
    public IReadOnlyList<(double X, double Y)>? Coordinates { get; init; }

    /// <summary>Number written at the first node; files often count from 1. Default 0.</summary>
    public int FirstNumber { get; init; }

    // Nodes and edges in one table, told apart by the first column; numbers as the figure shows them.
    private protected override CsvTable Table()
    {
        var table = new CsvTable("item", "node", "to", "side", "x", "y");
        for (int i = 0; i < Sides.Count; i++)
            table.Add("node", CsvTable.Number(FirstNumber + i), "", CsvTable.Number(Sides[i]),
                Coordinates is null ? "" : CsvTable.Number(Coordinates[i].X), Coordinates is null ? "" : CsvTable.Number(Coordinates[i].Y));
        foreach (var (from, to) in Edges)
            table.Add("edge", CsvTable.Number(FirstNumber + from), CsvTable.Number(FirstNumber + to), "", "", "");
        return table;
    }
}
