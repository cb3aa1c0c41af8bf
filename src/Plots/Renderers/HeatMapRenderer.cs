using OxyPlot;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws a heat map: one palette picture for the cells, one for the colour bar, lines and text only for the frame.</summary>
internal static class HeatMapRenderer
{
    private const int Colours = 255;
    private const byte NoValue = 255;
    private const double LargestSide = 420, IndexPixels = 11, BarGap = 24, BarWidth = 18, LeastWidth = 240;

    internal static Sheet Draw(HeatMap map)
    {
        if (map.Values.Count != map.Rows * map.Columns)
            throw new InvalidOperationException($"A {map.Rows} × {map.Columns} map cannot have {map.Values.Count} values.");
        var range = Range(map);
        var marks = AxisMarks.Of(map.Scale, range, 7);
        double cell = LargestSide / Math.Max(map.Rows, map.Columns);
        double width = Math.Max(map.Columns * cell, 60), height = Math.Max(map.Rows * cell, 60), barHeight = Math.Max(height, 120);
        string rowName = TextSize.Wrap(map.RowName, Pen.TextPixels, barHeight), columnName = TextSize.Wrap(map.ColumnName, Pen.TextPixels,
            width + 60), barName = TextSize.Wrap(marks.Title, Pen.TextPixels, barHeight);
        double nameBottom = 8 + TextSize.Height(rowName, Pen.TextPixels);
        double left = Math.Max(nameBottom + 8 + TextSize.Width($"{map.Rows}", IndexPixels), 40);
        double bar = left + width + BarGap, barTitle = bar + BarWidth + 14 + marks.Labels.Widest(IndexPixels);
        double total = Math.Max(LeastWidth, barTitle + TextSize.Height(barName, Pen.TextPixels) + 10);
        var heading = new Heading(map.Title, "", total);
        double top = heading.Height, bottom = top + height;
        double end = Math.Max(bottom + 24 + TextSize.Height(columnName, Pen.TextPixels) + 8, top + barHeight + 20);
        return new(total, end, map.Title, surface =>
        {
            heading.Draw(surface);
            surface.Picture(left, top, width, height, Cells(map, range));
            surface.Frame(left, top, width, height);
            foreach (int column in Indexes(map.Columns, width / 30))
                surface.Write(left + (column + 0.5) * width / map.Columns, bottom + 5, $"{column}", IndexPixels, HorizontalAlignment.Center,
                    VerticalAlignment.Top);
            foreach (int row in Indexes(map.Rows, height / 20))
                surface.Write(left - 6, top + (row + 0.5) * height / map.Rows, $"{row}", IndexPixels, HorizontalAlignment.Right);
            surface.Write(left + width / 2, bottom + 24, columnName, across: HorizontalAlignment.Center, along: VerticalAlignment.Top);
            surface.Write(8, top + height / 2, rowName, across: HorizontalAlignment.Center, along: VerticalAlignment.Top, isUpwards: true);
            DrawBar(surface, map, range, marks, new(bar, top, BarWidth, barHeight));
            surface.Write(barTitle, top + barHeight / 2, barName, across: HorizontalAlignment.Center, along: VerticalAlignment.Top,
                isUpwards: true);
        });
    }

    private static AxisRange Range(HeatMap map)
    {
        var range = AxisRange.Of(map.Values, map.Scale.IsLogarithmic, 0);
        return map.IsDiverging && !map.Scale.IsLogarithmic ? new(-range.Largest, range.Largest, false) : range;
    }

    private static Pixels Cells(HeatMap map, AxisRange range)
    {
        var pixels = new byte[map.Rows * map.Columns];
        for (int i = 0; i < pixels.Length; i++)
        {
            double fraction = range.Fraction(map.Values[i]);
            pixels[i] = double.IsFinite(fraction) ? (byte)Math.Clamp(Math.Round(fraction * (Colours - 1)), 0, Colours - 1) : NoValue;
        }
        return new(map.Columns, map.Rows, pixels, [.. Palette.Map(map.IsDiverging, Colours), 0xb0, 0xb0, 0xb0]);
    }

    private static void DrawBar(IRenderContext surface, HeatMap map, AxisRange range, AxisMarks marks, OxyRect bar)
    {
        byte[] ramp = [.. Enumerable.Range(0, Colours).Select(i => (byte)(Colours - 1 - i))];
        surface.Picture(bar.Left, bar.Top, bar.Width, bar.Height, new(1, Colours, ramp, Palette.Map(map.IsDiverging, Colours)));
        surface.Frame(bar.Left, bar.Top, bar.Width, bar.Height);
        for (int i = 0; i < marks.Positions.Length; i++)
        {
            double y = bar.Bottom - range.Fraction(marks.Positions[i]) * bar.Height;
            surface.Lines([new(bar.Right, y), new(bar.Right + 4, y)], Palette.Frame, 1);
            surface.Write(bar.Right + 8, y, marks.Labels[i], IndexPixels);
        }
    }

    // Not more than have room beside each other, and not more than ten, so that they stay round numbers.
    private static IEnumerable<int> Indexes(int count, double room)
    {
        int step = Math.Max(1, (int)Ticks.Step(count / Math.Clamp(room, 1, 10)));
        for (int i = 0; i < count; i += step) yield return i;
    }
}
