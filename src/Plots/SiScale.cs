using System.Globalization;

namespace Plots;

/// <summary>The prefix (or, for pure numbers, the power of ten) that makes an axis readable, and the texts that follow from it.</summary>
public readonly record struct SiScale
{
    private const string Prefixes = "qryzafpnµm kMGTPEZYRQ"; // 10^-30 … 10^30 in steps of 1000, none in the middle

    private SiScale(string title, double factor) => (Title, Factor) = (title, factor);

    /// <summary>Axis title with the prefixed unit in parentheses.</summary>
    internal string Title { get; }

    /// <summary>What values are divided by before they are written.</summary>
    internal double Factor { get; }

    /// <summary>The scale for an axis whose largest magnitude is <paramref name="largest"/>.</summary>
    internal static SiScale For(Axis axis, double largest)
    {
        int thousands = largest > 0 && double.IsFinite(largest) ? (int)Math.Floor(Math.Log10(largest) / 3 + 1e-9) : 0;
        if (axis.IsLogarithmic) return new(axis.Unit.Length == 0 ? axis.Name : $"{axis.Name} ({axis.Unit})", 1);
        if (axis.Unit.Length == 0)
        {
            if (thousands is >= -1 and <= 1) return new(axis.Name, 1);
            return new($"{axis.Name} (×10{Superscript(3 * thousands)})", Math.Pow(10, 3 * thousands));
        }
        thousands = Math.Clamp(thousands, -10, 10);
        return new($"{axis.Name} ({Prefix(thousands)}{axis.Unit})", Math.Pow(10, 3 * thousands));
    }

    /// <summary>Text of a mark, with the decimals that the distance between marks asks for.</summary>
    internal string Label(double value, double step)
    {
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step / Factor) - 1e-6), 0, 9);
        double scaled = Math.Round(value / Factor, decimals) + 0.0; // + 0.0 turns −0 into 0
        return scaled.ToString($"F{decimals}", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A single quantity with the prefix that suits it, three digits: 0.0000012 s is "1.2 µs".</summary>
    public static string Quantity(double value, string unit)
    {
        if (Math.Abs(value) < 1e-30) value = 0; // below the smallest prefix, and −0
        if (value == 0 || !double.IsFinite(value)) return $"{value.ToString(CultureInfo.InvariantCulture)} {unit}".TrimEnd();
        if (unit.Length == 0) return PureNumber(value);
        int thousands = (int)Math.Floor(Math.Log10(Math.Abs(value)) / 3 + 1e-9);
        if (Math.Round(Math.Abs(value) / Math.Pow(10, 3 * thousands), 2) >= 1000) thousands++; // 999.999 mV is 1 V
        thousands = Math.Clamp(thousands, -10, 10);
        return $"{Digits(value / Math.Pow(10, 3 * thousands))} {Prefix(thousands)}{unit}";
    }

    private static string PureNumber(double value)
    {
        if (Math.Abs(value) is >= 0.001 and < 1e5) return value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');
        int power = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        string lead = Digits(value / Math.Pow(10, power));
        return lead == "1" ? $"10{Superscript(power)}" : $"{lead}×10{Superscript(power)}";
    }

    private static string Digits(double value) => value.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Prefix(int thousands) => thousands == 0 ? "" : Prefixes[thousands + 10].ToString();

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
