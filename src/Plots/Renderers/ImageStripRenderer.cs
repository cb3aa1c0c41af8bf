using OxyPlot;
using Plots.Drawing;
using Plots.Fonts;

namespace Plots.Renderers;

/// <summary>Draws an image strip.</summary>
internal static class ImageStripRenderer
{
    private const double Side = 84, Gap = 16, CaptionPixels = 11, WidestCaption = 160, LeastWidth = 300;

    internal static Sheet Draw(ImageStrip strip)
    {
        int perRow = Math.Min(strip.PerRow, Math.Max(1, strip.Images.Count));
        int rows = (strip.Images.Count + perRow - 1) / perRow;
        string[] captions = [.. strip.Images.Select(image => TextSize.Wrap(image.Caption, CaptionPixels, WidestCaption))];
        double pitch = Math.Max(Side, captions.Widest(CaptionPixels)) + Gap;
        double rowHeight = Side + 6 + captions.Select(text => TextSize.Height(text, CaptionPixels)).DefaultIfEmpty(0).Max() + 10;
        double width = Math.Max(Gap + perRow * pitch, LeastWidth);
        var heading = new Heading(strip.Title, "", width);
        double first = (width - perRow * pitch) / 2;
        return new(width, heading.Height + Math.Max(1, rows) * rowHeight, strip.Title, surface =>
        {
            heading.Draw(surface);
            for (int i = 0; i < strip.Images.Count; i++)
            {
                var image = strip.Images[i];
                double scale = Side / Math.Max(image.Rows, image.Columns), w = image.Columns * scale, h = image.Rows * scale;
                double middle = first + (i % perRow + 0.5) * pitch, top = heading.Height + i / perRow * rowHeight;
                surface.Picture(middle - w / 2, top + (Side - h) / 2, w, h, Picture(image));
                surface.Frame(middle - w / 2, top + (Side - h) / 2, w, h);
                surface.Write(middle, top + Side + 6, captions[i], CaptionPixels, HorizontalAlignment.Center, VerticalAlignment.Top);
            }
        });
    }

    private static Pixels Picture(StripImage image)
    {
        byte[] pixels = [.. image.Values.Select(value =>
            (byte)Math.Round((1 - Math.Clamp(double.IsNaN(value) ? 0 : value, -1, 1)) * 127.5))];
        byte[] gray = [.. Enumerable.Range(0, 256).SelectMany(level => Enumerable.Repeat((byte)level, 3))];
        return new(image.Columns, image.Rows, pixels, gray);
    }
}
