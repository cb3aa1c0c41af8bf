namespace Cli.Output;

/// <summary>A file that one kind of answer is written to, besides its record and its folder.</summary>
/// <param name="path">Where it goes; reserved at once.</param>
/// <param name="write">Writes the answer to the path it is given.</param>
internal sealed class OwnOutput<TRecord>(string path, Action<string, TRecord> write) : IDisposable
{
    private readonly OutputFile _file = new(path);

    /// <summary>The path as it was typed.</summary>
    internal string Path => path;

    /// <summary>Writes it.</summary>
    internal void Write(TRecord record) => _file.Write(to => write(to, record));

    /// <summary>Removes what was reserved and not written.</summary>
    public void Dispose() => _file.Dispose();
}
