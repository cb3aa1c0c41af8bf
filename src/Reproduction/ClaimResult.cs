using Hopfield.Numerics;

namespace Reproduction;

/// <summary>A claim with what was found: the verdict, and whether it is the expected one.</summary>
internal sealed record ClaimResult(Claim Claim, Finding Finding, double WallSeconds)
{
    /// <summary>Computed from the figures alone.</summary>
    public string Verdict =>
        Claim.Reproduces.Contains(Finding.Value) ? "reproduced"
        : Finding.OtherProtocol is { } other && Claim.Reproduces.Contains(other) ? "other-protocol"
        : "not-reproduced";

    /// <summary>Our figure lies in the band where it is expected, and every further condition held.</summary>
    public bool AsExpected => Tolerance.Contains(Finding.Value) && Finding.Failures.Count == 0;

    /// <summary>Where our figure is expected.</summary>
    public Interval Tolerance => Claim.Expected ?? Claim.Reproduces;

    /// <summary>What to say beside the verdict.</summary>
    public string Reason => string.Join(" ", (string[])[.. Finding.Failures, .. Nonempty(Finding.Detail), .. Nonempty(Claim.Why)]);

    private static string[] Nonempty(string text) => text.Length > 0 ? [text] : [];
}
