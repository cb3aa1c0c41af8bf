using Cli.Output;

namespace Cli.Tests.Shell;

public class ResultTableTests
{
    [Fact]
    public void ToPlainText_OfTextAndNumbers_AlignsWordsLeftAndNumbersRight()
    {
        string text = new ResultTable("problem", "score", "time").Add("burma14", "3323", "1.2 µs").Add("g05_60", "-5", "-").ToPlainText();

        Assert.Equal("problem  score    time\nburma14   3323  1.2 µs\ng05_60      -5       -\n", text);
    }

    [Fact]
    public void Parts_OfANarrowTerminal_HoldEveryColumnOnceAndFit()
    {
        var table = new ResultTable("problem", "machine", "score", "finding").Add("burma14", "clocked", "3323", new string('x', 60));

        Assert.Equal([[0, 1, 2, 3]], table.Parts(92)); // 7 + 7 + 5 + 60 characters, and 4 * 3 + 1 of the frame
        Assert.Equal([[0, 1, 2], [0, 3]], table.Parts(91));
        Assert.Equal([[0, 1], [0, 2], [0, 3]], table.Parts(22));
    }

    [Fact]
    public void Add_OfARowWithMissingCells_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ResultTable("a", "b").Add("1"));
}
