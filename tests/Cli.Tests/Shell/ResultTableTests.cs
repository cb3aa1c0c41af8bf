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
    public void Add_OfARowWithMissingCells_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ResultTable("a", "b").Add("1"));
}
