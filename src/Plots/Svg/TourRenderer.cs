using System.Text;

namespace Plots.Svg;

/// <summary>Draws a tour.</summary>
internal static class TourRenderer
{
    private const double Side = 480, Top = 58, Margin = 30;

    internal static string Draw(TourFigure figure)
    {
        int cities = figure.Tour.Count;
        if (!figure.Tour.Order().SequenceEqual(Enumerable.Range(0, cities)))
            throw new InvalidOperationException($"The tour does not visit each of 0 … {cities - 1} once.");
        if ((figure.Coordinates?.Count ?? cities) != cities || (figure.Names?.Count ?? cities) != cities)
            throw new InvalidOperationException($"{cities} cities need as many coordinates and names.");
        var places = PlaneLayout.Fit(figure.Coordinates ?? PlaneLayout.Circle(figure.Tour), Margin, Top + Margin,
            Side - 2 * Margin, Side - 2 * Margin);
        string note = figure.Coordinates is null
            ? $"{figure.Note}{(figure.Note.Length > 0 ? "; " : "")}only distances are known: cities in tour order" : figure.Note;

        var canvas = new SvgCanvas(Side, Top + Side, figure.Title);
        canvas.Text(Side / 2, 42, note, anchor: Anchor.Middle, fill: Palette.Muted);
        var data = new StringBuilder();
        foreach (int city in figure.Tour) data.Append($"{(data.Length == 0 ? 'M' : 'L')}{places[city].X:0.#} {places[city].Y:0.#}");
        if (cities > 1) canvas.Path(data.Append('Z').ToString(), new(Palette.SideA, 1.8), "#eef5fa");
        double radius = cities > 200 ? 1.8 : 4;
        for (int i = 0; i < cities; i++)
        {
            bool isFirst = i == figure.Tour[0];
            canvas.Circle(places[i].X, places[i].Y, isFirst ? radius * 1.5 : radius, isFirst ? Palette.Accent : Palette.SideA,
                new(Palette.Paper, 1));
            if (cities <= 60) Label(canvas, places[i], figure.Names?[i] ?? $"{i + 1}");
        }
        return canvas.Finish();
    }

    // Outside the tour as seen from the middle of the figure, where lines are rare.
    private static void Label(SvgCanvas canvas, (double X, double Y) place, string name)
    {
        double dx = place.X - Side / 2, dy = place.Y - (Top + Side / 2), length = Math.Max(1e-9, Math.Sqrt(dx * dx + dy * dy));
        double x = place.X + 13 * dx / length, y = place.Y + 13 * dy / length + 4;
        canvas.Text(x, y, name, 11, dx > 0.5 * length ? Anchor.Start : dx < -0.5 * length ? Anchor.End : Anchor.Middle);
    }
}
