using System.Globalization;
using Plots.Export;

namespace Plots.Tests;

public class CultureTests
{
    /// <summary>As much of German as InvariantGlobalization lets through: a comma in numbers, another minus sign.</summary>
    private static CultureInfo Foreign
    {
        get
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", ".");
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = ".";
            return culture;
        }
    }

    public static TheoryData<int> Samples => [.. Enumerable.Range(0, SampleFigures.All().Count())];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Files_UnderAForeignCulture_AreTheSame(int sample)
    {
        var figure = SampleFigures.All().ElementAt(sample);
        var (svg, pdf, csv) = (figure.ToSvg(), figure.ToPdf(), figure.ToCsv());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Foreign;
            Assert.Equal("-1~5,5", $"-1{-5.5}"); // the culture is in force
            Assert.Equal(svg, figure.ToSvg());
            Assert.Equal(pdf, figure.ToPdf());
            Assert.Equal(csv, figure.ToCsv());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
