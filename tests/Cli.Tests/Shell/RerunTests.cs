namespace Cli.Tests.Shell;

/// <summary>What <c>rerun</c> says when it cannot say that every number is the same.</summary>
public class RerunTests
{
    [Fact]
    public void Rerun_OfAQuestionWithoutAnswer_AsksItAndSaysSo()
    {
        using var folder = new ScratchFolder();
        folder.Write("r.json", """{ "study": "column", "options": { "rowVolts": [0.4, -1.2] } }""");
        var run = HopfieldCall.RunIn(folder.Root, "rerun", "r.json", "--json", "whole.json");
        Assert.Equal((1, "r.json: column: a question without an answer\n"), (run.ExitCode, run.Output));
        Assert.Equal(0, HopfieldCall.RunIn(folder.Root, "rerun", "whole.json").ExitCode);
    }

    [Fact]
    public void Rerun_OfACancelledRecord_SaysThatItHoldsAPart()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, "column", "0.4,-1.2", "-q", "--json", "r.json");
        folder.Write("r.json", File.ReadAllText(folder["r.json"]).Replace("\"cancelled\": false", "\"cancelled\": true", StringComparison.Ordinal));
        var run = HopfieldCall.RunIn(folder.Root, "rerun", "r.json");
        Assert.StartsWith("r.json: ended with Ctrl-C, so it holds a part of the work\ncancelled: true, false\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }
}
