using Hopfield.Files;

namespace Hopfield.Patterns;

/// <summary>The five line filters of PNG, undone in place. Source: PNG specification, section 9.</summary>
internal static class PngFilters
{
    /// <summary>Each line is a filter byte and LineBytes bytes; afterwards the bytes are samples.</summary>
    public static void Undo(string path, Span<byte> lines, PngLayout layout)
    {
        int stride = layout.LineBytes + 1, left = layout.PixelBytes;
        ReadOnlySpan<byte> above = new byte[layout.LineBytes];
        for (int y = 0; y < layout.Height; y++)
        {
            var line = lines.Slice(y * stride + 1, layout.LineBytes);
            int filter = lines[y * stride];
            if (filter > 4) throw InputFile.Error(path, $"line {y + 1} of the pixels has filter {filter}", "0 to 4");
            for (int k = 0; k < line.Length; k++)
            {
                int a = k >= left ? line[k - left] : 0, b = above[k], c = k >= left ? above[k - left] : 0;
                line[k] += (byte)(filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => Paeth(a, b, c), _ => 0 });
            }
            above = line;
        }
    }

    /// <summary>Of left, above and upper left the one nearest to left + above − upper left; ties in that order.</summary>
    private static int Paeth(int a, int b, int c)
    {
        int toA = Math.Abs(b - c), toB = Math.Abs(a - c), toC = Math.Abs(a + b - 2 * c);
        return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
    }
}
