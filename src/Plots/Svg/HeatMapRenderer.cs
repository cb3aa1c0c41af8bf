using Plots.Png;

namespace Plots.Svg;

/// <summary>Draws a heat map: one palette picture for the cells, one for the colour bar, lines and text only for the frame.</summary>
internal static class HeatMapRenderer
{
    private const int Colours = 255;
    private const byte NoValue = 255;
    private const double LargestSide = 420, Top = 40, Left = 64, BarGap = 24, BarWidth = 18;

    internal static string Draw(HeatMap map)
    {
        if (map.Values.Count != map.Rows * map.Columns)
            throw new InvalidOperationException($"A {map.Rows} × {map.Columns} map cannot have {map.Values.Count} values.");
        var range = Range(map);
        double cell = LargestSide / Math.Max(map.Rows, map.Columns);
        double width = Math.Max(map.Columns * cell, 60), height = Math.Max(map.Rows * cell, 60);
        double barHeight = Math.Max(height, 120);
        double right = Left + width, bottom = Top + height, bar = right + BarGap;
        var marks = new AxisMarks(map.Scale, range, 7);
        double total = bar + BarWidth + 12 + marks.Labels.LongestText() * 7 + 26;
        double titleWidth = map.Title.Length * 8.6 + 20;
        var canvas = new SvgCanvas(Math.Max(total, titleWidth), Math.Max(bottom + 46, Top + barHeight + 20), map.Title);

        canvas.Image(Left, Top, width, height, Cells(map, range));
        canvas.Rectangle(Left, Top, width, height, "none", new(Palette.Frame));
        foreach (int column in Indexes(map.Columns, width / 30))
            canvas.Text(Left + (column + 0.5) * width / map.Columns, bottom + 16, $"{column}", size: 11, anchor: Anchor.Middle);
        foreach (int row in Indexes(map.Rows, height / 20))
            canvas.Text(Left - 6, Top + (row + 0.5) * height / map.Rows + 4, $"{row}", size: 11, anchor: Anchor.End);
        canvas.Text(Left + width / 2, bottom + 36, map.ColumnName, size: 13, anchor: Anchor.Middle);
        canvas.Text(18, Top + height / 2, map.RowName, size: 13, anchor: Anchor.Middle, upwards: true);
        DrawBar(canvas, map, range, marks, bar, barHeight);
        return canvas.Finish();
    }

    private static AxisRange Range(HeatMap map)
    {
        var range = AxisRange.Of(map.Values, map.Scale.IsLogarithmic, 0);
        return map.IsDiverging && !map.Scale.IsLogarithmic ? new(-range.Largest, range.Largest, false) : range;
    }

    private static PalettePng Cells(HeatMap map, AxisRange range)
    {
        var pixels = new byte[map.Rows * map.Columns];
        for (int i = 0; i < pixels.Length; i++)
        {
            double fraction = range.Fraction(map.Values[i]);
            pixels[i] = double.IsFinite(fraction) ? (byte)Math.Clamp(Math.Round(fraction * (Colours - 1)), 0, Colours - 1) : NoValue;
        }
        return new(map.Columns, map.Rows, pixels, [.. Palette.Map(map.IsDiverging, Colours), 0xb0, 0xb0, 0xb0]);
    }

    private static void DrawBar(SvgCanvas canvas, HeatMap map, AxisRange range, AxisMarks marks, double left, double height)
    {
        byte[] ramp = [.. Enumerable.Range(0, Colours).Select(i => (byte)(Colours - 1 - i))];
        canvas.Image(left, Top, BarWidth, height, new(1, Colours, ramp, Palette.Map(map.IsDiverging, Colours)));
        canvas.Rectangle(left, Top, BarWidth, height, "none", new(Palette.Frame));
        int longest = marks.Labels.LongestText();
        for (int i = 0; i < marks.Positions.Length; i++)
        {
            double y = Top + height - range.Fraction(marks.Positions[i]) * height;
            canvas.Line(left + BarWidth, y, left + BarWidth + 4, y, new(Palette.Frame));
            canvas.Text(left + BarWidth + 8, y + 4, marks.Labels[i], size: 11);
        }
        canvas.Text(left + BarWidth + 22 + longest * 7, Top + height / 2, marks.Title, size: 13, anchor: Anchor.Middle, upwards: true);
    }

    // Not more than have room beside each other, and not more than ten, so that they stay round numbers.
    private static IEnumerable<int> Indexes(int count, double room)
    {
        int step = Math.Max(1, (int)Ticks.Step(count / Math.Clamp(room, 1, 10)));
        for (int i = 0; i < count; i += step) yield return i;
    }
}
