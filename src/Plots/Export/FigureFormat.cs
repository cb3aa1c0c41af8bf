namespace Plots.Export;

/// <summary>File formats of figures.</summary>
public enum FigureFormat
{
    /// <summary>For pages and for editing; drawn alike by browsers, librsvg and Inkscape.</summary>
    Svg,

    /// <summary>For papers: vector, with the letters it uses inside.</summary>
    Pdf,

    /// <summary>Pixels, two to the point of the SVG; made from the PDF by a program of the machine (<see cref="PngProgram"/>).</summary>
    Png,
}
