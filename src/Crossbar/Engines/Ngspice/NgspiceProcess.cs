using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Crossbar.Engines.Ngspice;

/// <summary>One <c>ngspice</c> child: both pipes drained all the time, killed with its descendants when cancelled or too slow, every line
/// that tells of trouble kept. A separate process, because the shared library holds one global circuit, answers 0 on errors and may call
/// exit.</summary>
internal sealed partial class NgspiceProcess
{
    private const int TailLines = 60, MostWarnings = 200;
    private readonly Lock _gate = new();
    private readonly Queue<string> _tail = new();
    private readonly List<string> _troubles = [];

    private NgspiceProcess() { }

    /// <summary>Exit code; 128 + n after signal n.</summary>
    public int ExitCode { get; private set; }

    /// <summary>True when the time limit ended it.</summary>
    public bool TimedOut { get; private set; }

    /// <summary>The last lines of both streams.</summary>
    public string Log { get { lock (_gate) return string.Join('\n', _tail); } }

    /// <summary>Lines that speak of errors or warnings, in order.</summary>
    public IReadOnlyList<string> Troubles { get { lock (_gate) return [.. _troubles]; } }

    /// <summary>Runs the program to its end.</summary>
    /// <param name="executable">Path of ngspice.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Working directory.</param>
    /// <param name="timeLimit">After which it is killed.</param>
    /// <param name="cancellation">Kills it at once.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and is dead.</exception>
    public static NgspiceProcess Run(
        string executable, IEnumerable<string> arguments, string directory, TimeSpan timeLimit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(executable, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("SPICE_ASCIIRAWFILE");
        var run = new NgspiceProcess();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => run.Keep(e.Data);
        process.ErrorDataReceived += (_, e) => run.Keep(e.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        run.Supervise(process, timeLimit, cancellation);
        run.ExitCode = process.ExitCode;
        cancellation.ThrowIfCancellationRequested();
        return run;
    }

    private void Supervise(Process process, TimeSpan timeLimit, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            process.WaitForExitAsync(either.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            TimedOut = !cancellation.IsCancellationRequested;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private void Keep(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (_gate)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines) _tail.Dequeue();
            if (_troubles.Count < MostWarnings && !IsTitle(line) && Trouble().IsMatch(line)) _troubles.Add(line.Trim());
        }
    }

    /// <summary>ngspice echoes the deck's title, which may say anything.</summary>
    private static bool IsTitle(string line) => line.StartsWith("Circuit:", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\b(error|warning|singular|no such|abort|aborted|fail|failed|too small|unknown|undefined|unimplemented|cannot" +
        @"|can't|could not|not parsed|not found|no convergence|did not converge)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
