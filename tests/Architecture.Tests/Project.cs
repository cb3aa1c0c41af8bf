using System.Xml.Linq;
using TestSupport;

namespace Architecture.Tests;

/// <summary>A project below src: its folder, the namespace of that folder, and its compiled assembly beside the tests.</summary>
internal sealed record Project(string Folder, string RootNamespace, string AssemblyPath)
{
    /// <summary>All of them, by name. One whose assembly is missing here must be referenced by Architecture.Tests.csproj.</summary>
    public static IReadOnlyList<Project> All { get; } = [.. Directory.GetFiles(Path.Combine(SharedFolder.Repository, "src"), "*.csproj",
        SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public string Name => Path.GetFileName(Folder);

    /// <summary>Its C# files, without what the build writes.</summary>
    public IEnumerable<string> Sources => SourceFiles(Folder);

    /// <summary>The C# files of a folder, without what the build writes, in ordinal order.</summary>
    public static IEnumerable<string> SourceFiles(string folder) => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(folder, path).Split('/', '\\').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    public override string ToString() => Name;

    private static Project Read(string path)
    {
        string name = Path.GetFileNameWithoutExtension(path);
        var properties = XDocument.Load(path).Descendants().ToLookup(element => element.Name.LocalName, element => element.Value);
        string assembly = properties["AssemblyName"].FirstOrDefault() ?? name;
        return new(Path.GetDirectoryName(path)!, properties["RootNamespace"].FirstOrDefault() ?? name,
            Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
    }
}
