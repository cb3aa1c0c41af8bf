namespace Reproduction;

/// <summary>Public benchmark instances, where a user has them: nothing is ever downloaded.</summary>
public sealed class BenchmarkInstances
{
    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "HOPFIELD_INSTANCES";

    private readonly IReadOnlyList<string> _places;

    private BenchmarkInstances(IReadOnlyList<string> places) => _places = places;

    /// <summary>Where they are looked for: the folder that is named here or by HOPFIELD_INSTANCES; then data/maxcut/rudy and
    /// shared/data/maxcut/rudy in the working directory and every folder above it.</summary>
    /// <param name="folder">A folder of the user's; null for none.</param>
    /// <exception cref="DirectoryNotFoundException">The named folder does not exist.</exception>
    public static BenchmarkInstances In(string? folder)
    {
        if (folder is not null && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: no such folder; expected one with g05_60.0 …");
        var places = new List<string>();
        if (folder is not null) places.Add(folder);
        else if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) places.Add(named);
        for (var above = new DirectoryInfo(Environment.CurrentDirectory); above is not null; above = above.Parent)
            foreach (string below in (string[])["data/maxcut/rudy", "shared/data/maxcut/rudy"])
                places.Add(Path.Combine(above.FullName, below));
        return new(places);
    }

    /// <summary>Path of a file; null where it is in none of the places.</summary>
    public string? Find(string name) => _places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists);
}
