using Hopfield.Numerics;

namespace Cli.Reproduction;

/// <summary>All claims that this program can check.</summary>
internal static class ClaimRegistry
{
    /// <summary>Every claim, by id.</summary>
    /// <exception cref="InvalidOperationException">Two claims have the same id, or an id has no group.</exception>
    internal static IReadOnlyList<Claim> All { get; } = Read();

    /// <summary>Groups in order.</summary>
    internal static IReadOnlyList<string> Groups { get; } = [.. All.Select(claim => claim.Group).Distinct()];

    /// <summary>
    /// The claims that any of the names selects: a group, an id, or the beginning of ids up to a dot. No names select all.
    /// </summary>
    /// <exception cref="ArgumentException">A name selects nothing.</exception>
    internal static IReadOnlyList<Claim> Select(IReadOnlyList<string> names)
    {
        foreach (string name in names)
            if (!All.Any(claim => IsIn(claim, name)))
                throw new ArgumentException($"'{name}' names no claim and no group; expected one of {string.Join(", ", Groups)}, " +
                    "or an id that 'hopfield list claims' shows");
        return names.Count == 0 ? All : [.. All.Where(claim => names.Any(name => IsIn(claim, name)))];
    }

    private static bool IsIn(Claim claim, string name) => claim.Id == name || claim.Id.StartsWith(name + ".", StringComparison.Ordinal);

    private static List<Claim> Read()
    {
        var claims = Catalog.Of<IClaimFamily>(typeof(IClaimFamily).Assembly).SelectMany(family => family.Claims)
            .OrderBy(claim => claim.Id, StringComparer.Ordinal).ToList();
        for (int k = 0; k < claims.Count; k++)
        {
            if (!claims[k].Id.Contains('.')) throw new InvalidOperationException($"The claim '{claims[k].Id}' has no group before a dot.");
            if (k > 0 && claims[k].Id == claims[k - 1].Id) throw new InvalidOperationException($"Two claims are called '{claims[k].Id}'.");
        }
        return claims;
    }
}
