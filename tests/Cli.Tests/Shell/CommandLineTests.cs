using System.Text.Json;
using Cli.Tests.Solving;
using Cli.Verbs;
using Hopfield.Numerics;

namespace Cli.Tests.Shell;

public class CommandLineTests
{
    public static TheoryData<string> Verbs => [.. Catalog.Of<Verb>(typeof(Verb).Assembly).Select(verb => verb.Name)];

    [Fact]
    public async Task Hopfield_WithoutArguments_ShowsTheHelpWithEveryVerb()
    {
        var bare = await HopfieldProcess.RunAsync();
        var asked = HopfieldCall.Run("--help");

        Assert.Equal((0, ""), (bare.ExitCode, bare.Errors));
        Assert.Equal(asked.Output, bare.Output);
        foreach (var verb in Catalog.Of<Verb>(typeof(Verb).Assembly))
            Assert.Contains($"  {verb.Name.Split(' ')[0]}", bare.Output);
        Assert.Contains("Usage:\n  hopfield [command]", bare.Output);
        Assert.DoesNotContain("hopfield-cli", bare.Output);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_OfEachVerb_SaysWhatItDoesAndGivesExamples(string name)
    {
        var verb = Catalog.Of<Verb>(typeof(Verb).Assembly).Single(verb => verb.Name == name);
        var help = HopfieldCall.Run([.. name.Split(' '), "--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains(verb.Summary, help.Output);
        Assert.NotEmpty(verb.Examples);
        Assert.All(verb.Examples, example =>
        {
            Assert.StartsWith($"hopfield {name}", example);
            Assert.Contains($"  {example}", help.Output);
        });
    }

    [Fact]
    public void Version_IsPrinted() => Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", HopfieldCall.Run("--version").Output);

    [Theory]
    [InlineData("hopfield: Unrecognized command or argument 'nonsense'; see 'hopfield --help'", "nonsense")]
    [InlineData("hopfield: Unrecognized command or argument '--bogus'; see 'hopfield phases --help'", "phases", "--bogus")]
    public void Hopfield_OfAWrongCommandLine_SaysSoInOneLine(string expected, params string[] arguments) =>
        HopfieldCall.Run(arguments).AssertBadInput(expected);

    [Fact]
    public async Task Process_OfAWrongCommandLine_EndsAsTheCallDoes() => Assert.Equal(HopfieldCall.Run("phases", "--bogus"),
        await HopfieldProcess.RunAsync("phases", "--bogus"));

    [Fact]
    public void Json_ToStdout_IsAllThatIsPrinted()
    {
        using var record = JsonDocument.Parse(HopfieldCall.Run("column", "0.4,-1.2", "--json", "-").Output);
        Assert.Equal("column", record.RootElement.GetProperty("study").GetString());
    }

    [Fact]
    public async Task Engines_InAPipe_ListsThemWithoutColours()
    {
        var engines = await HopfieldProcess.RunAsync("list", "engines");

        Assert.Equal((0, ""), (engines.ExitCode, engines.Errors));
        Assert.StartsWith("name", engines.Output);
        Assert.Contains("\nspicesharp ", engines.Output);
        Assert.DoesNotContain('\u001b', engines.Output);
    }

    [Fact]
    public void ResponseFile_HoldsTheVerbToo()
    {
        using var folder = new ScratchFolder();
        folder.Write("words.rsp", $"maxcut\n\"{TinyInstances.WriteGraph(folder)}\"\n--runs\n1\n");
        var run = HopfieldCall.Run("@" + folder["words.rsp"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public void Messages_NameWhatWasTyped_AsItWasTyped()
    {
        using var folder = new ScratchFolder();
        HopfieldCall.RunIn(folder.Root, "maxcut", "Time").AssertBadInput("hopfield: Time: no such file");
    }
}
