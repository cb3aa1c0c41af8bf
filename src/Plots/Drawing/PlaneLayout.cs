namespace Plots.Drawing;

/// <summary>Places points of a plane into a rectangle: one scale for both directions, y upwards.</summary>
internal static class PlaneLayout
{
    internal static (double X, double Y)[] Fit(IReadOnlyList<(double X, double Y)> points, double left, double top, double width,
        double height)
    {
        if (points.Count == 0) return [];
        double lowX = points.Min(p => p.X), highX = points.Max(p => p.X), lowY = points.Min(p => p.Y), highY = points.Max(p => p.Y);
        double scale = Math.Min(width / Math.Max(highX - lowX, 1e-300), height / Math.Max(highY - lowY, 1e-300));
        if (highX == lowX && highY == lowY) scale = 0;
        return [.. points.Select(p => (left + width / 2 + (p.X - (lowX + highX) / 2) * scale,
            top + height / 2 - (p.Y - (lowY + highY) / 2) * scale))];
    }

    /// <summary>Evenly round the unit circle, clockwise from the top; <paramref name="order"/> says who comes after whom.</summary>
    internal static (double X, double Y)[] Circle(IReadOnlyList<int> order)
    {
        var points = new (double, double)[order.Count];
        for (int place = 0; place < order.Count; place++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (place + 0.5) / order.Count);
            points[order[place]] = (sin, cos);
        }
        return points;
    }
}
