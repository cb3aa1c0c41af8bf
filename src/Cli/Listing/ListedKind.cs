namespace Cli.Listing;

/// <summary>A kind of things that users can name.</summary>
/// <param name="Name">What they type, in the plural: "devices".</param>
/// <param name="Summary">What such things are.</param>
/// <param name="Items">All of them, by name.</param>
internal sealed record ListedKind(string Name, string Summary, Func<IReadOnlyList<Listed>> Items)
{
    private const int MostNamed = 20;

    /// <summary>The item of a name, or those whose names begin with it up to a dot.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal IReadOnlyList<Listed> Find(string name)
    {
        var all = Items();
        if (all.FirstOrDefault(item => item.Name == name) is { } exact) return [exact];
        Listed[] group = [.. all.Where(item => item.Name.StartsWith(name + ".", StringComparison.Ordinal))];
        if (group.Length > 0) return group;
        string names = string.Join(", ", all.Select(item => item.Name).Take(MostNamed));
        throw new ArgumentException($"there is no '{name}' among the {Name}; expected one of {names}"
            + (all.Count > MostNamed ? $" and {all.Count - MostNamed} more, which 'hopfield list {Name}' shows" : ""));
    }
}
