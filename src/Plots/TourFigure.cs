namespace Plots;

/// <summary>A closed tour through cities.</summary>
public sealed record TourFigure : Figure
{
    /// <summary>Zero-based cities in the order of the visit, each once; the way back to the first is drawn too.</summary>
    public required IReadOnlyList<int> Tour { get; init; }

    /// <summary>Places of the cities, any scale, y upwards; null (only distances are known) puts them on a circle in tour order.</summary>
    public IReadOnlyList<(double X, double Y)>? Coordinates { get; init; }

    /// <summary>Names of the cities; null numbers them from 1, as TSPLIB does.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Second line, as in "length 3323, optimum 3323".</summary>
    public string Note { get; init; } = "";

    private protected override CsvTable Table()
    {
        var table = new CsvTable("visit", "city", "x", "y");
        for (int k = 0; k < Tour.Count; k++)
        {
            int city = Tour[k];
            table.Add(CsvTable.Number(k + 1), Names?[city] ?? CsvTable.Number(city + 1),
                Coordinates is null ? "" : CsvTable.Number(Coordinates[city].X),
                Coordinates is null ? "" : CsvTable.Number(Coordinates[city].Y));
        }
        return table;
    }
}
