using System.Globalization;

namespace Solvers.Problems.Tsp;

/// <summary>Writes TSPLIB instances. Distances that no rule of TSPLIB gives (explicit or not rounded) are written as a full
/// matrix.</summary>
internal static class TspLibWriter
{
    /// <summary>Writes an instance whose distances read back to the same numbers.</summary>
    public static void Write(string path, TspInstance instance)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"NAME: {instance.Name}");
        writer.WriteLine("TYPE: TSP");
        writer.WriteLine($"DIMENSION: {instance.CityCount}");
        bool explicitly = instance.Metric == TspMetric.Explicit || instance.RealDistances;
        writer.WriteLine($"EDGE_WEIGHT_TYPE: {(explicitly ? "EXPLICIT" : Keyword(instance.Metric))}");
        if (explicitly)
        {
            writer.WriteLine("EDGE_WEIGHT_FORMAT: FULL_MATRIX");
            if (instance.DisplayCoordinates is { } display) WriteCoordinates(writer, "DISPLAY_DATA_SECTION", display);
            writer.WriteLine("EDGE_WEIGHT_SECTION");
            double[] distances = instance.DistanceMatrix();
            foreach (double[] row in distances.Chunk(instance.CityCount)) writer.WriteLine(string.Join(' ', row.Select(Text)));
        }
        else
        {
            WriteCoordinates(writer, "NODE_COORD_SECTION", instance.Coordinates!);
        }
        writer.WriteLine("EOF");
    }

    private static void WriteCoordinates(StreamWriter writer, string section, IReadOnlyList<(double X, double Y)> places)
    {
        writer.WriteLine(section);
        for (int city = 0; city < places.Count; city++) writer.WriteLine($"{city + 1} {Text(places[city].X)} {Text(places[city].Y)}");
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Keyword(TspMetric metric) => metric switch
    {
        TspMetric.Euclidean => "EUC_2D",
        TspMetric.EuclideanCeiling => "CEIL_2D",
        TspMetric.Geographic => "GEO",
        _ => "ATT",
    };
}
