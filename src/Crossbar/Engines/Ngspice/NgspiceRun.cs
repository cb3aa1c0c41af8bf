using System.ComponentModel;
using Crossbar.Circuits;

namespace Crossbar.Engines.Ngspice;

/// <summary>One batch run of a deck and its private directory. Whether it worked is decided by exit code, raw file and log together:
/// ngspice may exit with 0 after an error.</summary>
internal sealed class NgspiceRun : IDisposable
{
    private readonly string _directory, _deckPath;
    private readonly NgspiceProcess _process;
    private bool _succeeded;

    private NgspiceRun(string directory, string deckPath, NgspiceProcess process) =>
        (_directory, _deckPath, _process) = (directory, deckPath, process);

    /// <summary>What ngspice complained about.</summary>
    public IReadOnlyList<string> Warnings => _process.Troubles;

    private string RawPath => RawPathIn(_directory);

    /// <summary>Runs a deck text that is written into the private directory.</summary>
    public static NgspiceRun StartText(string executable, string deck, double timeLimitSeconds, CancellationToken cancellation) =>
        Start(executable, directory =>
        {
            string path = Path.Combine(directory, "deck.cir");
            File.WriteAllText(path, deck);
            return (path, directory);
        }, readUserSettings: false, timeLimitSeconds, cancellation);

    /// <summary>Runs a deck that lies elsewhere.</summary>
    public static NgspiceRun Start(
        string executable, string deckPath, string workingDirectory, bool readUserSettings, double timeLimitSeconds,
        CancellationToken cancellation) =>
        Start(executable, _ => (deckPath, workingDirectory), readUserSettings, timeLimitSeconds, cancellation);

    /// <summary>The transient.</summary>
    /// <param name="stopSeconds">When known: where the transient must end.</param>
    /// <exception cref="CircuitException">The run failed.</exception>
    public NgspiceRawFile ReadTransient(double? stopSeconds = null)
    {
        if (_process.TimedOut) throw Failure("it was stopped at its time limit");
        if (_process.ExitCode != 0) throw Failure($"it ended with exit code {_process.ExitCode}");
        if (!File.Exists(RawPath)) throw Failure("it wrote no raw file");
        NgspiceRawFile raw;
        try
        {
            raw = NgspiceRawFile.Read(RawPath);
        }
        catch (InvalidDataException error)
        {
            throw Failure(error.Message.TrimEnd('.'));
        }
        if (raw.Names[0] != "time") throw Failure($"its first vector is '{raw.Names[0]}' instead of 'time'");
        if (stopSeconds is { } stop && raw.Seconds[^1] < stop * (1 - 1e-9))
            throw Failure($"its transient ended at {raw.Seconds[^1]} s instead of {stop} s");
        if (stopSeconds is null && Warnings.FirstOrDefault(IsFatal) is not null) throw Failure("its run was aborted");
        return raw;
    }

    /// <summary>Marks the answer as taken, so that the directory is removed.</summary>
    public void Succeeded() => _succeeded = true;

    /// <summary>Removes the directory of a successful run.</summary>
    public void Dispose()
    {
        if (_succeeded) Remove(_directory);
    }

    /// <summary>What went wrong: the first line of trouble in the log says more than the exit code.</summary>
    public CircuitException Failure(string what)
    {
        string said = Warnings.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? (Warnings.Count > 0 ? Warnings[0] : "");
        return new("ngspice",
            $"ngspice failed on {_deckPath}: {what}{(said.Length > 0 ? $"; it says: {said}" : "")}. Its files are kept in {_directory}.",
            _deckPath, _process.Log);
    }

    private static NgspiceRun Start(string executable, Func<string, (string Deck, string WorkingDirectory)> place, bool readUserSettings,
        double timeLimitSeconds, CancellationToken cancellation)
    {
        string directory = Directory.CreateTempSubdirectory("hopfield-ngspice-").FullName;
        try
        {
            var (deck, workingDirectory) = place(directory);
            string[] arguments = [.. readUserSettings ? Array.Empty<string>() : ["-n"], "-b", "-r", RawPathIn(directory), deck];
            var limit = TimeSpan.FromSeconds(timeLimitSeconds);
            return new(directory, deck, NgspiceProcess.Run(executable, arguments, workingDirectory, limit, cancellation));
        }
        catch (OperationCanceledException)
        {
            Remove(directory);
            throw;
        }
        catch (Win32Exception error)
        {
            Remove(directory);
            throw new CircuitException("ngspice", $"'{executable}' cannot be started: {error.Message}.");
        }
    }

    private static string RawPathIn(string directory) => Path.Combine(directory, "out.raw");

    private static bool IsFatal(string line) =>
        line.Contains("abort", StringComparison.OrdinalIgnoreCase) || line.Contains("too small", StringComparison.OrdinalIgnoreCase);

    /// <summary>A directory that cannot be removed (a virus scanner holds a file) is litter in the temporary folder, not a
    /// failure.</summary>
    private static void Remove(string directory)
    {
        try { Directory.Delete(directory, recursive: true); }
        catch (IOException) { }
        catch (UnauthorizedAccessException) { }
    }
}
