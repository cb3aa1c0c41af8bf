namespace Plots.Drawing;

/// <summary>A picture by palette indexes, before anyone knows how large it will be shown.</summary>
/// <param name="Width">Pixels per row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Indexes">Row-major, from the top left.</param>
/// <param name="Palette">Red, green, blue bytes of each colour.</param>
internal sealed record Pixels(int Width, int Height, byte[] Indexes, byte[] Palette)
{
    /// <summary>The picture in at least twice the pixels that it is shown in, or in its own where it has more.</summary>
    internal PalettePng ToPng(double shownWidth, double shownHeight) =>
        new(Width, Height, Indexes, Palette, Times(shownWidth / Width), Times(shownHeight / Height));

    private static int Times(double shownPerPixel) => Math.Max(1, (int)Math.Ceiling(2 * shownPerPixel));
}
