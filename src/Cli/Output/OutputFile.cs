namespace Cli.Output;

/// <summary>A file that will be written when the work is done. Made before the work starts, so that a path that cannot be written is found
/// at once; written through a temporary file and a rename, so that nobody ever reads half of it.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporary;

    /// <summary>Reserves the place.</summary>
    /// <exception cref="IOException">Nothing can be written there.</exception>
    internal OutputFile(string path)
    {
        _path = Resolve(path);
        if (Directory.Exists(_path)) throw new IOException($"{path}: cannot be written: it is a folder; expected a file name");
        if (IsDevice(_path)) return;
        try
        {
            if (File.Exists(_path)) File.Open(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
            _temporary = $"{_path}.{Environment.ProcessId}.tmp";
            File.Create(_temporary).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be written: {Reason(exception)}; expected a file name in a folder that exists and is writable", exception);
        }
    }

    /// <summary>Makes a folder for results, with those above it.</summary>
    /// <exception cref="IOException">It cannot be made or not be written into.</exception>
    internal static string Folder(string path)
    {
        try
        {
            string folder = Directory.CreateDirectory(path).FullName;
            string probe = Path.Combine(folder, $".{Environment.ProcessId}.tmp");
            File.Create(probe).Dispose();
            File.Delete(probe);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{path}: cannot be written: {Reason(exception)}; expected a folder that can be made or written into",
                exception);
        }
    }

    /// <summary>Writes the whole content.</summary>
    internal void Write(string content) => Write(path => File.WriteAllText(path, content));

    /// <summary>Lets a writer of files make the whole content at the path it is given.</summary>
    internal void Write(Action<string> writeTo)
    {
        writeTo(_temporary ?? _path);
        if (_temporary is not null) File.Move(_temporary, _path, overwrite: true);
    }

    /// <summary>Removes the temporary file if nothing was written.</summary>
    public void Dispose()
    {
        if (_temporary is not null) File.Delete(_temporary);
    }

    // A rename would replace a link by the file, and a device by a file; both must stay what they are.
    private static string Resolve(string path) => new FileInfo(path).LinkTarget is null || IsDevice(path)
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal)
        || path.StartsWith("/proc/", StringComparison.Ordinal);

    private static string Reason(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "no permission",
        _ => exception.Message.TrimEnd('.'),
    };
}
