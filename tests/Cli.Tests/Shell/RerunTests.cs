namespace Cli.Tests.Shell;

/// <summary>What <c>rerun</c> says when it cannot say that every number is the same.</summary>
public class RerunTests
{
    [Fact]
    public void Rerun_OfAQuestionWithoutAnswer_AsksItAndSaysSo()
    {
        using var folder = new ScratchFolder();
        folder.Write("r.json", """{ "study": "column", "options": { "rowVolts": [0.4, -1.2] } }""");
        var run = HopfieldCall.Run("rerun", folder["r.json"], "--json", folder["whole.json"]);
        Assert.Equal((1, "", $"{folder["r.json"]}: column: a question without an answer\n"), (run.ExitCode, run.Errors, run.Output));
        Assert.Equal(0, HopfieldCall.Run("rerun", folder["whole.json"]).ExitCode);
    }

    [Fact]
    public void Rerun_OfACancelledRecord_SaysThatItHoldsAPart()
    {
        using var folder = new ScratchFolder();
        string path = folder["r.json"];
        HopfieldCall.Run("column", "0.4,-1.2", "-q", "--json", path);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"cancelled\": false", "\"cancelled\": true", StringComparison.Ordinal));
        var run = HopfieldCall.Run("rerun", path);
        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{path}: ended with Ctrl-C, so it holds a part of the work\ncancelled: true, false\n", run.Output, StringComparison.Ordinal);
    }
}
