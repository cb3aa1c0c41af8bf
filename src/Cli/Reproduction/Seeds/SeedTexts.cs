namespace Cli.Reproduction.Seeds;

/// <summary>The texts whose claims are checked, as they are cited.</summary>
internal static class SeedTexts
{
    internal const string Article = "article \"Hopfield\", ki-mathias.de/en/hopfield.html (seed 001)";
    internal const string WriteUp = "its condensed write-up (seed 000)";
    internal const string ArticleAndWriteUp = Article + " and " + WriteUp;
    internal const string Overview = "overview texts (seeds 002 and 004)";
}
