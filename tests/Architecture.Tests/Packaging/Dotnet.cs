using System.Diagnostics;
using System.Text;

namespace Architecture.Tests.Packaging;

/// <summary>Starts the dotnet command, waits for its end and gives back what it printed.</summary>
internal static class Dotnet
{
    /// <summary>Longest that a command may take (our choice: many times what a busy machine needs).</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>What a test host inherits from the SDK that started it, and another SDK process must not.</summary>
    private static readonly string[] s_inherited =
        ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <summary>Runs a command in a folder; fails the test with all that it printed where its exit code is not 0.</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string name in s_inherited) start.Environment.Remove(name);
        // A build node that stays would hold our pipes open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        end.CancelAfter(s_longest);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(end.Token), process.StandardError.ReadToEndAsync(end.Token));
            await process.WaitForExitAsync(end.Token);
            string text = await output;
            Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{text}{await errors}");
            return text;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
