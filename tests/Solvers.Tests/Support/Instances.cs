using TestSupport;

namespace Solvers.Tests.Support;

/// <summary>Instances that are part of the project.</summary>
internal static class Instances
{
    /// <summary>Path of TSPLIB's burma14, which the demo uses too: optimum 3323.</summary>
    public static string Burma14 => Path.Combine(SharedFolder.Repository, "src", "Cli", "Demo", "burma14.tsp");

    /// <summary>Vertices of a grid, each joined to its neighbours, as a METIS file.</summary>
    public static string GridGraph(int rows, int columns)
    {
        IEnumerable<int> Neighbours(int v) => Enumerable.Range(0, rows * columns)
            .Where(u => Math.Abs(v / columns - u / columns) + Math.Abs(v % columns - u % columns) == 1);
        int edges = rows * (columns - 1) + columns * (rows - 1);
        return $"{rows * columns} {edges}\n"
            + string.Concat(Enumerable.Range(0, rows * columns).Select(v => string.Join(' ', Neighbours(v).Select(u => u + 1)) + "\n"));
    }
}
