using Mono.Cecil;

namespace Architecture.Tests;

/// <summary>An arrow between two namespaces of one assembly, with one pair of types that draws it.</summary>
internal sealed record Arrow(string From, string To, string Witness)
{
    public override string ToString() => $"{From} -> {To}   ({Witness})";
}

/// <summary>The arrows between the namespaces of one assembly, as compiled.</summary>
internal sealed class NamespaceGraph
{
    private NamespaceGraph(string root, IReadOnlyList<Arrow> arrows) => (Root, Arrows) = (root, arrows);

    /// <summary>The namespace of the project's folder.</summary>
    public string Root { get; }

    /// <summary>One for each pair of namespaces, in ordinal order.</summary>
    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>Reads an assembly.</summary>
    public static NamespaceGraph Read(Project project)
    {
        using var module = ModuleDefinition.ReadModule(project.AssemblyPath);
        var arrows = new SortedDictionary<(string From, string To), Arrow>();
        foreach (var type in module.Types.Where(type => Belongs(type.Namespace, project.RootNamespace)).OrderBy(type => type.FullName))
        {
            foreach (var (member, used) in TypeUses.Of(type))
            {
                if (used.Scope != module || used.Namespace == type.Namespace || !Belongs(used.Namespace, project.RootNamespace)) continue;
                var arrow = new Arrow(type.Namespace, used.Namespace, $"{Plain(type)}.{member} uses {Plain(used)}");
                arrows.TryAdd((arrow.From, arrow.To), arrow);
            }
        }
        return new(project.RootNamespace, [.. arrows.Values]);
    }

    /// <summary>The folder of the first level below the project that holds a namespace; "." for the project's own folder.</summary>
    public string Room(string space) => space == Root ? "." : space[(Root.Length + 1)..].Split('.')[0];

    // Types that the compiler adds stand in other namespaces.
    private static bool Belongs(string space, string root) => space == root || space.StartsWith(root + ".", StringComparison.Ordinal);

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];
}
