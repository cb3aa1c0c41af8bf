namespace Solvers.Problems.Tsp;

/// <summary>Symmetric TSP instances in TSPLIB's format: EUC_2D, CEIL_2D, GEO, ATT and EXPLICIT distances in every triangular or full
/// layout. Other keywords are refused, because a section that is passed over (fixed edges, depots …) would change the problem. Source: G.
/// Reinelt, TSPLIB 95.</summary>
public static class TspLibFile
{
    private const string KnownKeywords =
        "NAME, TYPE, COMMENT, DIMENSION, EDGE_WEIGHT_TYPE, EDGE_WEIGHT_FORMAT, NODE_COORD_TYPE, DISPLAY_DATA_TYPE, "
        + "NODE_COORD_SECTION, DISPLAY_DATA_SECTION, EDGE_WEIGHT_SECTION or EOF";

    /// <summary>Reads an instance.</summary>
    /// <param name="path">The file.</param>
    /// <param name="realDistances">Leave out the rounding of the distance rule, for sets in the unit square.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">An unknown keyword or value, numbers missing or too many, or an asymmetric or negative
    /// distance.</exception>
    public static TspInstance Read(string path, bool realDistances = false)
    {
        using var text = new TspLibText(path);
        string name = Path.GetFileNameWithoutExtension(path);
        string? metric = null, format = null;
        int cities = 0;
        (double X, double Y)[]? coordinates = null, display = null;
        double[]? table = null;
        while (text.NextEntry())
        {
            switch (text.Keyword)
            {
                case "NAME":
                    name = text.Value;
                    break;
                case "TYPE":
                    text.ValueOf("TSP");
                    break;
                case "COMMENT":
                    break;
                case "DIMENSION":
                    cities = text.CityCount();
                    break;
                case "EDGE_WEIGHT_TYPE":
                    metric = text.ValueOf("EUC_2D", "CEIL_2D", "GEO", "ATT", "EXPLICIT");
                    break;
                case "EDGE_WEIGHT_FORMAT":
                    format = text.ValueOf(["FUNCTION", .. TspLibWeights.Formats]);
                    break;
                case "NODE_COORD_TYPE":
                    text.ValueOf("TWOD_COORDS", "NO_COORDS");
                    break;
                case "DISPLAY_DATA_TYPE":
                    text.ValueOf("COORD_DISPLAY", "TWOD_DISPLAY", "NO_DISPLAY");
                    break;
                case "NODE_COORD_SECTION":
                    coordinates = text.Coordinates(Known(text, cities));
                    break;
                case "DISPLAY_DATA_SECTION":
                    display = text.Coordinates(Known(text, cities));
                    break;
                case "EDGE_WEIGHT_SECTION":
                    if (format is null or "FUNCTION")
                        throw text.Error("EDGE_WEIGHT_SECTION stands without a matrix format", "EDGE_WEIGHT_FORMAT before it");
                    table = TspLibWeights.Read(text, format, Known(text, cities));
                    break;
                default:
                    throw text.Error($"'{text.Keyword}' is no keyword that is read here", KnownKeywords);
            }
        }
        if (metric is null) throw text.Error("EDGE_WEIGHT_TYPE is missing", "EUC_2D, CEIL_2D, GEO, ATT or EXPLICIT");
        if (metric == "EXPLICIT")
            return TspInstance.FromDistances(
                name, table ?? throw text.Error("EDGE_WEIGHT_SECTION is missing", "the distances"), cities, display ?? coordinates);
        if (table is not null) throw text.Error($"there are explicit distances beside {metric}", "EDGE_WEIGHT_TYPE: EXPLICIT");
        if (coordinates is null) throw text.Error("NODE_COORD_SECTION is missing", $"the coordinates for {metric}");
        return TspInstance.FromCoordinates(name, coordinates, Metric(metric), realDistances, display);
    }

    private static int Known(TspLibText text, int cities) =>
        cities > 0 ? cities : throw text.Error($"{text.Keyword} stands before DIMENSION", "DIMENSION first");

    private static TspMetric Metric(string keyword) => keyword switch
    {
        "EUC_2D" => TspMetric.Euclidean,
        "CEIL_2D" => TspMetric.EuclideanCeiling,
        "GEO" => TspMetric.Geographic,
        _ => TspMetric.PseudoEuclidean,
    };
}
