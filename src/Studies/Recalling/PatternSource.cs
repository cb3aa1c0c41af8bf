using Hopfield.Numerics;
using Hopfield.Patterns;
using Studies.Records;

namespace Studies.Recalling;

/// <summary>Which pictures are stored: files, MNIST, symbols of texts, or the built-in letters.</summary>
public sealed record PatternSource
{
    /// <summary>The ten digits of the article, and digits drawn from the training set.</summary>
    public const string TenDigits = "mnist", TrainingDigits = "mnist-train";

    /// <summary>Files or folders of pictures; none for the other sources.</summary>
    public IReadOnlyList<DataFile> Files { get; init; } = [];

    /// <summary>"mnist" or "mnist-train"; null for the other sources.</summary>
    public string? Digits { get; init; }

    /// <summary>Texts that become QR-like symbols; none for the other sources.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Only the first so many; 0: all, of an IDX file the first 10, of the training digits 100. Range: ≥ 0.</summary>
    public int Count { get; init => field = Check.AtLeast(value, 0, nameof(Count)); }

    /// <summary>Pixels above this become +1. Default 127. Range: 0 … 255.</summary>
    public int Threshold { get; init => field = (int)Check.InRange(value, 0, 255, nameof(Threshold)); } = 127;

    /// <summary>Folder with the MNIST files; null: where they are usually looked for.</summary>
    public string? MnistFolder { get; init; }

    /// <summary>True when the user named pictures.</summary>
    public bool IsGiven => Files.Count > 0 || Digits is not null || Symbols.Count > 0;

    /// <summary>The pictures.</summary>
    /// <param name="seed">Draws the training digits.</param>
    /// <exception cref="FileNotFoundException">A file, or MNIST, is not there.</exception>
    public PatternSet Read(ulong seed)
    {
        if (Symbols.Count > 0)
            return Files.Count > 0 || Digits is not null ? throw new ArgumentException("Symbols beside Files or Digits: give one of the two")
                : Cut(Drawn([.. Symbols]));
        if (Digits == TenDigits) return Cut(FindMnist().Test.FirstOfEachDigit(Threshold));
        if (Digits == TrainingDigits)
        {
            var training = FindMnist().Training;
            return training.Images.ToPatterns(
                training.Draw(Count == 0 ? 100 : Count, RandomKey.FromSeed(seed).Fold("training digits")), Threshold);
        }
        if (Files.Count == 0) return Cut(Glyphs.Read());
        bool isIdx = Files.Count == 1 && Files[0].Path.Contains("idx", StringComparison.OrdinalIgnoreCase);
        return PatternFiles.Read([.. Files.Select(file => file.Checked())], Threshold, Count == 0 && isIdx ? 10 : Count);
    }

    private Mnist FindMnist() => MnistFolder is { } folder ? Mnist.In(folder)
        : Mnist.Find() ?? throw new FileNotFoundException("MNIST was not found; 'hopfield data' says where it is looked for and how to get it");

    private PatternSet Cut(PatternSet set) => Count > 0 ? set.Take(Count) : set;

    private static PatternSet Drawn(string[] texts)
    {
        int side = Enumerable.Range(0, 81).Select(k => 17 + 2 * k)
            .FirstOrDefault(side => texts.All(text => System.Text.Encoding.UTF8.GetByteCount(text) <= QrLikeSymbol.Capacity(side)));
        if (side == 0) throw new ArgumentException("Symbols: a text is longer than the 255 bytes that a symbol carries");
        side = Math.Max(side, 21);
        return new(side, side, [.. texts.Select(text => QrLikeSymbol.Draw(text, side))], texts);
    }
}
