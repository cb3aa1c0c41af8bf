using System.Text;
using Hopfield.Numerics;

namespace Hopfield.Patterns;

/// <summary>A square symbol that looks like a QR code and carries text, as patterns of about half ink that differ everywhere: three finder
/// squares in the corners, timing lines between them, and the text's bytes, mixed, in the other modules. It is no QR code: no scanner reads
/// it, and it has no error correction; recalling it from damage is the network's part. Finder layout after ISO/IEC 18004, section
/// 6.3.</summary>
public static class QrLikeSymbol
{
    /// <summary>Draws the symbol.</summary>
    /// <param name="text">At most as many UTF-8 bytes as <see cref="Capacity"/> says.</param>
    /// <param name="side">Modules per side, odd, 17 to 177. Default 21, that of the smallest QR code.</param>
    /// <returns>side × side spins, +1 for dark, row by row.</returns>
    /// <exception cref="ArgumentException">The text is too long, or the side is not of that kind.</exception>
    public static sbyte[] Draw(string text, int side = 21)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int capacity = Capacity(side);
        if (bytes.Length > capacity)
            throw new ArgumentException($"The text has {bytes.Length} bytes; a symbol of {side} × {side} modules carries {capacity}.",
                nameof(text));
        var symbol = new sbyte[side * side];
        // The mask depends on the side alone, so that a reader can undo it.
        var mask = RandomKey.FromSeed((ulong)side).Fold("symbol mask").Stream();
        int bit = 0;
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
            {
                bool isDark = Fixed(row, column, side) ?? (Bit(bytes, bit++) ^ (mask.NextSpin() > 0));
                symbol[row * side + column] = isDark ? (sbyte)1 : (sbyte)-1;
            }
        return symbol;
    }

    /// <summary>Reads the text of an undamaged symbol.</summary>
    /// <param name="symbol">What <see cref="Draw"/> gave.</param>
    /// <exception cref="ArgumentException">The number of modules is no square, or a fixed module or the length is wrong: it is
    /// damaged.</exception>
    public static string Read(ReadOnlySpan<sbyte> symbol)
    {
        int side = (int)Math.Round(Math.Sqrt(symbol.Length));
        Check.Length(symbol.Length, side * side, nameof(symbol));
        var bytes = new byte[Capacity(side) + 1];
        var mask = RandomKey.FromSeed((ulong)side).Fold("symbol mask").Stream();
        int bit = 0;
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++)
            {
                bool isDark = symbol[row * side + column] > 0;
                if (Fixed(row, column, side) is { } expected)
                {
                    if (expected != isDark) throw new ArgumentException($"Module [{row},{column}] of the frame is wrong.", nameof(symbol));
                    continue;
                }
                if ((isDark ^ (mask.NextSpin() > 0)) && bit < 8 * bytes.Length) bytes[bit / 8] |= (byte)(0x80 >> (bit % 8));
                bit++;
            }
        if (bytes[0] >= bytes.Length) throw new ArgumentException($"The symbol names a length of {bytes[0]} bytes.", nameof(symbol));
        return Encoding.UTF8.GetString(bytes, 1, bytes[0]);
    }

    /// <summary>UTF-8 bytes that a symbol carries, at most 255.</summary>
    public static int Capacity(int side)
    {
        Check.InRange(side, 17, 177, nameof(side));
        if (side % 2 == 0) throw new ArgumentException($"side must be odd, not {side}.", nameof(side));
        int free = 0;
        for (int row = 0; row < side; row++)
            for (int column = 0; column < side; column++) if (Fixed(row, column, side) is null) free++;
        return Math.Min(255, free / 8 - 1);
    }

    /// <summary>The length in one byte, then the text, then zeros.</summary>
    private static bool Bit(byte[] bytes, int bit)
    {
        int at = bit / 8;
        byte value = at == 0 ? (byte)bytes.Length : at <= bytes.Length ? bytes[at - 1] : (byte)0;
        return (value & (0x80 >> (bit % 8))) != 0;
    }

    /// <summary>Modules that every symbol of this size has alike; null for those that carry text.</summary>
    private static bool? Fixed(int row, int column, int side)
    {
        foreach (var (top, left) in ((int, int)[])[(0, 0), (0, side - 7), (side - 7, 0)])
        {
            int ring = Math.Max(Math.Abs(row - top - 3), Math.Abs(column - left - 3));
            if (ring <= 4) return ring is not (2 or 4);
        }
        if (row == 6) return column % 2 == 0;
        return column == 6 ? row % 2 == 0 : null;
    }
}
