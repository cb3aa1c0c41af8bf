using System.Text.RegularExpressions;

namespace Cli.Listing;

/// <summary>The unit of a parameter from the last words of its name, as all public quantities here are named: <c>driftMetresPerSecond</c>
/// is in m/s.</summary>
internal static class ParameterUnit
{
    private static readonly Dictionary<string, string> s_symbols = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Volt"] = "V",
        ["Ampere"] = "A",
        ["Siemens"] = "S",
        ["Ohm"] = "Ω",
        ["Farad"] = "F",
        ["Second"] = "s",
        ["Hertz"] = "Hz",
        ["Metre"] = "m",
        ["Meter"] = "m",
        ["Joule"] = "J",
        ["Watt"] = "W",
        ["Kelvin"] = "K",
        ["Coulomb"] = "C",
        ["Electronvolt"] = "eV",
        ["Percent"] = "%",
    };

    /// <summary>Such as "V", "m²/(V s)", "1/s"; "-" for a pure number.</summary>
    internal static string Of(string parameter)
    {
        string name = parameter[(parameter.LastIndexOf('.') + 1)..]; // of "bitMetal.faradsPerMetre"
        string[] words = [.. Regex.Split(name.Replace("ElectronVolt", "Electronvolt"), "(?=[A-Z])").Where(word => word.Length > 0)];
        int first = words.Length;
        while (first > 0 && (Symbol(words[first - 1]) is not null || words[first - 1] is "Per" or "Square" or "Cubic" or "Root")) first--;
        string[] unit = words[first..];
        int per = Array.IndexOf(unit, "Per");
        string[] above = per < 0 ? unit : unit[..per];
        // "levelsAtOneVolt" counts levels: a unit of its own stands in the plural.
        if (unit.Length == 0 || per < 0 && s_symbols.ContainsKey(above[^1]) && above[^1].EndsWith('t')) return "-";
        string top = Product(above), below = Product([.. unit.Skip(above.Length).Where(word => word != "Per")]);
        if (below.Length == 0) return top.Length == 0 ? "-" : top;
        return $"{(top.Length == 0 ? "1" : top)}/{(below.Contains(' ') ? $"({below})" : below)}";
    }

    private static string? Symbol(string word) => s_symbols.GetValueOrDefault(word)
        ?? (word.EndsWith('s') ? s_symbols.GetValueOrDefault(word[..^1]) : null);

    private static string Product(IReadOnlyList<string> words)
    {
        var parts = new List<string>();
        string power = "", root = "";
        foreach (string word in words)
        {
            if (word is "Square" or "Cubic")
            {
                power = word == "Square" ? "²" : "³";
                continue;
            }
            if (word == "Root")
            {
                root = "√";
                continue;
            }
            parts.Add(root + Symbol(word) + power);
            power = root = "";
        }
        return string.Join(' ', parts);
    }
}
