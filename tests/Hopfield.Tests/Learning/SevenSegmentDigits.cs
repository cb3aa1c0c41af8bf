namespace Hopfield.Tests.Learning;

/// <summary>Ten digits of our own making, as the seven segments of a display on 28 × 28 pixels, in MNIST's file format.</summary>
internal static class SevenSegmentDigits
{
    public const int Side = 28;

    /// <summary>The classes of the images, in order: digit d stands first at 3 d, and again, fainter, after it.</summary>
    public static readonly byte[] Labels = [.. Enumerable.Range(0, 30).Select(k => (byte)(k / 3))];

    // Segments a to g of the digits 0 to 9: top, upper right, lower right, bottom, lower left, upper left, middle.
    private static readonly string[] s_lit = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];

    // Left, top, width, height.
    private static readonly (int X, int Y, int Width, int Height)[] s_segments =
        [(8, 4, 12, 2), (20, 6, 2, 8), (20, 16, 2, 8), (8, 24, 12, 2), (6, 16, 2, 8), (6, 6, 2, 8), (8, 14, 12, 2)];

    /// <summary>Lit pixels of a digit: 24 for a level segment, 16 for an upright one.</summary>
    public static int Ink(int digit) => s_lit[digit].Sum(name => s_segments[name - 'a'].Width * s_segments[name - 'a'].Height);

    /// <summary>The images as an IDX file.</summary>
    public static byte[] ImageFile() => [0, 0, 8, 3, 0, 0, 0, (byte)Labels.Length, 0, 0, 0, Side, 0, 0, 0, Side,
        .. Labels.SelectMany((digit, k) => Pixels(digit, (byte)(k % 3 == 0 ? 255 : 100)))];

    /// <summary>The labels as an IDX file.</summary>
    public static byte[] LabelFile() => [0, 0, 8, 1, 0, 0, 0, (byte)Labels.Length, .. Labels];

    private static byte[] Pixels(int digit, byte ink)
    {
        var pixels = new byte[Side * Side];
        foreach (char name in s_lit[digit])
        {
            var (x, y, width, height) = s_segments[name - 'a'];
            for (int k = 0; k < width * height; k++) pixels[(y + k / width) * Side + x + k % width] = ink;
        }
        return pixels;
    }
}
