using System.CommandLine;
using Cli.Output;
using Hopfield.Patterns;

namespace Cli.Verbs;

/// <summary>Says which data sets are here, where they are looked for, and how to get them.</summary>
internal sealed class DataVerb : Verb
{
    private readonly Option<string?> _mnist = new("--mnist") { Description = "Look into this folder instead.", HelpName = "DIR" };

    public override string Name => "data";

    public override string Summary =>
        "Says where the MNIST digits are looked for, whether they are there, and how to get them; downloads nothing.";

    public override IReadOnlyList<string> Examples => ["hopfield data", "hopfield data --mnist data/mnist"];
    public override void Define(Command command) => command.Options.Add(_mnist);

    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string? folder = parsed.GetValue(_mnist);
        var table = new ResultTable("place", "MNIST");
        foreach (string place in folder is not null ? [folder] : Mnist.Places().Distinct())
        {
            var missing = Mnist.Missing(place);
            table.Add(place, missing.Count == 0 ? "here" : missing.Count == 4 ? "-" : "missing: " + string.Join(", ", missing));
        }
        table.Print();
        var found = folder is not null ? Mnist.Missing(folder).Count == 0 ? Mnist.In(folder) : null : Mnist.Find();
        if (found is not null)
        {
            Console.WriteLine($"\nMNIST is read from {found.Folder}: {found.Training.Images.Count} training and {found.Test.Images.Count} test digits.");
            return ExitCode.Done;
        }
        Console.WriteLine($"""

            MNIST was not found. Get these four files (each with or without .gz) from any mirror of the MNIST database, such as the one that PyTorch's
            torchvision or Debian-style data packages use, and put them into one of these places, or name their folder with --mnist or {Mnist.Variable}:
              {string.Join("\n  ", Mnist.FileNames)}
            Nothing is downloaded for you.
            """);
        return folder is null ? ExitCode.Done : ExitCode.NotReached;
    }
}
