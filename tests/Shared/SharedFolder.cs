namespace TestSupport;

/// <summary>The larger checks' data: a folder "shared" beside the repository. It is optional; a test that needs it skips without
/// it.</summary>
internal static class SharedFolder
{
    /// <summary>The repository root: the nearest folder above the test assembly that holds Hopfield.sln.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Full path of a file below ../shared; skips the running test, visibly, when it is not there.</summary>
    public static string File(string relativePath)
    {
        string path = Path.GetFullPath(Path.Combine(Repository, "..", "shared", relativePath));
        Assert.SkipUnless(System.IO.File.Exists(path), $"needs ../shared/{relativePath}");
        return path;
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "Hopfield.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run from a folder inside the repository.");
    }
}
