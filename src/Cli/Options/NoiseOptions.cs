using System.CommandLine;
using Crossbar.Machines;
using Crossbar.Noise;
using Crossbar.Noise.Models;
using Hopfield.Numerics;
using Studies.Machines;

namespace Cli.Options;

/// <summary>The options by which a run gets dynamic noise.</summary>
internal sealed class NoiseOptions
{
    private readonly Option<string?> _kinds = new("--device-noise")
    {
        Description = "Noise of the array and its neurons, a list of names from 'hopfield list noise' such as thermal,rtn,flicker, or 'all'.",
        HelpName = "KINDS",
    };

    private readonly Option<double?> _readNoise = new("--read-noise-percent")
    {
        Description = "Cycle-to-cycle noise of a cell's conductance, in per cent of it; adds 'read' to the noise.",
        HelpName = "PERCENT",
    };

    private readonly Option<double?> _step = new("--noise-step")
    {
        Description = "Step of the noise of --machine continuous over the shortest time constant of the circuit; default 0.01.",
        HelpName = "FRACTION",
    };

    /// <summary>Adds them; the short name --noise too, where the verb does not use it for something else (the cues of recall).</summary>
    internal void AddTo(Command command)
    {
        if (command.Options.All(option => option.Name != "--noise")) _kinds.Aliases.Add("--noise");
        command.Options.Add(_kinds);
        command.Options.Add(_readNoise);
        command.Options.Add(_step);
    }

    /// <summary>What was asked for; null for no noise.</summary>
    /// <exception cref="ArgumentException">There is no such noise, or a number is out of range.</exception>
    internal NoiseSettings? Read(ParseResult parsed, double? kelvin, string machine)
    {
        var models = new List<INoiseModel>(Models(parsed.GetValue(_kinds)));
        if (parsed.GetValue(_readNoise) is { } percent)
        {
            if (!(percent >= 0 && percent <= 100))
                throw new ArgumentException($"--read-noise-percent must be from 0 to 100, not {percent}");
            models.RemoveAll(model => model is ReadNoise);
            models.Add(new ReadNoise { RelativeSigma = percent / 100 });
        }
        // 'all' is all that the machine has: no comparators round a continuous circuit.
        if (parsed.GetValue(_kinds) == "all" && MachineSetting.Find(machine) is IArrayMachine { Takes: var parts } && parts.HasFlag(ArrayParts.Engine))
            models.RemoveAll(model => model.Place == NoisePlace.ComparatorInput);
        double? fraction = parsed.GetValue(_step);
        if (fraction is not null) CommonOptions.RequirePart(_step, machine, ArrayParts.NoiseStep);
        if (fraction is not null && models.Count == 0)
            throw new ArgumentException("--noise-step needs noise: --device-noise or --read-noise-percent");
        if (fraction is { } given && !(given >= 1e-6 && given <= 0.5))
            throw new ArgumentException($"--noise-step must be from 1e-6 to 0.5, not {given}");
        if (models.Count == 0) return null;
        var noise = new NoiseSettings { Models = models, Kelvin = kelvin ?? 300 };
        return fraction is { } part ? noise with { StepFraction = part } : noise;
    }

    /// <summary>The models of a comma-separated list; none for null.</summary>
    internal static IReadOnlyList<INoiseModel> Models(string? kinds)
    {
        if (kinds is null) return [];
        if (kinds == "all") return Catalog.Of<INoiseModel>();
        string[] names = kinds.Split(',', StringSplitOptions.TrimEntries);
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"noise '{twice.Key}' is named twice");
        return [.. names.Select(name => Catalog.Find<INoiseModel>(name, "noise"))];
    }
}
