using Cli.Listing;
using Cli.Tests.Shell;

namespace Cli.Tests.Listing;

public class ListVerbTests
{
    public static TheoryData<string> Kinds => [.. ListedKinds.All.Select(kind => kind.Name)];

    [Fact]
    public void List_OfNothing_NamesEveryKind()
    {
        var run = HopfieldCall.Run("list");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var kind in ListedKinds.All) Assert.Contains($"\n{kind.Name} ", run.Output);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void List_OfAKind_NamesAllOfIt_AndDescribesEach(string kind)
    {
        var items = ListedKinds.Find(kind).Items();
        Assert.NotEmpty(items);
        var run = HopfieldCall.Run("list", kind);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var item in items)
        {
            Assert.Contains($"\n{item.Name} ", run.Output);
            Assert.NotEmpty(item.Summary);
            Assert.DoesNotContain(item.Facts, fact => fact.Text.Length == 0);
            Assert.True(item.Table() is not { Rows.Count: 0 });
        }
        var one = HopfieldCall.Run("list", kind, items[^1].Name);
        Assert.Equal((0, ""), (one.ExitCode, one.Errors));
        Assert.StartsWith($"{items[^1].Name}: {items[^1].Summary}\n", one.Output);
    }

    [Fact]
    public void List_OfADevice_ShowsParametersWithTheirUnits()
    {
        string text = HopfieldCall.Run("list", "devices", "vteam").Output;
        Assert.Matches(@"\nparameter +default +unit\n", text);
        Assert.Matches(@"\nonOhms +\S+ +Ω\n", text);
        Assert.Contains("\nsource: ", text);
        Assert.Contains("\nnot modelled: ", text);
    }

    [Fact]
    public void List_OfAGroupOfClaims_ListsTheGroup()
    {
        string[] lines = HopfieldCall.Run("list", "claims", "capacity").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("name ", lines[0]);
        Assert.Equal(ListedKinds.Find("claims").Items().Select(claim => claim.Name).Where(name => name.StartsWith("capacity.")),
            lines.Skip(1).Select(line => line.Split(' ')[0]));
        Assert.Contains(lines, line => line.StartsWith("capacity.hebb-above-capacity ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hopfield: there is nothing called 'things' to list; expected one of cell-laws, cells, claims, ", "things")]
    [InlineData("hopfield: there is no 'x' among the rules; expected one of blend, ", "rules", "x")]
    public void List_OfAWrongName_SaysSoInOneLine(string message, params string[] arguments) =>
        HopfieldCall.Run(["list", .. arguments]).AssertBadInput(message);

    [Theory]
    [InlineData("readVolts", "V")]
    [InlineData("driftMetresPerSecond", "m/s")]
    [InlineData("mobilitySquareMetresPerVoltSecond", "m²/(V s)")]
    [InlineData("copperOhmMetres", "Ω m")]
    [InlineData("updatesPerSecond", "1/s")]
    [InlineData("barrierElectronVolts", "eV")]
    [InlineData("levelsAtOneVolt", "-")]
    [InlineData("onOffRatio", "-")]
    [InlineData("seconds", "s")]
    public void Unit_OfAParameter_IsTheLastWordsOfItsName(string parameter, string unit) => Assert.Equal(unit, ParameterUnit.Of(parameter));
}
