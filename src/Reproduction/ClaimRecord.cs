namespace Reproduction;

/// <summary>One claim of a <see cref="ReproductionReport"/>.</summary>
public sealed record ClaimRecord
{
    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>What is claimed.</summary>
    public required string Claim { get; init; }

    /// <summary>Who says so and where.</summary>
    public required string Source { get; init; }

    /// <summary>The published figure.</summary>
    public required string Published { get; init; }

    /// <summary>What was run here.</summary>
    public required string Protocol { get; init; }

    /// <summary>Our figure, in <see cref="Unit"/>.</summary>
    public required double Ours { get; init; }

    /// <summary>Unit of our figure; empty for pure numbers.</summary>
    public required string Unit { get; init; }

    /// <summary>95 % interval of our figure, low and high; null where it has no spread.</summary>
    public required IReadOnlyList<double>? Interval { get; init; }

    /// <summary>Our figure under the protocol that the source may have meant; null where none was tried.</summary>
    public required double? OtherProtocol { get; init; }

    /// <summary>Where our figure is expected, low and high; null for an end that is open.</summary>
    public required IReadOnlyList<double> Tolerance { get; init; }

    /// <summary>reproduced, other-protocol or not-reproduced.</summary>
    public required string Verdict { get; init; }

    /// <summary>What was seen besides, and why the verdict is what it is.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether our figure lies in the band where it is expected and every further condition held.</summary>
    public required bool AsExpected { get; init; }

    /// <summary>Time the check took, s; a measurement that several claims share counts for the first.</summary>
    public required double WallSeconds { get; init; }

    internal static ClaimRecord Of(ClaimResult result) => new()
    {
        Id = result.Claim.Id,
        Claim = result.Claim.Statement,
        Source = result.Claim.Source,
        Published = result.Claim.Published,
        Protocol = result.Claim.Protocol,
        Ours = result.Finding.Value,
        Unit = result.Claim.Unit,
        Interval = result.Finding.Interval is { } interval ? [interval.Low, interval.High] : null,
        OtherProtocol = result.Finding.OtherProtocol,
        Tolerance = [result.Tolerance.Low, result.Tolerance.High],
        Verdict = result.Verdict,
        Reason = result.Reason,
        AsExpected = result.AsExpected,
        WallSeconds = result.WallSeconds,
    };
}
