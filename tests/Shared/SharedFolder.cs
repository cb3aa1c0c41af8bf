namespace TestSupport;

/// <summary>The larger checks' data: a folder "shared" beside the repository. It is optional: tests have small cases of their own, and take
/// those of the folder in addition where it is there.</summary>
internal static class SharedFolder
{
    /// <summary>The repository root: the nearest folder above the test assembly that holds Hopfield.sln.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Full path of a file below ../shared; skips the running test, visibly, when it is not there.</summary>
    public static string File(string relativePath)
    {
        string path = PathOf(relativePath);
        Assert.SkipUnless(System.IO.File.Exists(path), $"needs ../shared/{relativePath}");
        return path;
    }

    /// <summary>Whether a file or folder is below ../shared.</summary>
    public static bool Has(string relativePath) => Path.Exists(PathOf(relativePath));

    /// <summary>Full paths of the files of a folder below ../shared, in ordinal order; empty where it is not there.</summary>
    public static string[] Files(string folder, string pattern) =>
        Has(folder) ? [.. Directory.GetFiles(PathOf(folder), pattern).Order(StringComparer.Ordinal)] : [];

    /// <summary>Cases for a theory: our own, and those of ../shared/<paramref name="folder"/> where that folder is there.</summary>
    public static TheoryData<T> Cases<T>(IEnumerable<T> own, string folder, IEnumerable<T> larger) =>
        [.. own, .. Has(folder) ? larger : []];

    private static string PathOf(string relativePath) => Path.GetFullPath(Path.Combine(Repository, "..", "shared", relativePath));

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Hopfield.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run from a folder inside the repository.");
    }
}
