using Hopfield.Numerics;

namespace Reproduction;

/// <summary>All claims that this program can check.</summary>
public static class ClaimRegistry
{
    private static readonly IReadOnlyList<IClaimFamily> s_families = Catalog.Of<IClaimFamily>(typeof(IClaimFamily).Assembly);

    /// <summary>Every claim, by id.</summary>
    /// <exception cref="InvalidOperationException">Two claims have the same id, or an id has no group.</exception>
    public static IReadOnlyList<Claim> All { get; } = Read();

    /// <summary>Groups in order.</summary>
    public static IReadOnlyList<string> Groups { get; } = [.. All.Select(claim => claim.Group).Distinct()];

    /// <summary>The claims that any of the names selects: a group, an id, a former id, or the beginning of one up to a dot. No names select
    /// all.</summary>
    /// <exception cref="ArgumentException">A name selects nothing.</exception>
    public static IReadOnlyList<Claim> Select(IReadOnlyList<string> names)
    {
        foreach (string name in names)
            if (!All.Any(claim => IsIn(claim, name)))
                throw new ArgumentException($"'{name}' names no claim and no group; expected one of {string.Join(", ", Groups)}, " +
                    "or an id of one");
        return names.Count == 0 ? All : [.. All.Where(claim => names.Any(name => IsIn(claim, name)))];
    }

    /// <summary>What the families of a group check, a sentence each.</summary>
    public static string Summary(string group) => string.Join(" ", s_families
        .Where(family => family.Claims.Any(claim => claim.Group == group)).Select(family => family.Summary));

    private static bool IsIn(Claim claim, string name) => IsIn(claim.Id, name) || FormerIds.Of(claim.Id) is { } former && IsIn(former, name);

    private static bool IsIn(string id, string name) => id == name || id.StartsWith(name + ".", StringComparison.Ordinal);

    /// <summary>The families with curves, any of whose claims is among these and all of whose data are here.</summary>
    internal static IEnumerable<IClaimCurves> WithCurves(IReadOnlyList<Claim> claims, ClaimContext context)
    {
        var ids = claims.Select(claim => claim.Id).ToHashSet();
        return s_families.OfType<IClaimCurves>().Where(family =>
            family.Claims.Any(claim => ids.Contains(claim.Id)) && family.Claims.All(context.HasDataOf));
    }

    private static List<Claim> Read()
    {
        var claims = s_families.SelectMany(family => family.Claims)
            .OrderBy(claim => claim.Id, StringComparer.Ordinal).ToList();
        for (int k = 0; k < claims.Count; k++)
        {
            if (!claims[k].Id.Contains('.')) throw new InvalidOperationException($"The claim '{claims[k].Id}' has no group before a dot.");
            if (k > 0 && claims[k].Id == claims[k - 1].Id) throw new InvalidOperationException($"Two claims are called '{claims[k].Id}'.");
        }
        return claims;
    }
}
