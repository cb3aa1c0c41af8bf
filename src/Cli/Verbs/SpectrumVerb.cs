using System.CommandLine;
using Cli.Options;
using Cli.Output;
using Cli.Reports;
using Hopfield.Learning;
using Plots;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>Shows the eigenvalues that a learning rule gives the weights, and why recall works or not.</summary>
internal sealed class SpectrumVerb : Verb
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

    private readonly Option<bool> _diagonal = new("--keep-diagonal") { Description = "Keep the diagonal W_ii." };

    /// <inheritdoc/>
    public override string Name => "spectrum";

    /// <inheritdoc/>
    public override string Summary =>
        "Eigenvalues of learned weights: the leading ones, their gap, and whether the mean picture is on top.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
        ["hopfield spectrum",
            "hopfield spectrum --patterns mnist --rule hebb blend pseudoinverse --alpha 0.85 --keep-diagonal --out spectrum"];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        _patterns.AddTo(command);
        command.Options.Add(_rule);
        _rules.AddTo(command);
        foreach (var option in (Option[])[_diagonal, _common.Seed, _common.Json, _common.Out, _common.Quiet]) command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        var patterns = _patterns.Read(parsed, parsed.GetValue(_common.Seed));
        ILearningRule[] rules = [.. parsed.GetValue(_rule)!.Select(name => _rules.Find(parsed, name))];
        var table = new ResultTable("rule", "lambda 1", "lambda 2", "lambda 3", "gap", "cosine with mean", "rank", "overlaps of patterns");
        var spectra = new List<(string Rule, WeightSpectrum Spectrum)>();
        var notes = new List<string>();
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var learned = rule.Learn(patterns.Patterns);
            var spectrum = WeightSpectrum.Of(learned, patterns.Patterns, parsed.GetValue(_diagonal));
            spectra.Add((rule.Name, spectrum));
            notes.AddRange(learned.Notes.Select(note => $"{rule.Name}: {note}"));
            double[] overlaps = [.. spectrum.InnerProducts.Select(product => product / patterns.Size)];
            table.Add(rule.Name, $"{spectrum.Eigenvalues[0]:g4}", $"{spectrum.Eigenvalues[1]:g4}",
                $"{spectrum.Eigenvalues.ElementAtOrDefault(2):g4}",
                $"{spectrum.Gap:g4}", $"{spectrum.MeanCosine:f5}", $"{learned.Rank}",
                overlaps.Length == 0 ? "-" : $"{overlaps.Min():f2} … {overlaps.Max():f2}");
        }
        json?.Write(RecordJson.Of(new
        {
            Patterns = patterns.Count,
            patterns.Size,
            Rules = spectra.Select(item =>
                new { item.Rule, item.Spectrum.Gap, item.Spectrum.MeanCosine, item.Spectrum.Eigenvalues }).ToArray(),
            spectra[0].Spectrum.InnerProducts,
            Version = ProgramVersion.Text,
        }));
        if (folder is not null) Figures.Write(folder, $"Spectrum of {patterns.Count} patterns", [Figure(spectra)], table);
        if (!parsed.GetValue(_common.Quiet))
        {
            table.Print();
            foreach (string note in notes) Console.WriteLine(note);
        }
        return ExitCode.Done;
    }

    /// <summary>Ranks to draw: five beyond the last eigenvalue that is not zero, at most 60.</summary>
    private static int LargestRank(List<(string Rule, WeightSpectrum Spectrum)> spectra) => Math.Min(60,
        5 + spectra.Max(item => item.Spectrum.Eigenvalues.Count(value => value > 1e-6 * item.Spectrum.Eigenvalues[0])));

    private static ReportFigure Figure(List<(string Rule, WeightSpectrum Spectrum)> spectra) => new("spectrum", new LineFigure
    {
        Title = "Leading eigenvalues of the weights",
        X = new("rank of the eigenvalue"),
        Y = new("eigenvalue"),
        Series = [.. spectra.Select(item =>
        {
            int shown = Math.Min(LargestRank(spectra), item.Spectrum.Eigenvalues.Length);
            return new LineSeries(item.Rule, [.. Enumerable.Range(1, shown).Select(k => (double)k)], item.Spectrum.Eigenvalues[..shown]);
        })],
    }, "One eigenvalue far above the others pulls every recall towards its eigenvector; equal ones leave the patterns apart.");
}
