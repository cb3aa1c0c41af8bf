using System.CommandLine;
using Cli.Options;
using Crossbar.Noise;
using Studies.Records;

namespace Cli.Noise;

/// <summary>The options that name noise to look at.</summary>
/// <param name="usual">The kinds where none are named.</param>
internal sealed class NoiseKindOptions(string usual)
{
    private readonly Option<string> _kinds = new("--kinds")
    {
        Description = "The noise: names from 'hopfield list noise', separated by commas, or 'all'.",
        HelpName = "KINDS",
        DefaultValueFactory = _ => usual,
    };

    private readonly Option<string?> _parameters = new("--parameters")
    {
        Description = "JSON file with parameters of the one noise that --kinds names, such as { \"lowHertz\": 10 }.",
        HelpName = "FILE",
    };

    internal void AddTo(Command command, bool hasParameters)
    {
        command.Options.Add(_kinds);
        if (hasParameters) command.Options.Add(_parameters);
    }

    /// <summary>The models, one of them with the user's parameters.</summary>
    /// <exception cref="ArgumentException">There is no such noise, or parameters are given for several.</exception>
    internal IReadOnlyList<INoiseModel> Read(ParseResult parsed)
    {
        var models = NoiseOptions.Models(parsed.GetValue(_kinds));
        if (parsed.GetResult(_parameters) is null || parsed.GetValue(_parameters) is not { } path) return models;
        if (models.Count != 1) throw new ArgumentException("--parameters needs --kinds with one noise, whose parameters they are");
        return [(INoiseModel)Parameters.Over(models[0], ParametersFile.Read(path), path)];
    }
}
