using System.Text.Json.Serialization;

namespace Studies.Spectra;

/// <summary>Eigenvalues of learned weights, rule by rule.</summary>
public sealed record SpectrumRecord : StudyRecord
{
    /// <summary>Stored pictures.</summary>
    public required int Patterns { get; init; }

    /// <summary>Pixels of each.</summary>
    public required int Size { get; init; }

    /// <summary>Each rule.</summary>
    public required IReadOnlyList<RuleSpectrum> Rules { get; init; }

    /// <summary>Inner products of the pictures with each other, which no rule changes.</summary>
    public double[] InnerProducts => Rules[0].InnerProducts;
}

/// <summary>The spectrum of one rule's weights.</summary>
public sealed record RuleSpectrum
{
    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Largest eigenvalue over the second; infinite where the second is not positive.</summary>
    public required double Gap { get; init; }

    /// <summary>Cosine of the leading eigenvector with the mean picture, 0 … 1.</summary>
    public required double MeanCosine { get; init; }

    /// <summary>Eigenvalues, the largest first.</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>Rank of the weights as the rule knows it.</summary>
    public required int Rank { get; init; }

    /// <summary>What the rule has to say about these pictures.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Inner products of the pictures.</summary>
    [JsonIgnore]
    public required double[] InnerProducts { get; init; }
}
