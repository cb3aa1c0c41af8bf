using System.Diagnostics;
using Cli.Tests.Solving;
using TestSupport;

namespace Cli.Tests.Shell;

/// <summary>Ctrl-C ends each kind of long work with exit code 130 and a word about it. How much is kept depends on how far the work was;
/// that is the subject of <see cref="CancellationTests"/>.</summary>
public class ControlCTests
{
    private const int LimitMilliseconds = 180_000;

    [Fact(Timeout = LimitMilliseconds)]
    public Task MaxCut_OfManyRuns_EndsWith130() =>
        EndsAsync(folder => ["maxcut", TinyInstances.WriteRing(folder), "--runs", "10000000", "--out", "report"]);

    [Fact(Timeout = LimitMilliseconds)]
    public Task Layout_OfLargeArrays_EndsWith130() =>
        EndsAsync(_ => ["layout", "--rows", "8", "--columns", "8", "--sizes", "8,2000", "--draws", "1000"]);

    [Fact(Timeout = LimitMilliseconds)]
    public Task Comparison_OfLongSearches_EndsWith130() => EndsAsync(folder =>
        ["maxcut", TinyInstances.WriteRing(folder), "--solver", "annealing,tabu", "--machine", "digital", "--time", "1000"]);

    private static async Task EndsAsync(Func<ScratchFolder, string[]> arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs POSIX signals");
        using var folder = new ScratchFolder();
        using var process = HopfieldProcess.Start(folder.Root, [.. arguments(folder), "--json", "r.json"]);
        var ended = HopfieldProcess.EndAsync(process);
        await Eventually.HoldsAsync(() => Directory.EnumerateFiles(folder.Root, "r.json.*.tmp").Any() || process.HasExited);

        await Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExitAsync(TestContext.Current.CancellationToken);

        var result = await ended;
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("cancelled", result.Output + result.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.EnumerateFiles(folder.Root, "*.tmp"));
        if (File.Exists(folder["r.json"])) Assert.True(JsonRecord.Read(folder["r.json"])["cancelled"]!.GetValue<bool>());
    }
}
