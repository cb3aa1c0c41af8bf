namespace Reproduction;

/// <summary>Texts without a journal whose claims are checked, as they are cited.</summary>
internal static class Texts
{
    internal const string Article = "article \"Hopfield\", ki-mathias.de/en/hopfield.html";
    internal const string WriteUp = "its condensed write-up";
    internal const string ArticleAndWriteUp = Article + " and " + WriteUp;
    internal const string Overview = "overview texts on Hopfield networks";
}
