using System.Globalization;
using Hopfield.Files;

namespace Solvers.Problems;

/// <summary>Published best scores, from a table in this assembly: columns name, size columns, best, status (optimal or best-known), source.
/// An instance is looked up by its name and its sizes, so that another graph called G1 is not measured against the published G1.</summary>
internal sealed class BestKnownTable
{
    private readonly Dictionary<string, (int[] Sizes, BestKnown Best)> _rows = new(StringComparer.OrdinalIgnoreCase);

    public BestKnownTable(string resource)
    {
        foreach (string line in EmbeddedFile.Lines(typeof(BestKnownTable).Assembly, resource).Skip(1))
        {
            var cells = line.Split(',');
            int best = cells.Length - 3;
            _rows.Add(cells[0], (
                [.. cells[1..best].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))],
                new BestKnown(double.Parse(cells[best], CultureInfo.InvariantCulture), cells[best + 1] == "optimal", cells[best + 2])));
        }
    }

    /// <summary>Number of instances in the table.</summary>
    public int Count => _rows.Count;

    /// <summary>The row of that name, with or without a file extension, if its sizes agree.</summary>
    public BestKnown? Find(string name, params ReadOnlySpan<int> sizes) =>
        (_rows.TryGetValue(name, out var row) || _rows.TryGetValue(Path.GetFileNameWithoutExtension(name), out row))
            && sizes.SequenceEqual(row.Sizes) ? row.Best : null;
}
