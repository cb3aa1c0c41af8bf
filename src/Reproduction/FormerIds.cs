namespace Reproduction;

/// <summary>Ids that claims had when they were grouped by the text they come from, so that what was written down keeps its meaning.</summary>
internal static class FormerIds
{
    // Beginnings of ids now and then; the first that fits counts.
    private static readonly (string Now, string Then)[] s_beginnings =
    [
        ("projector.orthogonal-", "seeds.1.orthogonal-"),
        ("dense-memory.exponential-", "seeds.5.exponential-"),
        ("updates.theta-", "seeds.8.theta-"),
        ("updates.tie-", "seeds.8.tie-"),
        ("hebb.", "seeds.1."),
        ("updates.", "seeds.1."),
        ("projector.", "seeds.2."),
        ("digit-capacity.", "seeds.3."),
        ("classification.", "seeds.4."),
        ("attention.", "seeds.5."),
        ("random-features.", "seeds.6."),
        ("dense-memory.", "seeds.7.dense-"),
        ("capacity.", "seeds.7."),
    ];

    /// <summary>The former id; null for a claim that never had another.</summary>
    internal static string? Of(string id)
    {
        foreach (var (now, then) in s_beginnings)
            if (id.StartsWith(now, StringComparison.Ordinal)) return then + id[now.Length..];
        return null;
    }
}
