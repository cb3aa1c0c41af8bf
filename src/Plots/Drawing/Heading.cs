using OxyPlot;
using Plots.Fonts;

namespace Plots.Drawing;

/// <summary>The title of a figure and a quieter note below it, in as many lines as the width asks for.</summary>
internal sealed class Heading
{
    private const double TitlePixels = 15, Top = 9, Gap = 3, Bottom = 9, Margin = 10;
    private readonly string _title, _note;
    private readonly double _width, _noteTop;

    internal Heading(string title, string note, double width)
    {
        _width = width;
        _title = TextSize.Wrap(title, TitlePixels, width - 2 * Margin, isBold: true);
        _note = TextSize.Wrap(note, Pen.TextPixels, width - 2 * Margin);
        _noteTop = Top + TextSize.Height(_title, TitlePixels) + Gap;
        Height = _noteTop + TextSize.Height(_note, Pen.TextPixels) + Bottom;
    }

    /// <summary>Where the figure below may start.</summary>
    internal double Height { get; }

    internal void Draw(IRenderContext surface)
    {
        surface.Write(_width / 2, Top, _title, TitlePixels, HorizontalAlignment.Center, VerticalAlignment.Top, isBold: true);
        surface.Write(_width / 2, _noteTop, _note, Pen.TextPixels, HorizontalAlignment.Center, VerticalAlignment.Top, Palette.Muted);
    }
}
