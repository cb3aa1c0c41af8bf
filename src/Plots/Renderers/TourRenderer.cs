using OxyPlot;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws a tour.</summary>
internal static class TourRenderer
{
    private const double Side = 480, Margin = 30, NamePixels = 11;
    private const int MostNames = 60;

    internal static Sheet Draw(TourFigure figure)
    {
        int cities = figure.Tour.Count;
        if (!figure.Tour.Order().SequenceEqual(Enumerable.Range(0, cities)))
            throw new InvalidOperationException($"The tour does not visit each of 0 … {cities - 1} once.");
        if ((figure.Coordinates?.Count ?? cities) != cities || (figure.Names?.Count ?? cities) != cities)
            throw new InvalidOperationException($"{cities} cities need as many coordinates and names.");
        string note = figure.Coordinates is null
            ? $"{figure.Note}{(figure.Note.Length > 0 ? "; " : "")}only distances are known: cities in tour order" : figure.Note;
        var heading = new Heading(figure.Title, note, Side);
        double margin = cities > MostNames || figure.Names is null ? Margin
            : Math.Clamp(figure.Names.Widest(NamePixels) + 20, Margin, Side / 4);
        var places = PlaneLayout.Fit(figure.Coordinates ?? PlaneLayout.Circle(figure.Tour), margin, heading.Height + margin,
            Side - 2 * margin, Side - 2 * margin);
        return new(Side, heading.Height + Side, figure.Title, surface =>
        {
            heading.Draw(surface);
            ScreenPoint[] round = [.. figure.Tour.Select(city => new ScreenPoint(places[city].X, places[city].Y))];
            if (cities > 1)
                surface.DrawPolygon(round, Pen.Colour("#eef5fa"), Pen.Colour(Palette.SideA), 1.8, EdgeRenderingMode.PreferGeometricAccuracy,
                    null, LineJoin.Round);
            double radius = cities > 200 ? 1.8 : 4;
            for (int i = 0; i < cities; i++)
            {
                bool isFirst = i == figure.Tour[0];
                surface.Circle(places[i].X, places[i].Y, isFirst ? radius * 1.5 : radius, isFirst ? Palette.Accent : Palette.SideA,
                    Palette.Paper);
                if (cities <= MostNames) Label(surface, places[i], figure.Names?[i] ?? $"{i + 1}", heading.Height + Side / 2);
            }
        });
    }

    // Outside the tour as seen from the middle of the figure, where lines are rare; the margin has room for it.
    private static void Label(IRenderContext surface, (double X, double Y) place, string name, double middle)
    {
        name = TextSize.Wrap(name, NamePixels, Side / 4 - 20);
        double dx = place.X - Side / 2, dy = place.Y - middle, length = Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
        surface.Write(place.X + 13 * dx / length, place.Y + 13 * dy / length, name, NamePixels,
            dx > 0.5 * length ? HorizontalAlignment.Left : dx < -0.5 * length ? HorizontalAlignment.Right : HorizontalAlignment.Center);
    }
}
