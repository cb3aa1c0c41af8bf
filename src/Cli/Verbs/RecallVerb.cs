using System.CommandLine;
using Cli.Solving;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Solvers.Problems.Recall;

namespace Cli.Verbs;

/// <summary>Recalls stored pictures from damaged copies.</summary>
public sealed class RecallVerb : SolveVerb
{
    private readonly Option<string[]> _patterns = new("--patterns")
    {
        Description = "Pictures to store: PNG or PGM files of one size, or one IDX file (.gz too). Default: built-in letters.",
        HelpName = "FILE...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _count = new("--count") { Description = "Store only the first N pictures; 0 stores all, of an IDX file the first 10.", HelpName = "N" };

    private readonly Option<int> _threshold = new("--threshold")
    {
        Description = "Pixels above this become +1.",
        HelpName = "0..255",
        DefaultValueFactory = _ => 127,
    };

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule.",
        HelpName = "hebb|pseudoinverse",
        DefaultValueFactory = _ => "pseudoinverse",
    };

    private readonly Option<double> _noise = new("--noise")
    {
        Description = "Fraction of pixels flipped in each cue.",
        HelpName = "F",
        DefaultValueFactory = _ => 0.15,
    };

    /// <inheritdoc/>
    public override string Name => "recall";

    /// <inheritdoc/>
    public override string Summary => "Stores pictures and recalls them from noisy copies; run k starts from picture k.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield recall --noise 0.2",
        "hopfield recall --patterns a.png b.png c.png --rule hebb --out out/recall",
        "hopfield recall --patterns t10k-images-idx3-ubyte.gz --count 10 --machine digital",
    ];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command)
    {
        foreach (var option in (Option[])[_patterns, _count, _threshold, _rule, _noise]) command.Options.Add(option);
    }

    internal override SolveJob Job(ParseResult parsed, RunSettings settings)
    {
        var patterns = Read(parsed.GetValue(_patterns) ?? [], parsed.GetValue(_threshold), parsed.GetValue(_count));
        return Job(patterns, Rule(parsed.GetValue(_rule)!), parsed.GetValue(_noise), settings.Seed);
    }

    /// <summary>A job that recalls pattern k mod p in run k, each from its own noise.</summary>
    internal static SolveJob Job(PatternSet patterns, ILearningRule rule, double noise, ulong seed)
    {
        Check.InRange(noise, 0, 1, "--noise");
        var first = new RecallProblem(patterns, rule, 0, patterns.Patterns[0]);
        return new()
        {
            Name = $"recall of {patterns.Count} patterns ({rule.Name})",
            Problem = number =>
            {
                int target = number % patterns.Count;
                return first.With(target, PatternNoise.Flip(patterns.Patterns[target], noise, SolveResult.KeyOf(seed, number).Fold("noise")));
            },
            Start = (instance, _) => Spins.ToActivations(((RecallProblem)instance).Cue),
        };
    }

    private static ILearningRule Rule(string name)
    {
        var rules = Catalog.Of<ILearningRule>(typeof(ILearningRule).Assembly);
        return rules.FirstOrDefault(rule => rule.Name == name)
            ?? throw new ArgumentException($"--rule {name}: there is no such rule; expected one of {string.Join(", ", rules.Select(rule => rule.Name))}");
    }

    private static PatternSet Read(string[] files, int threshold, int count)
    {
        Check.InRange(threshold, 0, 255, "--threshold");
        Check.AtLeast(count, 0, "--count");
        if (files.Length == 1 && IsIdx(files[0]))
        {
            var images = IdxFile.ReadImages(files[0]);
            return images.ToPatterns([.. Enumerable.Range(0, count == 0 ? Math.Min(10, images.Count) : count)], threshold);
        }
        var all = files.Length == 0 ? Glyphs.Read() : ImageFile.ReadSet(files, threshold);
        return count > 0 ? all.Take(count) : all;
    }

    private static bool IsIdx(string path) => path.Contains("idx", StringComparison.OrdinalIgnoreCase);
}
