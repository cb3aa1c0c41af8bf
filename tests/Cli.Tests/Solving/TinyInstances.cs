using Cli.Tests.Shell;

namespace Cli.Tests.Solving;

/// <summary>Instances small enough to solve by hand or enumeration, as the files that users write.</summary>
internal static class TinyInstances
{
    /// <summary>Seven vertices, weights of both signs.</summary>
    public static readonly (int From, int To, double Weight)[] Edges =
        [(1, 2, 1), (1, 3, 2), (2, 3, 1), (2, 4, -1), (3, 5, 3), (4, 5, 1), (4, 6, 2), (5, 7, 1), (6, 7, 2), (1, 7, -2)];

    /// <summary>Six cities on a circle of radius 100, in mixed order; the shortest tour goes round it.</summary>
    public static readonly (double X, double Y)[] Cities = [(100, 0), (-50, 87), (50, -87), (-100, 0), (50, 87), (-50, -87)];

    public static string WriteGraph(ScratchFolder folder, string name = "tiny.rud") =>
        folder.Write(name, $"7 {Edges.Length}\n{string.Concat(Edges.Select(edge => $"{edge.From} {edge.To} {edge.Weight}\n"))}");

    public static string WriteCities(ScratchFolder folder) => folder.Write("circle.tsp",
        $"NAME: circle\nTYPE: TSP\nDIMENSION: 6\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n"
        + string.Concat(Cities.Select((city, i) => $"{i + 1} {city.X} {city.Y}\n")) + "EOF\n");

    /// <summary>A ring of 40 vertices with chords: work for a while.</summary>
    public static string WriteRing(ScratchFolder folder) => folder.Write("ring.rud",
        "40 80\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i + 1} {(i + 1) % 40 + 1} 1\n{i + 1} {(i + 7) % 40 + 1} 1\n")));

    /// <summary>Cut weight of sides ±1, straight from the edge list.</summary>
    public static double Cut(int[] sides) => Edges.Where(edge => sides[edge.From - 1] != sides[edge.To - 1]).Sum(edge => edge.Weight);

    /// <summary>The largest cut of all 128 partitions.</summary>
    public static double LargestCut() => Enumerable.Range(0, 128)
        .Max(bits => Cut([.. Enumerable.Range(0, 7).Select(i => (bits >> i & 1) == 0 ? -1 : 1)]));

    /// <summary>Length of a tour of cities from 1, by TSPLIB's EUC_2D.</summary>
    public static double Length(int[] tour) => Enumerable.Range(0, tour.Length).Sum(i =>
    {
        var (a, b) = (Cities[tour[i] - 1], Cities[tour[(i + 1) % tour.Length] - 1]);
        return Math.Floor(Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y)) + 0.5);
    });
}
