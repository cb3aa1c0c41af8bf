using Hopfield.Numerics;

namespace Crossbar.Planning.Cells;

/// <summary>The cell types that are built in.</summary>
public static class CellFootprints
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ICellFootprint> All { get; } =
        [.. Catalog.Of<ICellFootprint>(typeof(ICellFootprint).Assembly).Where(cell => cell is not OwnCell)];

    /// <summary>One by name.</summary>
    /// <exception cref="ArgumentException">There is no such cell type.</exception>
    public static ICellFootprint Find(string name) =>
        All.FirstOrDefault(cell => cell.Name == name) ?? throw new ArgumentException(
            $"there is no cell type '{name}'; expected one of {string.Join(", ", All.Select(cell => cell.Name))}");
}
