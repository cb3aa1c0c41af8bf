using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Hopfield.Numerics;
using Solvers.Heuristics;

namespace Cli.Options;

/// <summary>The options that put digital solvers beside the analogue machines.</summary>
internal sealed class OpponentOptions
{
    internal Option<string?> Solver { get; } = new("--solver")
    {
        Description = "Compare digital solvers with the analogue machines on this instance: 'all', or names with commas from 'hopfield list solvers'.",
        HelpName = "all|NAMES",
    };

    internal Option<double> Time { get; } = new("--time")
    {
        Description = "Processor seconds of each of the --solver, shared by its runs; of 'tsp --method windows' the wall-clock seconds of a run.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 10,
    };

    internal OpponentOptions()
    {
        Solver.CompletionSources.Add(_ => Catalog.Of<IHeuristic>().Select(heuristic => new CompletionItem(heuristic.Name)).Prepend(new("all")));
        Time.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && double.TryParse(text, CultureInfo.InvariantCulture, out double seconds)
                && !(seconds > 0 && double.IsFinite(seconds))) result.AddError($"--time must be a finite number of seconds greater than 0, not {text}");
        });
    }

    internal void AddTo(Command command)
    {
        command.Options.Add(Solver);
        command.Options.Add(Time);
    }

    /// <summary>The solvers asked for; null when --solver was not given.</summary>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    internal IReadOnlyList<IHeuristic>? Heuristics(ParseResult parsed)
    {
        if (parsed.GetValue(Solver) is not { } names) return null;
        if (names == "all") return Catalog.Of<IHeuristic>();
        string[] words = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? throw new ArgumentException("--solver names no solver; expected 'all' or names with commas")
            : [.. words.Distinct().Select(Find)];
    }

    private static IHeuristic Find(string name) => Catalog.Of<IHeuristic>().FirstOrDefault(heuristic => heuristic.Name == name)
        ?? throw new ArgumentException($"--solver {name}: there is no such solver; expected all, "
            + string.Join(", ", Catalog.Of<IHeuristic>().Select(heuristic => heuristic.Name)));
}
