using System.Reflection;

namespace Hopfield.Files;

/// <summary>Text files inside an assembly: presets, libraries and small instances that the program ships.</summary>
public static class EmbeddedFile
{
    /// <summary>Names of the files in a folder, with forward slashes on every system.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">Start of the names, such as "costs/".</param>
    public static IReadOnlyList<string> Names(Assembly assembly, string folder) =>
        [.. assembly.GetManifestResourceNames().Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The whole text.</summary>
    /// <exception cref="FileNotFoundException">The assembly does not hold such a file.</exception>
    public static string Text(Assembly assembly, string name)
    {
        string? resource = assembly.GetManifestResourceNames().FirstOrDefault(held => held.Replace('\\', '/') == name);
        using var stream = (resource is null ? null : assembly.GetManifestResourceStream(resource))
            ?? throw new FileNotFoundException($"The assembly does not hold {name}.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines, without empty ones at the end.</summary>
    /// <exception cref="FileNotFoundException">The assembly does not hold such a file.</exception>
    public static string[] Lines(Assembly assembly, string name) => Text(assembly, name).TrimEnd().Split('\n');
}
