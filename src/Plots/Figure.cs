namespace Plots;

/// <summary>A figure as data. It can be drawn again at any time, in a file of its own or inside a page.</summary>
public abstract record Figure
{
    /// <summary>Heading inside the figure; also what a screen reader says for it.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// One SVG element (no XML declaration, so that it can stand in a page or be a file as it is) of at most some 300 KB, on a white
    /// ground, so that it reads the same on a light and on a dark page.
    /// </summary>
    public abstract string ToSvg();
}
