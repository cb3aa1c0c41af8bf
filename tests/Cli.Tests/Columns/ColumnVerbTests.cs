using Cli.Tests.Shell;
using Cli.Tests.Solving;

namespace Cli.Tests.Columns;

public class ColumnVerbTests
{
    [Fact]
    public void Column_OfThePublishedCircuit_HasItsAttractorsAndWritesThem()
    {
        using var folder = new ScratchFolder();
        var run = HopfieldCall.RunIn(folder.Root, "column", "0.4,-1.2,0.8,0.8", "--spread", "20", "--draws", "200", "--json", "c.json",
            "--out", "out");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var record = JsonRecord.Read(folder["c.json"]);
        string[] attractors = [.. record["attractors"]!.AsArray().Select(item => (string)item!["state"]!)];
        Assert.Equal(["0001", "0010", "0011", "1001", "1010", "1011"], attractors.Order(StringComparer.Ordinal));
        Assert.Equal(16, record["attractors"]!.AsArray().Sum(item => (int)item!["basin"]!));
        Assert.InRange((double)record["largestDifferenceVolts"]!, 0, 1e-12);
        Assert.True(File.Exists(folder["out/map.svg"]));
        Assert.Contains("0100", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("VOLTS: 'x' is no number", "1,x")]
    [InlineData("VOLTS names 1 rows; expected 2 to 12", "1")]
    [InlineData("--set-volts must be a finite number of at least 0 V, not -1", "1,2", "--set-volts", "-1")]
    [InlineData("A closed cell must conduct more", "1,2", "--off-siemens", "1")]
    [InlineData("--spread must be", "1,2", "--spread", "-1")]
    public void Column_WithWrongInput_SaysSoInOneLine(string message, params string[] words)
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, ["column", .. words]).AssertBadInput($"hopfield: {message}");
    }
}
