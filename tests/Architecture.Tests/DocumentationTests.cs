using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Architecture.Tests;

/// <summary>What users of a library see is documented, once: at the member that others override or implement.</summary>
public class DocumentationTests
{
    public static TheoryData<string> Libraries => [.. Project.All.Select(project => project.Name).Where(name => name != "Cli")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void PublicMembers_OfALibrary_AreDocumented(string library)
    {
        string path = Project.All.Single(project => project.Name == library).AssemblyPath;
        var written = XDocument.Load(Path.ChangeExtension(path, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!);
        using var module = ModuleDefinition.ReadModule(path);
        var needed = module.Types.SelectMany(Open)
            .SelectMany(type => Needed(type, written.GetValueOrDefault(DocCommentId.GetDocCommentId(type))));
        // The compiler does not write that a parameter is an "in" one.
        string missing = string.Join('\n', needed.Select(id => id.Replace("|System.Runtime.InteropServices.InAttribute", ""))
            .Where(id => !written.ContainsKey(id)).Order(StringComparer.Ordinal));
        Assert.True(missing == "", $"Public members without documentation:\n{missing}");
    }

    private static IEnumerable<TypeDefinition> Open(TypeDefinition type) =>
        type.IsPublic || type.IsNestedPublic ? type.NestedTypes.SelectMany(Open).Prepend(type) : [];

    // A delegate is documented as a whole, and a type with a primary constructor at the type: there the parameters are properties too.
    private static IEnumerable<string> Needed(TypeDefinition type, XElement? written)
    {
        yield return DocCommentId.GetDocCommentId(type);
        if (type.BaseType?.FullName == "System.MulticastDelegate") yield break;
        bool isPrimary = written?.Element("param") is not null;
        string[] parameters = [.. type.Methods.Where(method => method.IsConstructor)
            .SelectMany(method => method.Parameters.Select(parameter => parameter.Name))];
        foreach (var field in type.Fields)
            if ((field.IsPublic || field.IsFamily) && !field.IsSpecialName) yield return DocCommentId.GetDocCommentId(field);
        foreach (var method in type.Methods)
            if (IsSeen(method) && (method.IsConstructor ? method.HasParameters && !isPrimary : !method.IsSpecialName))
                yield return DocCommentId.GetDocCommentId(method);
        foreach (var property in type.Properties)
            if (IsSeen(property.GetMethod ?? property.SetMethod) && !parameters.Append("EqualityContract").Contains(property.Name))
                yield return DocCommentId.GetDocCommentId(property);
    }

    private static bool IsSeen(MethodDefinition method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !Inherits(method) && !IsWrittenByTheCompiler(method);

    // Accessors of automatic properties carry the attribute too; they are asked about by their property.
    private static bool IsWrittenByTheCompiler(MethodDefinition method) => !method.IsGetter && !method.IsSetter
        && method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static bool Inherits(MethodDefinition method) => (method.IsVirtual && method.IsReuseSlot)
        || Interfaces(method.DeclaringType).SelectMany(seam => seam.Methods)
            .Any(asked => asked.Name == method.Name && asked.Parameters.Count == method.Parameters.Count);

    private static IEnumerable<TypeDefinition> Interfaces(TypeDefinition type) =>
        type.Interfaces.Select(implemented => implemented.InterfaceType.Resolve())
            .Concat(type.BaseType is { } kind ? Interfaces(kind.Resolve()) : []);
}
