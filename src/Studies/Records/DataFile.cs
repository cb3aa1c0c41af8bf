using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Studies.Records;

/// <summary>A user's file, or folder of files, as a record names it: where it lay, and what it held.</summary>
/// <param name="Path">Path as it was given. A record is read again with the files that lie there, or else there as seen from its own folder
/// (<see cref="StudyFile"/>).</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hexadecimal.</param>
public sealed record DataFile(string Path, string Sha256)
{
    /// <summary>Name without folder.</summary>
    [JsonIgnore]
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Names a file that is there.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static DataFile Of(string path) => new(path, HashOf(path));

    /// <summary>The path, once it is sure that the file is still the same.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It holds something else by now.</exception>
    public string Checked() => HashOf(Path) is var found && found == Sha256 ? Path : throw new InvalidDataException(
        $"{Path}: the file has changed since the record was written: its SHA-256 is {found}, expected {Sha256}");

    // Of a folder: of the names and contents of its files, in order of name.
    private static string HashOf(string path)
    {
        if (Directory.Exists(path))
        {
            var names = Directory.GetFiles(path).Order(StringComparer.Ordinal);
            string content = string.Concat(names.Select(name => $"{System.IO.Path.GetFileName(name)} {HashOf(name)}\n"));
            return Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
        }
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such file", path);
        using var stream = File.OpenRead(path);
        if (!stream.CanSeek)
            throw new InvalidDataException($"{path}: a pipe can be read only once; expected a file, which a record can name");
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
