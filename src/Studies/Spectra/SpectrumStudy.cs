using Hopfield.Learning;
using Studies.Recalling;

namespace Studies.Spectra;

/// <summary>The eigenvalues that learning rules give the weights, and why recall works or not.</summary>
public sealed record SpectrumStudy : Study<SpectrumRecord>
{
    public override string Name => "spectrum";
    public override string Summary => "eigenvalues of learned weights";

    /// <summary>What is stored.</summary>
    public PatternSource Patterns { get; init; } = new();

    /// <summary>The rules to compare. Range: at least one.</summary>
    public IReadOnlyList<ILearningRule> Rules
    {
        get;
        init => field = value.Count > 0 ? value : throw new ArgumentException("Rules must name at least one rule");
    } = [new HebbRule(), new CentredHebbRule(), new PseudoinverseRule()];

    /// <summary>Keep the diagonal W_ii.</summary>
    public bool KeepDiagonal { get; init; }

    /// <summary>Seed that draws training digits.</summary>
    public ulong Seed { get; init; } = 1;

    public override SpectrumRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var patterns = Patterns.Read(Seed);
        var spectra = new List<RuleSpectrum>();
        progress?.Begin("spectra", Rules.Count);
        foreach (var rule in Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var learned = rule.Learn(patterns.Patterns);
            var spectrum = WeightSpectrum.Of(learned, patterns.Patterns, KeepDiagonal);
            spectra.Add(new()
            {
                Rule = rule.Name,
                Gap = spectrum.Gap,
                MeanCosine = spectrum.MeanCosine,
                Eigenvalues = spectrum.Eigenvalues,
                InnerProducts = spectrum.InnerProducts,
                Rank = learned.Rank,
                Notes = learned.Notes,
            });
            progress?.Finished();
        }
        return new() { Options = this, Patterns = patterns.Count, Size = patterns.Size, Rules = spectra };
    }
}
