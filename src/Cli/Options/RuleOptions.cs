using System.CommandLine;
using Hopfield.Learning;
using Hopfield.Numerics;

namespace Cli.Options;

/// <summary>How pictures are stored.</summary>
internal sealed class RuleOptions
{
    private readonly Option<double> _alpha = new("--alpha")
    {
        Description = "Share of the pseudoinverse in --rule blend.",
        HelpName = "0..1",
        DefaultValueFactory = _ => new BlendRule().Alpha,
    };

    private readonly Option<double> _penalty = new("--penalty")
    {
        Description = "Penalty λ of --rule ridge.",
        HelpName = "L",
        DefaultValueFactory = _ => new RidgeRule().Penalty,
    };

    /// <summary>Every rule's name.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. Catalog.Of<ILearningRule>(typeof(ILearningRule).Assembly).Select(rule =>
        rule.Name)];

    internal void AddTo(Command command)
    {
        command.Options.Add(_alpha);
        command.Options.Add(_penalty);
    }

    /// <summary>The rule of that name with the user's parameters.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="others">Further names that the option takes, for the message.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    internal ILearningRule Find(ParseResult parsed, string name, params IEnumerable<string> others)
    {
        var rule = Catalog.Of<ILearningRule>(typeof(ILearningRule).Assembly).FirstOrDefault(rule => rule.Name == name)
            ?? throw new ArgumentException($"--rule {name}: there is no such rule; expected one of {string.Join(", ", Names.Concat(others))}");
        return rule switch
        {
            BlendRule => new BlendRule { Alpha = parsed.GetValue(_alpha) },
            RidgeRule => new RidgeRule { Penalty = parsed.GetValue(_penalty) },
            _ => rule,
        };
    }
}
