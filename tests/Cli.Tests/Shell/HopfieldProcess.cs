using System.Diagnostics;

namespace Cli.Tests.Shell;

/// <summary>Runs the built command as its users do: a process with a working directory, two output streams and an exit code. Only for
/// tests of just these; all others take <see cref="HopfieldCall"/>.</summary>
internal static class HopfieldProcess
{
    /// <summary>Runs <c>hopfield arguments…</c> to its end, or to the end of the test's patience.</summary>
    public static Task<HopfieldResult> RunAsync(params string[] arguments) => RunInAsync(Environment.CurrentDirectory, arguments);

    /// <summary>The same, from another working directory.</summary>
    public static async Task<HopfieldResult> RunInAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts it and leaves it running.</summary>
    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "hopfield-cli.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    /// <summary>Waits for the end of a process; a test that is cancelled takes it along.</summary>
    public static async Task<HopfieldResult> EndAsync(Process process)
    {
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
