using System.Reflection;
using Hopfield.Numerics;
using Mono.Cecil;

namespace Architecture.Tests;

/// <summary>A public type has a user: another project, a signature that such a user sees, the catalogue, or a reason in api.txt.</summary>
public class ApiTests
{
    // What one optional project of ours uses is not counted: it is empty where its package is missing.
    private static readonly Project[] s_projects = [.. Project.All.Where(project => project.Name != "Crossbar.SpiceSharp")];

    [Fact]
    public void PublicTypes_OfTheLibraries_HaveAUserOrAReason()
    {
        var modules = s_projects.ToDictionary(project => project.Name, project => ModuleDefinition.ReadModule(project.AssemblyPath));
        var open = modules.Where(module => module.Key != "Cli").SelectMany(module => module.Value.Types)
            .Where(type => type.IsPublic).ToDictionary(type => type.FullName);
        foreach (string name in modules.Values.SelectMany(UsedElsewhere).Concat(s_projects.SelectMany(Catalogued))) Close(open, name);
        string[] agreed = [.. LayoutFile.Lines("api.txt").Where(name => Close(open, name))];
        LayoutFile.AssertHolds("api.txt", [.. agreed, .. open.Keys.Order(StringComparer.Ordinal)],
            () => "A public type that no project and no signature needs is internal, or goes, or stands in the file below a reason.");
        foreach (var module in modules.Values) module.Dispose();
    }

    [Fact]
    public void CommandLine_HasNoPublicTypes()
    {
        using var module = ModuleDefinition.ReadModule(s_projects.Single(project => project.Name == "Cli").AssemblyPath);
        Assert.Empty(module.Types.Where(type => type.IsPublic).Select(type => type.FullName));
    }

    // A type that has a user, and with it what its signatures name; false where that was known before.
    private static bool Close(Dictionary<string, TypeDefinition> open, string name)
    {
        if (!open.Remove(name, out var type)) return false;
        foreach (var used in TypeUses.InPublicSignaturesOf(type)) Close(open, used.FullName);
        return true;
    }

    private static IEnumerable<string> Catalogued(Project project) => Assembly.LoadFrom(project.AssemblyPath).GetExportedTypes()
        .Where(type => type is { IsAbstract: false, IsNested: false } && type.IsAssignableTo(typeof(ICatalogued)))
        .Select(type => type.FullName!);

    private static IEnumerable<string> UsedElsewhere(ModuleDefinition module) => module.Types.SelectMany(TypeUses.Of)
        .Where(use => use.Used.Scope != module).Select(use => use.Used.FullName);
}
