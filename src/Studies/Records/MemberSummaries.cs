using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Studies.Records;

/// <summary>The summaries of members' documentation, from the files that the compiler writes beside the assemblies.</summary>
internal sealed class MemberSummaries
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _known = [];

    /// <summary>The summary of a property as plain text, its own or the one that it inherits; null where there is none, or no
    /// file.</summary>
    internal string? Of(MemberInfo? property)
    {
        for (var type = property?.DeclaringType; type is not null && type != typeof(object); type = type.BaseType)
            if (Text(type.IsGenericType ? type.GetGenericTypeDefinition() : type, property!.Name) is { } text)
                return Regex.Replace(string.Concat(text.Nodes().Select(Plain)), @"\s+", " ").Trim();
        return null;
    }

    private XElement? Text(Type type, string property)
    {
        var members = MembersOf(type.Assembly);
        string name = type.FullName!.Replace('+', '.');
        return members.GetValueOrDefault($"P:{name}.{property}")?.Element("summary") ?? members.GetValueOrDefault($"T:{name}")
            ?.Elements("param").FirstOrDefault(parameter => parameter.Attribute("name")?.Value == property);
    }

    private Dictionary<string, XElement> MembersOf(Assembly assembly)
    {
        if (_known.TryGetValue(assembly, out var members)) return members;
        string path = Path.ChangeExtension(assembly.Location, ".xml");
        return _known[assembly] = !File.Exists(path) ? [] : XDocument.Load(path).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value);
    }

    // <see cref="P:Studies.Cue.FlippedFraction"/> says FlippedFraction.
    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "paramref" } see when see.IsEmpty =>
            (see.Attribute("cref") ?? see.Attribute("name") ?? see.Attribute("langword"))?.Value.Split('(')[0].Split('.', ':')[^1] ?? "",
        XElement element => string.Concat(element.Nodes().Select(Plain)),
        _ => "",
    };
}
