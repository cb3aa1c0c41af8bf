using System.Text.RegularExpressions;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using TestSupport;

namespace Cli.Tests.Guide;

/// <summary>The theory of the digital engine names every part of it, and its links lead somewhere.</summary>
public class TheoryPageTests
{
    private static string Page => Path.Combine(SharedFolder.Repository, "docs", "theory", "digital.md");

    [Fact]
    public void EveryLink_LeadsToAFile()
    {
        var links = Regex.Matches(File.ReadAllText(Page), @"\]\((?<path>\.\./[^)]+)\)");
        Assert.True(links.Count > 30, $"{links.Count}");
        foreach (Match link in links)
        {
            string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Page)!, link.Groups["path"].Value));
            Assert.True(File.Exists(path), link.Value);
        }
    }

    [Fact]
    public void EveryRuleDynamicsAndSeparation_IsNamed()
    {
        string page = File.ReadAllText(Page);
        object[] parts =
        [
            .. Catalog.Of<ILearningRule>(typeof(ILearningRule).Assembly), .. Catalog.Of<IMachine>(typeof(IMachine).Assembly),
            .. Catalog.Of<ISeparation>(typeof(ISeparation).Assembly).Where(item => item is not Softmax),
        ];
        Assert.True(parts.Length > 10);
        foreach (object part in parts) Assert.Contains($"[{part.GetType().Name}]", page);
    }
}
