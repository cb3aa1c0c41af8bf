using Crossbar.Circuits;
using Crossbar.Engines.Ngspice;
using TestSupport;

namespace Crossbar.Tests.Engines;

/// <summary>ngspice exits with 0 after many errors; each failure must still surface as one line with the log behind it.</summary>
public sealed class NgspiceFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hopfield-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WithoutTheProgram_SaysHowToGetIt()
    {
        var engine = new NgspiceEngine(Path.Combine(_folder, "no-such-program"));
        Assert.False(engine.Availability.Present);
        Assert.Contains("install ngspice", engine.Availability.HowToGet, StringComparison.Ordinal);
        var error = Assert.Throws<CircuitException>(() => engine.Load(TestCircuits.Latch(20)));
        Assert.Contains("install ngspice", error.Message, StringComparison.Ordinal);
        Assert.False(new NgspiceEngine(null).Availability.Present);
    }

    [Fact]
    public void Availability_OfAnotherProgram_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        var engine = new NgspiceEngine(Script("echo hello"));
        Assert.False(engine.Availability.Present);
        Assert.Contains("does not answer like ngspice", engine.Availability.HowToGet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Xq a b nosuchsubcircuit\nR1 a 0 1\n.tran 1n 10n\n")]
    [InlineData("Qnone a b c nosuchmodel\nR1 a 0 1\n.tran 1n 10n\n")]
    [InlineData("V1 a 0 1\nV2 a 0 2\nR1 a 0 1\n.tran 1n 10n\n")]
    [InlineData("V1 a 0 1\nR1 a 0 1\n")]
    [InlineData("V1 a 0 1\nR1 a 0 1\n.op\n")]
    [InlineData(".include nowhere.lib\nV1 a 0 1\nR1 a 0 1\n.tran 1n 10n\n")]
    public void RunDeck_OfABadDeck_FailsWithItsLog(string body)
    {
        var error = Failure(() => Engine().RunDeck(Deck(body)));
        Assert.Equal("ngspice", error.Engine);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Contains("deck.cir", error.DeckPath, StringComparison.Ordinal);
        Assert.NotEmpty(error.Log!);
    }

    [Fact]
    public void RunDeck_OfAMissingFile_SaysSo() =>
        Assert.Throws<FileNotFoundException>(() => Engine().RunDeck(Path.Combine(_folder, "none.cir")));

    [Fact]
    public void RunDeck_OfAGoodDeck_ReturnsTheSavedVectors()
    {
        var solution = Engine().RunDeck(Deck("V1 a 0 1\nR1 a b 1k\nC1 b 0 1p\n.ic v(b)=0\n.save v(b) i(v1)\n.tran 10p 10n 0 10p\n"));
        Assert.Equal(["b", "i(v1)"], solution.Volts.Names);
        Assert.Equal(1, solution.Volts["b"][^1], 1e-3);
        Assert.Equal(-1e-3, solution.Volts["i(v1)"][1], 3e-5);
    }

    [Fact]
    public void RunDeck_OverItsTimeLimit_IsKilledAndSaysSo()
    {
        var error = Failure(() => Engine().RunDeck(Endless(), timeLimitSeconds: 0.5));
        Assert.Contains("time limit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunDeck_WhenCancelled_EndsTheProcess()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        _ = Engine();
        string started = Path.Combine(_folder, "started");
        var engine = new NgspiceEngine(Script(
            $"case \"$1\" in --version) ;; *) echo $$ > '{started}.new'; mv '{started}.new' '{started}';; esac\nexec ngspice \"$@\""));
        string deck = Endless();
        using var cancel = new CancellationTokenSource();
        var run = Task.Run(() => engine.RunDeck(deck, cancellation: cancel.Token), TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => File.Exists(started) || run.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        int process = int.Parse(await File.ReadAllTextAsync(started, TestContext.Current.CancellationToken));
        await Eventually.HoldsAsync(() => !Directory.Exists($"/proc/{process}") || !OperatingSystem.IsLinux());
    }

    [Fact]
    public void RunDeck_WhenTheProcessIsKilled_ReportsTheExitCode()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        string program = Script("case \"$1\" in --version) echo '** ngspice-39 : test';; *) kill -9 $$;; esac");
        var error = Failure(() => new NgspiceEngine(program).RunDeck(Deck("R1 a 0 1\n")));
        Assert.Contains("exit code 137", error.Message, StringComparison.Ordinal);
        Assert.Contains("kept in", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RunDeck_ThatExitsWithZeroAndNoRawFile_Fails()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        string program = Script("case \"$1\" in --version) echo '** ngspice-39 : test';; *) echo 'Error: circuit not parsed' >&2; exit 0;; esac");
        var error = Failure(() => new NgspiceEngine(program).RunDeck(Deck("R1 a 0 1\n")));
        Assert.Contains("no raw file", error.Message, StringComparison.Ordinal);
        Assert.Contains("circuit not parsed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transient_ThatFails_KeepsItsFiles()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        string program = Script("case \"$1\" in --version) echo '** ngspice-39 : test';; *) exit 3;; esac");
        var error = Assert.Throws<CircuitException>(() => new NgspiceEngine(program).Load(TestCircuits.Latch(20))
            .Transient(TestCircuits.Request(1e-9)));
        Assert.Contains("exit code 3", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(error.DeckPath));
        Directory.Delete(Path.GetDirectoryName(error.DeckPath!)!, recursive: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(100)]
    public void RawFile_CutShort_IsRefused(int missingBytes)
    {
        string path = RawFile();
        byte[] bytes = File.ReadAllBytes(path);
        Assert.Equal(3, NgspiceRawFile.Read(path).Seconds.Length);
        File.WriteAllBytes(path, bytes[..^missingBytes]);
        Assert.Throws<InvalidDataException>(() => NgspiceRawFile.Read(path));
    }

    [Theory]
    [InlineData("Flags: real", "Flags: complex", "real numbers")]
    [InlineData("Transient Analysis", "AC Analysis", "expected a transient")]
    [InlineData("Binary:", "Values:", "binary")]
    [InlineData("No. Points: 3", "No. Points: x", "expected a count")]
    [InlineData("No. Points: 3", "No. Points: 0", "truncated")]
    [InlineData("No. Variables: 2", "No. Variables: 3", "announces 3 vectors")]
    public void RawFile_WithAWrongHeader_IsRefused(string from, string to, string expected)
    {
        string path = RawFile();
        var bytes = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace(from, to, StringComparison.Ordinal);
        File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes(bytes));
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => NgspiceRawFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryDeckInCircuits_RunsInStockNgspice()
    {
        var engine = Engine();
        string[] decks = Directory.GetFiles(Path.Combine(SharedFolder.Repository, "circuits"), "*.cir", SearchOption.AllDirectories);
        Assert.NotEmpty(decks);
        foreach (string deck in decks)
        {
            var solution = engine.RunDeck(deck);
            Assert.True(solution.Steps > 10, deck);
            Assert.Empty(solution.Warnings);
        }
    }

    /// <summary>Three points of time and v(a), written here by hand in ngspice's format.</summary>
    private string RawFile()
    {
        string path = Path.Combine(_folder, "three.raw");
        using var stream = File.Create(path);
        stream.Write("Title: t\nDate: d\nPlotname: Transient Analysis\nFlags: real\nNo. Variables: 2\nNo. Points: 3\nVariables:\n\t0\ttime\ttime\n\t1\tv(a)\tvoltage\nBinary:\n"u8);
        foreach (double value in new[] { 0, 1.5, 1e-9, 2.5, 2e-9, 3.5 }) stream.Write(BitConverter.GetBytes(value));
        return path;
    }

    private string Deck(string body)
    {
        string path = Path.Combine(_folder, "deck.cir");
        File.WriteAllText(path, "* test\n" + body + ".end\n");
        return path;
    }

    /// <summary>A ring oscillator over 10¹² of its periods.</summary>
    private string Endless() => Deck("B1 a 0 V=-tanh(5*v(c))\nR1 a b 1k\nC1 b 0 1p\nB2 d 0 V=tanh(5*v(b))\nR2 d e 1k\nC2 e 0 1p\n"
        + "B3 f 0 V=tanh(5*v(e))\nR3 f c 1k\nC3 c 0 1p\n.ic v(b)=0.1 v(e)=0 v(c)=0\n.save v(c)\n.tran 1n 1000 0 1n\n");

    private string Script(string body)
    {
        string path = Path.Combine(_folder, "fake-ngspice");
        File.WriteAllText(path, "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return path;
    }

    /// <summary>The exception of a failed run; removes the files that it keeps.</summary>
    private static CircuitException Failure(Func<object> run)
    {
        var error = Assert.Throws<CircuitException>(run);
        string kept = error.Message[(error.Message.LastIndexOf(' ') + 1)..].TrimEnd('.');
        Assert.StartsWith(Path.GetTempPath(), kept, StringComparison.Ordinal);
        Directory.Delete(kept, recursive: true);
        return error;
    }

    private static NgspiceEngine Engine()
    {
        var engine = new NgspiceEngine();
        Assert.SkipUnless(engine.Availability.Present, engine.Availability.HowToGet);
        return engine;
    }
}
