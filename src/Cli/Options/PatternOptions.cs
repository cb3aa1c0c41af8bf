using System.CommandLine;
using Hopfield.Patterns;
using Studies.Recalling;
using Studies.Records;

namespace Cli.Options;

/// <summary>Which pictures a verb stores.</summary>
internal sealed class PatternOptions
{
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
    internal bool IsGiven(ParseResult parsed) => Read(parsed).IsGiven;

    /// <summary>The pictures asked for.</summary>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    internal PatternSource Read(ParseResult parsed)
    {
        string[] files = parsed.GetValue(_patterns) ?? [];
        if (files.Length > 0 && parsed.GetValue(_symbols) is { Length: > 0 })
            throw new ArgumentException("--patterns and --symbols: give one of the two");
        string? digits = files is [PatternSource.TenDigits or PatternSource.TrainingDigits] ? files[0] : null;
        return new()
        {
            Files = digits is null ? [.. files.Select(DataFile.Of)] : [],
            Digits = digits,
            Symbols = parsed.GetValue(_symbols) ?? [],
            Count = parsed.GetValue(_count),
            Threshold = parsed.GetValue(_threshold),
            MnistFolder = parsed.GetValue(_mnist),
        };
    }

    /// <summary>The pictures themselves.</summary>
    /// <exception cref="FileNotFoundException">A file, or MNIST, is not there.</exception>
    internal PatternSet Read(ParseResult parsed, ulong seed) => Read(parsed).Read(seed);
}
