using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>The built-in pictures, so that recall can be shown without any file.</summary>
public static class Glyphs
{
    private const string Resource = "Hopfield.Patterns.glyphs.txt";

    /// <summary>Ten letters and digits of 10 × 12 pixels. The first seven are fixed points of the Hebb rule together; all ten only of the
    /// pseudoinverse rule, because the Hebb rule's errors grow with every pattern added.</summary>
    public static PatternSet Read()
    {
        using var reader = new StringReader(EmbeddedFile.Text(typeof(Glyphs).Assembly, Resource));
        return PatternText.Read(reader, "glyphs.txt");
    }
}
