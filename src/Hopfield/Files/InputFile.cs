namespace Hopfield.Files;

/// <summary>Opens input files and words their errors in one form: <c>path:line: what is wrong; expected what</c>.</summary>
public static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="FileNotFoundException">There is no file at that path (a folder is none).</exception>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? File.OpenRead(path) : throw Missing(path);
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="FileNotFoundException">There is no file at that path.</exception>
    public static byte[] ReadBytes(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw Missing(path);
    }

    /// <summary>The error for a text file, at a line counted from 1.</summary>
    public static InvalidDataException Error(string path, int line, string wrong, string expected) =>
        new($"{path}:{line}: {wrong}; expected {expected}");

    /// <summary>The error for a file without lines (binary data).</summary>
    public static InvalidDataException Error(string path, string wrong, string expected) =>
        new($"{path}: {wrong}; expected {expected}");

    private static FileNotFoundException Missing(string path) =>
        new(Directory.Exists(path) ? $"{path}: this is a folder; expected a file" : $"{path}: no such file", path);
}
