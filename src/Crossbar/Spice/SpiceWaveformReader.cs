using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>Reads what follows the nodes of a V or I source: a number, "dc" and a number, or PWL(t v t v …).</summary>
internal static class SpiceWaveformReader
{
    private const string Form = "a value, dc value, or PWL(t v t v ...)";

    /// <summary>The waveform of a source line.</summary>
    /// <exception cref="InvalidDataException">Another waveform, or times that do not increase.</exception>
    public static SourceWaveform Read(SpiceLine line)
    {
        string text = line.Text.Replace('(', ' ').Replace(')', ' ').Replace(',', ' ');
        string[] words = [.. text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Skip(3)];
        if (words.Length == 0) throw line.Error("the source has no value", Form);
        if (words[0] == "pwl") return Points(line, words[1..]);
        string[] value = words[0] == "dc" ? words[1..] : words;
        return value.Length == 1 && SpiceNumber.TryParse(value[0], out double constant)
            ? SourceWaveform.Constant(constant) : throw line.Error($"'{string.Join(' ', words)}' is not supported", Form);
    }

    private static SourceWaveform Points(SpiceLine line, string[] words)
    {
        if (words.Length == 0 || words.Length % 2 != 0) throw line.Error($"PWL with {words.Length} numbers", "pairs of time and value");
        var numbers = new double[words.Length];
        for (int k = 0; k < words.Length; k++)
            if (!SpiceNumber.TryParse(words[k], out numbers[k]))
                throw line.Error($"'{words[k]}' is not a number", "pairs of time and value");
        double[] seconds = [.. numbers.Where((_, k) => k % 2 == 0)], values = [.. numbers.Where((_, k) => k % 2 == 1)];
        for (int k = 1; k < seconds.Length; k++)
            if (seconds[k] <= seconds[k - 1]) throw line.Error($"PWL time {words[2 * k]} after {words[2 * k - 2]}", "increasing times");
        return SourceWaveform.PiecewiseLinear(seconds, values);
    }
}
