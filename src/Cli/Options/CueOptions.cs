using System.CommandLine;
using System.Globalization;
using Studies.Recalling;

namespace Cli.Options;

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

    /// <summary>How pictures are damaged.</summary>
    internal Cue Read(ParseResult parsed) => new()
    {
        FlippedFraction = parsed.GetValue(_noise),
        IsBernoulli = parsed.GetValue(_kind) == "bernoulli",
        Occluded = parsed.GetValue(_occlude) is { } text ? Rectangle(text) : null,
    };

    private static int[] Rectangle(string text)
    {
        int[] numbers = [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            ? n : -1)];
        return numbers.Length == 4 && numbers.All(number => number >= 0) ? numbers
            : throw new ArgumentException($"--occlude {text}: expected four whole numbers left,top,width,height, such as 0,0,28,14");
    }
}
