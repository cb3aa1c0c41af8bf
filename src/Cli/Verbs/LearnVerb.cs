using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Cli.Verbs;

/// <summary>Turns pictures into a weight matrix, and takes single pictures out of it again.</summary>
internal sealed class LearnVerb : Verb
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();

    private readonly Option<string> _rule = new("--rule")
    {
        Description = "Learning rule.",
        HelpName = string.Join('|', RuleOptions.Names),
        DefaultValueFactory = _ => "pseudoinverse",
    };

    private readonly Option<int[]> _forget = new("--forget")
    {
        Description = "Pictures, counted from 1, to take out of the learned weights again by rank-one updates (hebb and pseudoinverse).",
        HelpName = "K...",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _diagonal = new("--keep-diagonal")
    {
        Description = "Write the diagonal W_ii too; other verbs want it zero.",
    };

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "Write the weights to this file (.npy or .csv); 'compile' and 'ising' read it.",
        HelpName = "FILE",
    };

    /// <inheritdoc/>
    public override string Name => "learn";

    /// <inheritdoc/>
    public override string Summary =>
        "Learns weights from pictures and writes them; pictures can be taken out again without learning afresh.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield learn --patterns a.png b.png c.png --rule storkey --weights W.npy",
        "hopfield learn --forget 3 7 --weights W.npy",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        foreach (var option in (Option[])[_forget, _diagonal, _weights, _common.Seed, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var file = parsed.GetValue(_weights) is { } path ? new MatrixOutput(path) : null;
        var patterns = _patterns.Read(parsed, parsed.GetValue(_common.Seed));
        var rule = _rules.Find(parsed, parsed.GetValue(_rule)!);
        int[] forget = [.. (parsed.GetValue(_forget) ?? []).Distinct().Order()];
        sbyte[][] held = [.. patterns.Patterns.Where((_, k) => !forget.Contains(k + 1))];
        var learned = forget.Length == 0 ? rule.Learn(patterns.Patterns) : Forgotten(patterns, rule, forget);
        bool keepsDiagonal = parsed.GetValue(_diagonal);
        double[] matrix = learned.ToMatrix(keepsDiagonal);
        file?.Write(new(patterns.Size, patterns.Size, matrix));
        if (parsed.GetValue(_common.Quiet)) return ExitCode.Done;
        var network = new RecallNetwork(learned, keepsDiagonal) { LargestSweepCount = 1 };
        var table = new ResultTable("rule", "pictures", "pixels", "rank", "fixed points", "largest weight", "from learning afresh")
            .Add(rule.Name, $"{held.Length}", $"{patterns.Size}", $"{learned.Rank}", Kept(network, held), $"{matrix.Max(Math.Abs):g4}",
                forget.Length == 0 ? "-" : $"{matrix.Zip(rule.Learn(held).ToMatrix(keepsDiagonal), (x, y) => Math.Abs(x - y)).Max():g2}");
        table.Print();
        foreach (string note in learned.Notes) Console.WriteLine(note);
        return ExitCode.Done;
    }

    /// <summary>Everything is learned, then some is taken out.</summary>
    private static LearnedWeights Forgotten(PatternSet patterns, ILearningRule rule, int[] forget)
    {
        if (rule is not (HebbRule or PseudoinverseRule))
            throw new ArgumentException($"--forget: the rule {rule.Name} cannot take a picture out; expected hebb or pseudoinverse");
        foreach (int k in forget) Check.InRange(k, 1, patterns.Count, "--forget");
        if (forget.Length == patterns.Count) throw new ArgumentException("--forget: no picture would be left; expected fewer numbers");
        var memory = new IncrementalMemory(patterns.Size);
        foreach (sbyte[] pattern in patterns.Patterns) memory.Add(pattern);
        foreach (int k in forget.Reverse()) memory.RemoveAt(k - 1);
        return rule is HebbRule ? memory.Hebb() : memory.Pseudoinverse();
    }

    private static string Kept(RecallNetwork network, sbyte[][] patterns) =>
        $"{network.Synchronous(patterns).Where((end, k) => end.Spins.AsSpan().SequenceEqual(patterns[k])).Count()}/{patterns.Length}";
}
