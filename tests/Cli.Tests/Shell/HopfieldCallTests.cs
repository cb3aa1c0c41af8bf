namespace Cli.Tests.Shell;

/// <summary>The tests' own way to run a command does not mix commands up and leaves their words alone, but for paths.</summary>
public class HopfieldCallTests
{
    [Fact]
    public async Task Console_WrittenByWorkersOfTwoCallsAtOnce_ReachesEachItsOwn()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var together = new Barrier(2);
        string[] texts = await Task.WhenAll(Enumerable.Range(0, 2).Select(call => Task.Run(() =>
        {
            using StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
            RoutedConsole.Receive(output, errors);
            together.SignalAndWait(cancellation);
            Parallel.For(0, 500, _ => Console.WriteLine($"out {call}"));
            var thread = new Thread(() => Console.Error.WriteLine($"error {call}"));
            thread.Start();
            thread.Join();
            return output.ToString() + errors;
        }, cancellation)));

        for (int call = 0; call < 2; call++)
            Assert.Equal(string.Concat(Enumerable.Repeat($"out {call}\n", 500)) + $"error {call}\n", texts[call]);
    }

    [Fact]
    public void PathWords_OfACommandLine_AreWhatItsHelpCallsFilesAndFolders()
    {
        using var folder = new ScratchFolder();
        folder.Write("mine.json", "{}");
        string[] words = ["array", "map", "--resistance", "R.csv", "--technology", "22nm", "--select", "1,2", "--out", "a/b", "-q"];
        string[] expected = [.. words];
        (expected[3], expected[9]) = (folder["R.csv"], folder[Path.Combine("a", "b")]);
        Assert.Equal(expected, PathWords.From(folder.Root, words));
        // A name of that list is a file where there is one.
        words[5] = "mine.json";
        expected[5] = folder["mine.json"];
        Assert.Equal(expected, PathWords.From(folder.Root, words));
        Assert.Equal(["nonsense", "R.csv"], PathWords.From(folder.Root, ["nonsense", "R.csv"]));
        Assert.Throws<ArgumentException>(() => PathWords.From(folder.Root, ["maxcut", "g.rud", "--json=r.json"]));
    }

    [Fact]
    public void Run_OfACommandThatIsCancelled_EndsAsAfterControlC()
    {
        using var folder = new ScratchFolder();
        using var source = new CancellationTokenSource();
        source.Cancel();
        var run = HopfieldCall.Run(["layout", "--rows", "8", "--columns", "8", "--sizes", "8", "--draws", "2"], source.Token);
        Assert.Equal((130, "", "hopfield: cancelled\n"), (run.ExitCode, run.Output, run.Errors));
    }
}
