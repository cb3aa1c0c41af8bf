namespace Plots.Drawing;

/// <summary>The colours of all figures. Lines and classes: Okabe and Ito, "Color Universal Design" (2008), without the yellow that fades on
/// white: told apart with every common form of colour blindness. Maps: viridis (matplotlib, CC0) and ColorBrewer's RdBu, both monotone in
/// lightness from each end.</summary>
internal static class Palette
{
    internal const string Ink = "#24292f", Muted = "#6e7781", Grid = "#e6e8eb", Frame = "#8c959f", Paper = "#ffffff";
    internal const string SideA = "#0072b2", SideB = "#e69f00", Accent = "#d55e00";

    private static readonly string[] Lines = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d"];

    private static readonly uint[] Sequential =
        [0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725];

    private static readonly uint[] Diverging =
        [0x053061, 0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B, 0x67001F];

    /// <summary>Colour of the n-th line; repeats after seven.</summary>
    internal static string Line(int index) => Lines[index % Lines.Length];

    /// <summary>Colours of a map from its lowest to its highest value, 3 bytes each.</summary>
    internal static byte[] Map(bool diverging, int count)
    {
        var anchors = diverging ? Diverging : Sequential;
        var bytes = new byte[3 * count];
        for (int i = 0; i < count; i++)
        {
            double at = (double)i / (count - 1) * (anchors.Length - 1);
            int left = Math.Min((int)at, anchors.Length - 2);
            for (int channel = 0; channel < 3; channel++)
            {
                int shift = 16 - 8 * channel;
                double a = (anchors[left] >> shift) & 0xff, b = (anchors[left + 1] >> shift) & 0xff;
                bytes[3 * i + channel] = (byte)Math.Round(a + (at - left) * (b - a));
            }
        }
        return bytes;
    }
}
