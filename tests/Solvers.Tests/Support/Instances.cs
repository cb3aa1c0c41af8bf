using TestSupport;

namespace Solvers.Tests.Support;

/// <summary>Instances that are part of the project.</summary>
internal static class Instances
{
    /// <summary>Path of TSPLIB's burma14, which the demo uses too: optimum 3323.</summary>
    public static string Burma14 => Path.Combine(SharedFolder.Repository, "src", "Cli", "Demo", "burma14.tsp");
}
