namespace Solvers.Problems.Tsp;

/// <summary>Distances from coordinates by TSPLIB's rules. Source: G. Reinelt, TSPLIB 95, section 2, whose constants and roundings are part
/// of the rules.</summary>
internal static class TspDistance
{
    private const double GeoPi = 3.141592, EarthRadiusKilometres = 6378.388;

    /// <summary>The distance of two cities.</summary>
    /// <param name="metric">The rule; any but <see cref="TspMetric.Explicit"/>.</param>
    /// <param name="a">Coordinates of one city.</param>
    /// <param name="b">Coordinates of the other.</param>
    /// <param name="real">Leave out the rounding of the rule.</param>
    /// <exception cref="ArgumentOutOfRangeException">The metric has no formula.</exception>
    public static double Between(TspMetric metric, (double X, double Y) a, (double X, double Y) b, bool real = false)
    {
        double dx = a.X - b.X, dy = a.Y - b.Y;
        switch (metric)
        {
            case TspMetric.Euclidean:
                double straight = Math.Sqrt(dx * dx + dy * dy);
                return real ? straight : Math.Floor(straight + 0.5);
            case TspMetric.EuclideanCeiling:
                double line = Math.Sqrt(dx * dx + dy * dy);
                return real ? line : Math.Ceiling(line);
            case TspMetric.PseudoEuclidean:
                double pseudo = Math.Sqrt((dx * dx + dy * dy) / 10);
                double nearest = Math.Floor(pseudo + 0.5);
                return real ? pseudo : nearest < pseudo ? nearest + 1 : nearest;
            case TspMetric.Geographic:
                var (latitudeA, longitudeA, latitudeB, longitudeB) = (Radians(a.X), Radians(a.Y), Radians(b.X), Radians(b.Y));
                double q1 = Math.Cos(longitudeA - longitudeB), q2 = Math.Cos(latitudeA - latitudeB), q3 = Math.Cos(latitudeA + latitudeB);
                double arc = EarthRadiusKilometres * Math.Acos(Math.Clamp(0.5 * ((1 + q1) * q2 - (1 - q1) * q3), -1, 1));
                return real ? arc : Math.Truncate(arc + 1);
            default:
                throw new ArgumentOutOfRangeException(nameof(metric), metric, "Explicit distances have no formula.");
        }
    }

    /// <summary>DDD.MM (degrees and minutes) in radians, with TSPLIB's π and truncation.</summary>
    private static double Radians(double degreesMinutes)
    {
        double degrees = Math.Truncate(degreesMinutes);
        return GeoPi * (degrees + 5 * (degreesMinutes - degrees) / 3) / 180;
    }
}
