using System.CommandLine;
using System.Globalization;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Cli.Recalling;

/// <summary>How the stored pictures are damaged.</summary>
internal sealed class CueOptions
{
    private readonly Option<double> _noise = new("--noise")
    {
        Description = "Fraction of pixels flipped in each cue.",
        HelpName = "F",
        DefaultValueFactory = _ => 0.15,
    };

    private readonly Option<string> _kind = new("--noise-kind")
    {
        Description = "Flip exactly that fraction, or each pixel with that chance.",
        HelpName = "exact|bernoulli",
        DefaultValueFactory = _ => "exact",
    };

    private readonly Option<string?> _occlude = new("--occlude")
    {
        Description = "Also cover this rectangle of each cue with paper: left,top,width,height in pixels.",
        HelpName = "L,T,W,H",
    };

    internal CueOptions() => _kind.AcceptOnlyFromAmong("exact", "bernoulli");

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_noise, _kind, _occlude]) command.Options.Add(option);
    }

    /// <summary>Makes cues; the key chooses the pixels.</summary>
    internal Func<PatternSet, int, RandomKey, sbyte[]> Maker(ParseResult parsed)
    {
        double noise = Check.InRange(parsed.GetValue(_noise), 0, 1, "--noise");
        bool isExact = parsed.GetValue(_kind) == "exact";
        int[]? rectangle = parsed.GetValue(_occlude) is { } text ? Rectangle(text) : null;
        return (set, target, key) =>
        {
            var cue = isExact ? PatternNoise.Flip(set.Patterns[target], noise, key)
                : PatternNoise.FlipEach(set.Patterns[target], noise, key);
            return rectangle is [var left, var top, var width, var height] ? PatternNoise.Occlude(set, cue, left, top, width, height) : cue;
        };
    }

    /// <summary>The pixels that a cue shows as they are: all outside the covered rectangle; null where any may be wrong.</summary>
    internal bool[]? Visible(ParseResult parsed, PatternSet set)
    {
        if (parsed.GetValue(_noise) > 0 || parsed.GetValue(_occlude) is not { } text) return null;
        var paper = new sbyte[set.Size];
        paper.AsSpan().Fill(1);
        int[] r = Rectangle(text);
        return [.. PatternNoise.Occlude(set, paper, r[0], r[1], r[2], r[3]).Select(pixel => pixel > 0)];
    }

    private static int[] Rectangle(string text)
    {
        int[] numbers = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            ? n : -1)];
        return numbers.Length == 4 && numbers.All(number => number >= 0) ? numbers
            : throw new ArgumentException($"--occlude {text}: expected four whole numbers left,top,width,height, such as 0,0,28,14");
    }
}
