using System.Text.RegularExpressions;
using Plots.Pages;

namespace Plots.Tests;

public class HtmlReportTests
{
    private static string Page()
    {
        var report = new HtmlReport("demo <1>").Section("Results & more").Paragraph("2 < 3")
            .Table(["problem", "score"], [["burma14", "3323"], ["<x>", "−1.5 µs"]]);
        foreach (var figure in SampleFigures.All()) report.Figure(figure, $"caption of {figure.Title}");
        return report.ToHtml();
    }

    [Fact]
    public void ToHtml_OfAFullPage_NeedsNothingElse()
    {
        string page = Page();

        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<link", page);
        Assert.DoesNotMatch(@"(src|href)=""(?!data:|#)", page);
        Assert.DoesNotMatch(@"url\((?!#)", page);
        Assert.Equal(1, Regex.Count(page, "<!DOCTYPE"));
        Assert.DoesNotContain("<?xml", page);
    }

    [Fact]
    public void ToHtml_OfAFullPage_ClosesWhatItOpens()
    {
        string page = Page();
        foreach (string tag in (string[])["html", "head", "body", "style", "div", "table", "thead", "tbody", "tr", "td", "th", "figure",
            "figcaption", "svg", "h1", "h2"])
            Assert.Equal(Regex.Count(page, $@"<{tag}[\s>]"), Regex.Count(page, $"</{tag}>"));
    }

    [Fact]
    public void ToHtml_OfTextWithMarkup_EscapesIt()
    {
        string page = Page();
        Assert.Contains("<h1>demo &lt;1&gt;</h1>", page);
        Assert.Contains("<td>&lt;x&gt;</td>", page);
        Assert.Contains("Results &amp; more", page);
    }

    [Fact]
    public void ToHtml_OfSeveralFigures_GivesEachIdOnce()
    {
        var ids = Regex.Matches(Page(), @"\sid=""([^""]*)""").Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Regex.Matches(Page(), @"url\(#([^)]*)\)").Select(match => match.Groups[1].Value), id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Table_OfANumericColumn_AlignsItToTheRight() =>
        Assert.Contains("<tr><td>burma14</td><td class=\"n\">3323</td></tr>", Page());

    [Fact]
    public void Table_OfARowWithMissingCells_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new HtmlReport("t").Table(["a", "b"], [["1"]]));
}
