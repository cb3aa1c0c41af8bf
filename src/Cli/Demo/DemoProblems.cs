using Hopfield.Files;
using Solvers.Problems.MaxCut;
using Studies.Problems;
using Studies.Recalling;
using Studies.Records;
using Studies.Solving;

namespace Cli.Demo;

/// <summary>The three problems of the demo. Their instances are written into its folder, so that the other verbs can be tried on
/// them.</summary>
internal static class DemoProblems
{
    private const string Burma = "Cli.Demo.burma14.tsp";

    /// <summary>Built-in pictures, each recalled once.</summary>
    private const int Glyphs = 10;

    /// <summary>A cut whose optimum is proven here, a tour whose optimum is published, and recall of the built-in pictures.</summary>
    internal static IEnumerable<SolveStudy> In(string folder, ulong seed)
    {
        RudyFile.Write(Path.Combine(folder, "graph16.rud"), ProvenCut.Graph(seed));
        yield return new() { Problem = new ProvenCut(), Runs = 20, Seed = seed, WithSpice = true };

        string burma = Path.Combine(folder, "burma14.tsp");
        File.WriteAllText(burma, EmbeddedFile.Text(typeof(DemoProblems).Assembly, Burma));
        // 95,000 cells: reduced settles them in a twentieth of a second, ngspice takes a minute. 'hopfield tsp --cross-check' does it.
        yield return new() { Problem = new TourFile { File = DataFile.Of(burma) }, Runs = 100, Seed = seed };

        var recall = new RecallSource { Title = $"recall of {Glyphs} glyphs" };
        yield return new() { Problem = recall, Runs = Glyphs, Seed = seed, WithSpice = true };
    }
}
