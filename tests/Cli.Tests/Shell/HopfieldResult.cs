namespace Cli.Tests.Shell;

/// <summary>What a command left behind: its exit code and its two streams, with lines ended by '\n'.</summary>
internal sealed record HopfieldResult(int ExitCode, string Output, string Errors)
{
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
