using System.Text;

namespace Plots.Fonts;

/// <summary>How much room text takes, pixels; the lines of a text are separated by line feeds.</summary>
internal static class TextSize
{
    /// <summary>Width of the widest line.</summary>
    internal static double Width(string text, double size, bool isBold = false) =>
        text.Split('\n').Max(FigureFont.File(isBold).WidthEm) * size;

    /// <summary>Width of the widest of these texts; 0 when there are none.</summary>
    internal static double Widest(this IEnumerable<string> texts, double size) =>
        texts.Select(text => Width(text, size)).DefaultIfEmpty(0).Max();

    /// <summary>Distance of base lines, which is also the height of a line.</summary>
    internal static double LineHeight(double size) => (FigureFont.File(false).AscentEm + FigureFont.File(false).DescentEm) * size;

    /// <summary>From the top of a line to its base line.</summary>
    internal static double Ascent(double size) => FigureFont.File(false).AscentEm * size;

    internal static double Height(string text, double size) => text.Length == 0 ? 0 : (text.Count(c => c == '\n') + 1) * LineHeight(size);

    /// <summary>The text broken into lines of at most this width: between words, inside a word only where it alone is too wide.</summary>
    internal static string Wrap(string text, double size, double width, bool isBold = false)
    {
        var wrapped = new StringBuilder();
        foreach (string paragraph in text.Split('\n'))
        {
            string line = "";
            foreach (string word in paragraph.Split(' '))
            {
                string longer = line.Length == 0 ? word : $"{line} {word}";
                if (Width(longer, size, isBold) <= width)
                {
                    line = longer;
                    continue;
                }
                if (line.Length > 0) wrapped.Append(line).Append('\n');
                line = "";
                foreach (var character in word.EnumerateRunes())
                {
                    if (line.Length > 0 && Width(line + character, size, isBold) > width)
                    {
                        wrapped.Append(line).Append('\n');
                        line = "";
                    }
                    line += character;
                }
            }
            wrapped.Append(line).Append('\n');
        }
        return wrapped.ToString(0, wrapped.Length - 1);
    }
}
