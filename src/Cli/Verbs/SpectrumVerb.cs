using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Plots;
using Studies;
using Studies.Spectra;

namespace Cli.Verbs;

/// <summary>Shows the eigenvalues that a learning rule gives the weights, and why recall works or not.</summary>
internal sealed class SpectrumVerb : StudyVerb<SpectrumRecord>
{
    private readonly CommonOptions _common = new();
    private readonly PatternOptions _patterns = new();
    private readonly RuleOptions _rules = new();

    private readonly Option<string[]> _rule = new("--rule")
    {
        Description = "Learning rules to compare.",
        HelpName = string.Join('|', RuleOptions.Names),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => ["hebb", "centred-hebb", "pseudoinverse"],
    };

    private readonly RecordOptions<SpectrumStudy> _weights = new RecordOptions<SpectrumStudy>()
        .Add(study => study.KeepDiagonal, "", "Keep the diagonal W_ii.");

    public override string Name => "spectrum";

    public override string Summary =>
        "Eigenvalues of learned weights: the leading ones, their gap, and whether the mean picture is on top.";

    public override IReadOnlyList<string> Examples =>
        ["hopfield spectrum",
            "hopfield spectrum --patterns mnist --rule hebb blend pseudoinverse --alpha 0.85 --keep-diagonal --out spectrum"];

    protected override void DefineOptions(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        _weights.AddTo(command);
        command.Options.Add(_common.Seed);
    }

    protected override Study<SpectrumRecord> Ask(ParseResult parsed) => _weights.Over(new()
    {
        Patterns = _patterns.Read(parsed),
        Rules = [.. parsed.GetValue(_rule)!.Select(name => _rules.Find(parsed, name))],
        Seed = parsed.GetValue(_common.Seed),
    }, parsed);

    protected override string Title(SpectrumRecord record) => $"Spectrum of {record.Patterns} patterns";

    protected override void Show(SpectrumRecord record, Presentation page)
    {
        var table = new ResultTable("rule", "lambda 1", "lambda 2", "lambda 3", "gap", "cosine with mean", "rank", "overlaps of patterns");
        foreach (var rule in record.Rules)
        {
            double[] overlaps = [.. rule.InnerProducts.Select(product => product / record.Size)];
            table.Add(rule.Rule, $"{rule.Eigenvalues[0]:g4}", $"{rule.Eigenvalues[1]:g4}", $"{rule.Eigenvalues.ElementAtOrDefault(2):g4}",
                $"{rule.Gap:g4}", $"{rule.MeanCosine:f5}", $"{rule.Rank}",
                overlaps.Length == 0 ? "-" : $"{overlaps.Min():f2} … {overlaps.Max():f2}");
        }
        page.Table(table);
        foreach (var rule in record.Rules)
            foreach (string note in rule.Notes) page.Say($"{rule.Rule}: {note}");
        page.Figure(Figure(record.Rules));
    }

    /// <summary>Ranks to draw: five beyond the last eigenvalue that is not zero, at most 60.</summary>
    private static int LargestRank(IReadOnlyList<RuleSpectrum> spectra) => Math.Min(60,
        5 + spectra.Max(item => item.Eigenvalues.Count(value => value > 1e-6 * item.Eigenvalues[0])));

    private static ReportFigure Figure(IReadOnlyList<RuleSpectrum> spectra) => new("spectrum", new LineFigure
    {
        Title = "Leading eigenvalues of the weights",
        X = new("rank of the eigenvalue"),
        Y = new("eigenvalue"),
        Series = [.. spectra.Select(item =>
        {
            int shown = Math.Min(LargestRank(spectra), item.Eigenvalues.Length);
            return new LineSeries(item.Rule, [.. Enumerable.Range(1, shown).Select(k => (double)k)], item.Eigenvalues[..shown]);
        })],
    }, "One eigenvalue far above the others pulls every recall towards its eigenvector; equal ones leave the patterns apart.");
}
