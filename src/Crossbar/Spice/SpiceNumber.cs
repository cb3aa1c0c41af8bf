using System.Globalization;

namespace Crossbar.Spice;

/// <summary>Numbers as SPICE writes them: engineering suffixes in any case, units behind them ignored ("1.5kohm", "10pF",
/// "1meg").</summary>
public static class SpiceNumber
{
    /// <summary>Longest suffix first: "meg" and "mil" before "m".</summary>
    private static readonly (string Suffix, double Factor)[] s_suffixes =
    [
        ("meg", 1e6), ("mil", 25.4e-6), ("t", 1e12), ("g", 1e9), ("k", 1e3), ("m", 1e-3),
        ("u", 1e-6), ("n", 1e-9), ("p", 1e-12), ("f", 1e-15), ("a", 1e-18),
    ];

    /// <summary>The shortest text that gives the same number back.</summary>
    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');

    /// <summary>Reads one number with its suffix; false when the text is none or not finite.</summary>
    public static bool TryParse(string text, out double value)
    {
        int end = MantissaLength(text);
        if (!double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        string unit = text[end..].ToLowerInvariant();
        if (!unit.All(char.IsAsciiLetter)) return false;
        foreach (var (suffix, factor) in s_suffixes)
            if (unit.StartsWith(suffix, StringComparison.Ordinal))
            {
                value = factor < 1 && suffix != "mil" ? value / Math.Round(1 / factor) : value * factor;
                break;
            }
        return double.IsFinite(value);
    }

    /// <summary>Characters of the number before its suffix; an exponent counts only with digits behind it.</summary>
    private static int MantissaLength(string text)
    {
        int at = 0;
        if (at < text.Length && text[at] is '+' or '-') at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            int digits = at + 1;
            if (digits < text.Length && text[digits] is '+' or '-') digits++;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
                return digits;
            }
        }
        return at;
    }
}
