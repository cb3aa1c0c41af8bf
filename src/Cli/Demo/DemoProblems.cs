using Cli.Solving;
using Cli.Verbs;
using Hopfield.Learning;
using Hopfield.Patterns;
using Solvers.Problems.MaxCut;
using Solvers.Problems.Tsp;

namespace Cli.Demo;

/// <summary>The three problems of the demo. Their instances are written into its folder, so that the other verbs can be tried on
/// them.</summary>
internal static class DemoProblems
{
    private const string Burma = "Cli.Demo.burma14.tsp";
    private const double FlippedPixels = 0.15;

    /// <summary>
    /// A cut whose optimum is proven here, a tour whose optimum is published, and recall of the built-in pictures; with the number of
    /// runs of each.
    /// </summary>
    internal static IEnumerable<(SolveJob Job, int Runs)> In(string folder, ulong seed, CancellationToken cancellation)
    {
        var graph = DemoGraph.Make(seed, cancellation);
        RudyFile.Write(Path.Combine(folder, "graph16.rud"), graph);
        yield return (SolveJob.Of(graph) with { WithSpice = true }, 20);

        string burma = Path.Combine(folder, "burma14.tsp");
        WriteBurma(burma);
        // 95,000 cells: reduced settles them in a twentieth of a second, ngspice takes a minute. 'hopfield tsp --cross-check' does it.
        yield return (SolveJob.Of(new TspProblem(TspLibFile.Read(burma), new TalavanYanez())), 100);

        var glyphs = Glyphs.Read();
        var recall = RecallVerb.Job(glyphs, new PseudoinverseRule(), FlippedPixels, seed);
        yield return (recall with { Name = $"recall of {glyphs.Count} glyphs", WithSpice = true }, glyphs.Count);
    }

    private static void WriteBurma(string path)
    {
        using var source = typeof(DemoProblems).Assembly.GetManifestResourceStream(Burma)
            ?? throw new InvalidOperationException($"The resource {Burma} is missing from the assembly.");
        using var target = File.Create(path);
        source.CopyTo(target);
    }
}
