using System.CommandLine;
using Cli.Recalling;
using Cli.Solving;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Solvers.Problems.Recall;

namespace Cli.Verbs;

/// <summary>Recalls stored pictures from damaged copies.</summary>
internal sealed class RecallVerb : SolveVerb
{
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();
    private readonly CueOptions _cues = new();
    private readonly DynamicsOptions _dynamics = new();
    private readonly LookupOptions _lookup = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule; 'modern' and 'dense' store the pictures themselves and need no weights.",
        HelpName = string.Join('|', RuleOptions.Names.Concat(LookupOptions.Names)),
        DefaultValueFactory = _ => "pseudoinverse",
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
        "hopfield recall --patterns mnist --rule hebb --machine digital --out bias-sink",
        "hopfield recall --patterns mnist --rule modern --beta 0.2 --noise 0.3",
        "hopfield recall --symbols \"first text\" \"second text\" --occlude 0,0,10,21 --machine digital",
    ];

    /// <inheritdoc/>
    protected override void DefineProblem(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _cues.AddTo(command);
        _dynamics.AddTo(command);
        _lookup.AddTo(command);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string rule = parsed.GetValue(_rule)!;
        if (!LookupOptions.Names.Contains(rule)) return base.Run(parsed, cancellation);
        var settings = Settings(parsed);
        var patterns = _patterns.Read(parsed, settings.Seed);
        return LookupRecall.Run(patterns, _lookup.Find(parsed, rule, patterns), _cues.Maker(parsed), settings, cancellation);
    }

    internal override SolveJob Job(ParseResult parsed, RunSettings settings)
    {
        var patterns = _patterns.Read(parsed, settings.Seed);
        var rule = _rules.Find(parsed, parsed.GetValue(_rule)!, LookupOptions.Names);
        if (settings.IsCircuit && _dynamics.KeepsDiagonal(parsed))
            throw new ArgumentException("--keep-diagonal: the circuit has no self-couplings; expected --machine digital with it");
        var first = new RecallProblem(patterns, rule, 0, patterns.Patterns[0]);
        return Job(first, _cues.Maker(parsed), settings.Seed) with { Machines = _dynamics.Machines(parsed, first.Weights) };
    }

    /// <summary>A job that recalls pattern k mod p in run k, each from its own noise.</summary>
    internal static SolveJob Job(PatternSet patterns, ILearningRule rule, double noise, ulong seed) =>
        Job(new RecallProblem(patterns, rule, 0, patterns.Patterns[0]),
            (set, target, key) => PatternNoise.Flip(set.Patterns[target], noise, key), seed);

    private static SolveJob Job(RecallProblem first, Func<PatternSet, int, RandomKey, sbyte[]> cue, ulong seed) => new()
    {
        Name = $"recall of {first.Patterns.Count} patterns ({first.Rule.Name})",
        Problem = number =>
        {
            int target = number % first.Patterns.Count;
            return first.With(target, cue(first.Patterns, target, SolveResult.KeyOf(seed, number).Fold("noise")));
        },
        Start = (instance, _) => Spins.ToActivations(((RecallProblem)instance).Cue),
    };
}
