namespace Plots;

/// <summary>A graph whose nodes belong to classes (colours, a set and its rest), with some edges marked. Of more than 4,000 edges an even
/// sample is drawn.</summary>
public sealed record VertexClassesFigure : Figure
{
    /// <summary>Class of each node, from 0; −1 for a node that belongs to none and is drawn pale.</summary>
    public required IReadOnlyList<int> Classes { get; init; }

    /// <summary>Pairs of zero-based node numbers.</summary>
    public required IReadOnlyList<(int From, int To)> Edges { get; init; }

    /// <summary>Whether an edge between two classes stands out (a conflict, an edge of a clique).</summary>
    public required Func<int, int, bool> Marks { get; init; }

    /// <summary>Line under the title.</summary>
    public string Note { get; init; } = "";

    /// <summary>Number written at the first node. Default 1, as DIMACS counts.</summary>
    public int FirstNumber { get; init; } = 1;

    // Nodes and edges in one table, told apart by the first column; numbers as the figure shows them.
    private protected override CsvTable Table()
    {
        var table = new CsvTable("item", "node", "to", "class", "marked");
        for (int i = 0; i < Classes.Count; i++)
            table.Add("node", CsvTable.Number(FirstNumber + i), "", CsvTable.Number(Classes[i]), "");
        foreach (var (from, to) in Edges)
            table.Add("edge", CsvTable.Number(FirstNumber + from), CsvTable.Number(FirstNumber + to), "",
                Marks(Classes[from], Classes[to]) ? "1" : "0");
        return table;
    }
}
