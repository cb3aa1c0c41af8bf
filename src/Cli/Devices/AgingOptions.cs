using System.CommandLine;
using System.Globalization;
using Crossbar.Devices;
using Crossbar.Programming;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;

namespace Cli.Devices;

/// <summary>What happens to an array once it is programmed: a published spread, and time.</summary>
internal sealed class AgingOptions
{
    private readonly Option<string?> _levels = new("--levels")
    {
        Description = "Spread the written conductances by this published fit, as 'hopfield device levels' lists them.",
        HelpName = "FIT",
    };

    private readonly Option<string?> _retention = new("--retention")
    {
        Description = "Law by which the array ages for --after seconds; without it, the device's own dynamics at 0 V.",
        HelpName = "LAW",
    };

    private readonly Option<double> _after = new("--after")
    {
        Description = "Leave the array alone for so many seconds.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 0,
    };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_levels, _retention, _after]) command.Options.Add(option);
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="ArgumentException">There is no such fit or law, or a law without a time.</exception>
    internal Aging Read(ParseResult parsed)
    {
        var levels = parsed.GetValue(_levels) is { } fit ? Find<ILevelDistribution>(fit, "fit of levels") : null;
        var law = parsed.GetValue(_retention) is { } name ? Find<IRetentionLaw>(name, "retention law") : null;
        double seconds = Check.NotNegative(parsed.GetValue(_after), "--after", "s");
        if (law is not null && seconds == 0) throw new ArgumentException("--retention needs --after SECONDS");
        return new(levels, law, seconds);
    }

    /// <summary>An item of a catalog by name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static T Find<T>(string name, string what) where T : class, ICatalogued
    {
        var all = Catalog.Of<T>(typeof(T).Assembly);
        return all.FirstOrDefault(item => item.Name == name)
            ?? throw new ArgumentException($"there is no {what} '{name}'; expected one of {string.Join(", ", all.Select(item => item.Name))}");
    }
}

/// <summary>Spread and age of a programmed array.</summary>
/// <param name="Levels">Published spread; null for none.</param>
/// <param name="Law">Published law; null for the device's own dynamics.</param>
/// <param name="Seconds">Time since programming, s; 0 for none.</param>
internal sealed record Aging(ILevelDistribution? Levels, IRetentionLaw? Law, double Seconds)
{
    /// <summary>The array in its stages, each with its name; empty when nothing was asked for.</summary>
    internal IReadOnlyList<(string What, double[] Siemens)> Stages(ProgrammingResult result, IDeviceModel device, double readVolts,
        RandomKey key)
    {
        var stages = new List<(string, double[])>();
        if (Levels is null && Seconds == 0) return stages;
        double[] now = result.Siemens;
        stages.Add(("as written", now));
        if (Levels is not null) stages.Add(($"with the spread of {Levels.Name}", now = result.Spread(Levels, key)));
        if (Seconds > 0)
            stages.Add(($"after {Seconds.ToString("g6", CultureInfo.InvariantCulture)} s by {Law?.Name ?? "its own dynamics"}",
                Law is null ? result.After(now, device, readVolts, Seconds) : result.After(now, Law, Seconds, key)));
        return stages;
    }
}
