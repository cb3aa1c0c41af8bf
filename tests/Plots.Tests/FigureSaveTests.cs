using System.Buffers.Binary;
using System.Text;
using Plots.Export;

namespace Plots.Tests;

public sealed class FigureSaveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Save_InSeveralFormats_WritesEachAndTheNumbers()
    {
        var figure = SampleFigures.All().First();
        figure.Save(_folder, "name", FigureFormat.Svg, FigureFormat.Pdf);

        Assert.Equal(["name.csv", "name.pdf", "name.svg"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order());
        Assert.Equal(figure.ToSvg(), File.ReadAllText(Path.Combine(_folder, "name.svg")));
        Assert.Equal(figure.ToPdf(), File.ReadAllBytes(Path.Combine(_folder, "name.pdf")));
        Assert.Equal(Encoding.UTF8.GetBytes(figure.ToCsv()), File.ReadAllBytes(Path.Combine(_folder, "name.csv")));
    }

    [Fact]
    public void Save_AsPng_HasTwicePixelsOfTheSvg()
    {
        try
        {
            PngProgram.Find();
        }
        catch (NotSupportedException exception)
        {
            Assert.Skip(exception.Message);
        }
        string path = Path.Combine(_folder, "a picture.png");
        new TourFigure { Title = "t", Tour = [0, 1, 2] }.Save(path);

        byte[] file = File.ReadAllBytes(path);
        Assert.Equal([137, 80, 78, 71, 13, 10, 26, 10], file[..8]);
        Assert.Equal(960, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)), 1000, 1200);
    }

    [Fact]
    public void Save_UnderAnotherExtension_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SampleFigures.All().First().Save(Path.Combine(_folder, "a.gif")));

    [Fact]
    public void Samples_HaveEveryKindOfFigure()
    {
        var kinds = typeof(Figure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Figure)));
        Assert.Equal(kinds.Select(type => type.Name).Order(), SampleFigures.All().Select(figure => figure.GetType().Name).Distinct().Order());
    }
}
