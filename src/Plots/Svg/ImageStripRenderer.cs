using Plots.Png;

namespace Plots.Svg;

/// <summary>Draws an image strip.</summary>
internal static class ImageStripRenderer
{
    private const double Side = 84, Gap = 16, Top = 40, CaptionHeight = 30, CaptionSize = 11;

    internal static string Draw(ImageStrip strip)
    {
        int perRow = Math.Min(strip.PerRow, Math.Max(1, strip.Images.Count));
        int rows = (strip.Images.Count + perRow - 1) / perRow;
        double pitch = Math.Max(Side + Gap, strip.Images.Select(image => image.Caption).LongestText() * CaptionSize * 0.56 + Gap);
        double width = Math.Max(Gap + perRow * pitch, strip.Title.Length * 8.6 + 20);
        var canvas = new SvgCanvas(width, Top + rows * (Side + CaptionHeight) + 4, strip.Title);
        double first = (width - perRow * pitch) / 2;
        for (int i = 0; i < strip.Images.Count; i++)
        {
            var image = strip.Images[i];
            double scale = Side / Math.Max(image.Rows, image.Columns);
            double w = image.Columns * scale, h = image.Rows * scale;
            double middle = first + (i % perRow + 0.5) * pitch, top = Top + i / perRow * (Side + CaptionHeight) + (Side - h) / 2;
            canvas.Image(middle - w / 2, top, w, h, Picture(image));
            canvas.Rectangle(middle - w / 2, top, w, h, "none", new(Palette.Frame, 0.8));
            canvas.Text(middle, Top + i / perRow * (Side + CaptionHeight) + Side + 15, image.Caption, CaptionSize, Anchor.Middle);
        }
        return canvas.Finish();
    }

    private static PalettePng Picture(StripImage image)
    {
        byte[] pixels = [.. image.Values.Select(value =>
            (byte)Math.Round((1 - Math.Clamp(double.IsNaN(value) ? 0 : value, -1, 1)) * 127.5))];
        byte[] gray = [.. Enumerable.Range(0, 256).SelectMany(level => Enumerable.Repeat((byte)level, 3))];
        return new(image.Columns, image.Rows, pixels, gray);
    }
}
