using Hopfield.Numerics;

namespace Reproduction;

/// <summary>One experiment and the published claims that it decides: one file under the folder of its group, found by the
/// <see cref="Catalog"/>. Claims that share a costly measurement take it from <see cref="ClaimContext.Once"/>.</summary>
public interface IClaimFamily : ICatalogued
{
    /// <summary>The claims; ids are unique over all families.</summary>
    IReadOnlyList<Claim> Claims { get; }
}
