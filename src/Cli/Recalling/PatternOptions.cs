using System.CommandLine;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Cli.Recalling;

/// <summary>Which pictures a verb stores.</summary>
internal sealed class PatternOptions
{
    private const string TenDigits = "mnist", TrainingDigits = "mnist-train";

    private readonly Option<string[]> _patterns = new("--patterns")
    {
        Description =
            "Pictures to store: PNG or PGM files or a folder of them, one IDX file (.gz too), a matrix (.npy, .csv: one pattern per row), drawn " +
            "text (.txt); 'mnist' for the ten digits of the article, 'mnist-train' for --count training digits. Default: built-in letters.",
        HelpName = "FILE...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _symbols = new("--symbols")
    {
        Description = "Store QR-like symbols built from these texts instead of pictures.",
        HelpName = "TEXT...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _count = new("--count")
    {
        Description = "Store only the first N pictures; 0 stores all, of an IDX file the first 10.",
        HelpName = "N",
    };

    private readonly Option<int> _threshold = new("--threshold")
    {
        Description = "Pixels above this become +1.",
        HelpName = "0..255",
        DefaultValueFactory = _ => 127,
    };

    private readonly Option<string?> _mnist = new("--mnist")
    {
        Description = "Folder with the MNIST files; 'hopfield data' says where they are looked for without it.",
        HelpName = "DIR",
    };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_patterns, _symbols, _count, _threshold, _mnist]) command.Options.Add(option);
    }

    /// <summary>True when the user named pictures.</summary>
    internal bool IsGiven(ParseResult parsed) => parsed.GetValue(_patterns) is { Length: > 0 }
        || parsed.GetValue(_symbols) is { Length: > 0 };

    /// <summary>The pictures.</summary>
    /// <exception cref="FileNotFoundException">A file, or MNIST, is not there.</exception>
    internal PatternSet Read(ParseResult parsed, ulong seed)
    {
        string[] files = parsed.GetValue(_patterns) ?? [], texts = parsed.GetValue(_symbols) ?? [];
        int count = Check.AtLeast(parsed.GetValue(_count), 0, "--count");
        int threshold = (int)Check.InRange(parsed.GetValue(_threshold), 0, 255, "--threshold");
        if (texts.Length > 0) return files.Length > 0
            ? throw new ArgumentException("--patterns and --symbols: give one of the two") : Cut(Symbols(texts), count);
        switch (files)
        {
            case []:
                return Cut(Glyphs.Read(), count);
            case [TenDigits]:
                return Cut(Find(parsed).Test.FirstOfEachDigit(threshold), count);
            case [TrainingDigits]:
                var training = Find(parsed).Training;
                return training.Images.ToPatterns(training.Draw(count == 0 ? 100 : count, RandomKey.FromSeed(seed).Fold("training digits")),
                    threshold);
            default:
                bool isIdx = files.Length == 1 && files[0].Contains("idx", StringComparison.OrdinalIgnoreCase);
                return PatternFiles.Read(files, threshold, count == 0 && isIdx ? 10 : count);
        }
    }

    private Mnist Find(ParseResult parsed) => parsed.GetValue(_mnist) is { } folder ? Mnist.In(folder)
        : Mnist.Find() ?? throw new FileNotFoundException("MNIST was not found; 'hopfield data' says where it is looked for and how to get it");

    private static PatternSet Cut(PatternSet set, int count) => count > 0 ? set.Take(count) : set;

    private static PatternSet Symbols(string[] texts)
    {
        int side = Enumerable.Range(0, 81).Select(k => 17 + 2 * k)
            .FirstOrDefault(side =>
                texts.All(text => System.Text.Encoding.UTF8.GetByteCount(text) <= QrLikeSymbol.Capacity(side)));
        if (side == 0) throw new ArgumentException("--symbols: a text is longer than the 255 bytes that a symbol carries");
        side = Math.Max(side, 21);
        return new(side, side, [.. texts.Select(text => QrLikeSymbol.Draw(text, side))], texts);
    }
}
