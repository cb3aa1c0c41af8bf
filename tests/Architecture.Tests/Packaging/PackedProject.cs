using System.IO.Compression;
using System.Xml.Linq;

namespace Architecture.Tests.Packaging;

/// <summary>A packed project: what its nuspec says, and its assemblies.</summary>
internal sealed record PackedProject(string Id, IReadOnlyDictionary<string, string> Metadata, string[] Dependencies, string[] Files,
    IReadOnlyList<(string Name, byte[] Bytes)> Assemblies)
{
    /// <summary>Reads a .nupkg.</summary>
    public static PackedProject Read(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
        var texts = metadata.Elements().Where(element => !element.HasElements)
            .ToDictionary(element => element.Name.LocalName, element => element.Value);
        return new(texts["id"], texts,
            [.. metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
                .Select(element => element.Attribute("id")!.Value)],
            [.. archive.Entries.Select(entry => entry.FullName)],
            [.. archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal))
                .Select(entry => (entry.Name, Bytes(entry)))]);
    }

    public override string ToString() => Id;

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
