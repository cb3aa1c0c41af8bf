using System.Diagnostics;
using Cli.Tests.Shell;

namespace Cli.Tests.Solving;

public class CancellationTests
{
    [Fact]
    public async Task MaxCut_EndedByControlC_KeepsTheFinishedRuns()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs POSIX signals");
        using var folder = new ScratchFolder();
        using var process = HopfieldProcess.Start(folder.Root, "maxcut", TinyInstances.WriteRing(folder), "--runs", "10000000", "--json",
            "r.json", "--out", "report");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        WaitUntil(() => Directory.EnumerateFiles(folder.Root, "r.json.*.tmp").Any());
        Thread.Sleep(TimeSpan.FromSeconds(3)); // some thousand runs; none takes longer than milliseconds

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        bool ended = process.WaitForExit(TimeSpan.FromSeconds(30));
        if (!ended) process.Kill(entireProcessTree: true);
        Assert.True(ended, "the process did not end after SIGINT");
        Assert.Equal(130, process.ExitCode);
        var record = JsonRecord.Read(folder["r.json"]);
        Assert.True(record["cancelled"]!.GetValue<bool>());
        Assert.NotEmpty(record["runs"]!.AsArray());
        JsonRecord.AssertComplete(record);
        Assert.True(File.Exists(folder["report/index.html"]));
        Assert.Contains("cancelled: ", await output);
    }

    [Fact]
    public async Task Layout_EndedByControlC_KeepsTheFinishedSizes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs POSIX signals");
        using var folder = new ScratchFolder();
        using var process = HopfieldProcess.Start(folder.Root, "layout", "--rows", "8", "--columns", "8", "--sizes", "8,2000", "--draws",
            "1000", "--json", "l.json");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        WaitUntil(() => Directory.EnumerateFiles(folder.Root, "l.json.*.tmp").Any());
        Thread.Sleep(TimeSpan.FromSeconds(3)); // 8 x 8 takes milliseconds, 1000 matrices of 2000 x 2000 take hours

        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        bool ended = process.WaitForExit(TimeSpan.FromSeconds(30));
        if (!ended) process.Kill(entireProcessTree: true);
        Assert.True(ended, "the process did not end after SIGINT");
        Assert.Equal(130, process.ExitCode);
        var record = JsonRecord.Read(folder["l.json"]);
        Assert.True(record["cancelled"]!.GetValue<bool>());
        Assert.Single(record["sizes"]!.AsArray());
        Assert.Contains("Cancelled: what was finished is below.", await output);
    }

    private static void WaitUntil(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "the process did not start its work");
            Thread.Sleep(50);
        }
    }
}
