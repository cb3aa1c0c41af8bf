using System.Diagnostics;

namespace Cli.Tests.Shell;

/// <summary>Runs the built command as its users do: a process with arguments, two output streams and an exit code.</summary>
internal sealed record HopfieldProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs <c>hopfield arguments…</c> to its end.</summary>
    public static HopfieldProcess Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>The same, from another working directory.</summary>
    public static HopfieldProcess RunIn(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"hopfield {string.Join(' ', arguments)} did not end within {Limit}.");
        }
        return new(process.ExitCode, output.Result.ReplaceLineEndings("\n"), errors.Result.ReplaceLineEndings("\n"));
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

    /// <summary>Asserts exit code 2, nothing on stdout, and one line on stderr that starts as given.</summary>
    public void AssertBadInput(string lineStart)
    {
        Assert.Equal("", Output);
        Assert.StartsWith(lineStart, Errors);
        Assert.Equal(1, Errors.Count(c => c == '\n'));
        Assert.EndsWith("\n", Errors);
        Assert.Equal(2, ExitCode);
    }
}
