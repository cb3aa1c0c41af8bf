namespace Reproduction;

/// <summary>A claim family with curves, ours beside the published points.</summary>
public interface IClaimCurves : IClaimFamily
{
    /// <summary>The curves; what the claims measured is not measured again.</summary>
    IEnumerable<CurveSet> Curves(ClaimContext context, CancellationToken cancellation);
}
