using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TestSupport;

namespace Architecture.Tests;

/// <summary>What the compiler does not check in the source: where a file stands and how long things are.</summary>
public class SourceTests
{
    private const int MaximumFileLines = 400;
    private const int MaximumMethodLines = 60;

    private static readonly Lazy<(Project Project, string Path, SyntaxNode Root)[]> s_sources = new(() =>
        [.. Project.All.SelectMany(project => project.Sources.Select(path => (project, path, Parse(path))))]);

    [Fact]
    public void Namespace_OfEachFile_IsItsFolder()
    {
        var wrong = from file in s_sources.Value
                    let expected = ExpectedNamespace(file.Project, file.Path)
                    let found = file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString()
                    where found is not null && found != expected
                    select $"{Relative(file.Path)}: {found}, not {expected}";
        LayoutFile.AssertHolds("known-namespaces.txt", [.. wrong], () => "A file's namespace is its project's followed by its folders.");
    }

    [Fact]
    public void File_OfTheSourceOrTests_IsNotTooLong() =>
        Assert.Empty(from path in AllSources()
                     let lines = File.ReadLines(path).Count()
                     where lines > MaximumFileLines
                     select $"{Relative(path)}: {lines} lines");

    [Fact]
    public void Method_OfTheSource_IsShortOrSaysWhyNot() =>
        LayoutFile.AssertHolds("known-long-methods.txt", [.. s_sources.Value.SelectMany(file => LongMethods(file.Path, file.Root))],
            () => $"A method of more than {MaximumMethodLines} lines needs a comment '// Long because ...' above or in it.");

    private static string ExpectedNamespace(Project project, string path)
    {
        string folder = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(path)!);
        return folder == "." ? project.RootNamespace : $"{project.RootNamespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
    }

    private static IEnumerable<string> LongMethods(string path, SyntaxNode root) =>
        from member in root.DescendantNodes()
        where member is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        where LineCount(member) > MaximumMethodLines && !member.ToFullString().Contains("// Long because ", StringComparison.Ordinal)
        select $"{Relative(path)}: {NameOf(member)}";

    // Without the documentation above it.
    private static int LineCount(SyntaxNode member)
    {
        var span = member.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static string NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => member.Kind().ToString(),
    };

    private static IEnumerable<string> AllSources() =>
        Project.SourceFiles(Path.Combine(SharedFolder.Repository, "src"))
            .Concat(Project.SourceFiles(Path.Combine(SharedFolder.Repository, "tests")));

    private static SyntaxNode Parse(string path) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Preview)).GetRoot();

    private static string Relative(string path) => Path.GetRelativePath(SharedFolder.Repository, path).Replace('\\', '/');
}
