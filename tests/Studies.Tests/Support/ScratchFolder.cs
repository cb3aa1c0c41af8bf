using Studies.Records;

namespace Studies.Tests.Support;

/// <summary>An empty folder, with a blank in its name as users' folders have, that is removed after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("hopfield test ").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a file and names it as a record does.</summary>
    public DataFile Write(string name, string content)
    {
        File.WriteAllText(this[name], content);
        return DataFile.Of(this[name]);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
