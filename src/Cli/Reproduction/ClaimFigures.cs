using Cli.Output;
using Hopfield.Numerics;
using Plots;

namespace Cli.Reproduction;

/// <summary>A claim family that can draw what it measured beside the published points.</summary>
public interface IClaimFigures : IClaimFamily
{
    /// <summary>File names without ending, and figures; what the claims measured is not measured again.</summary>
    IEnumerable<(string Name, Figure Figure)> Figures(ClaimContext context, CancellationToken cancellation);
}

/// <summary>Writes the figures of the families that have some.</summary>
internal static class ClaimFigures
{
    /// <summary>Figures of every family any of whose claims was checked with its data here.</summary>
    internal static void Draw(IReadOnlyList<Claim> claims, ClaimContext context, string folder, CancellationToken cancellation)
    {
        var ids = claims.Select(claim => claim.Id).ToHashSet();
        foreach (var family in Catalog.Of<IClaimFamily>(typeof(IClaimFamily).Assembly).OfType<IClaimFigures>())
        {
            if (!family.Claims.Any(claim => ids.Contains(claim.Id)) || !family.Claims.All(context.HasDataOf)) continue;
            foreach (var (name, figure) in family.Figures(context, cancellation))
                FigureFiles.Write(folder, name, figure);
        }
    }
}
