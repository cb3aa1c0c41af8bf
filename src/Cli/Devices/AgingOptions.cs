using System.CommandLine;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;

namespace Cli.Devices;

/// <summary>The options that name published fits of what becomes of a programmed array.</summary>
internal sealed class AgingOptions(string retentionDescription)
{
    private readonly Option<string?> _levels = new("--levels")
    {
        Description = "Spread the written conductances by this published fit, as 'hopfield list levels' shows it.",
        HelpName = "FIT",
    };

    private readonly Option<string?> _retention = new("--retention") { Description = retentionDescription, HelpName = "LAW" };

    /// <summary>The option that names a law.</summary>
    internal Option Retention => _retention;

    /// <summary>The option that names a fit.</summary>
    internal Option Levels => _levels;

    /// <summary>The fit; null for none.</summary>
    /// <exception cref="ArgumentException">There is no such fit.</exception>
    internal ILevelDistribution? ReadLevels(ParseResult parsed) => parsed.GetValue(_levels) is { } fit ? FindLevels(fit) : null;

    /// <summary>The law; null for none.</summary>
    /// <exception cref="ArgumentException">There is no such law.</exception>
    internal IRetentionLaw? ReadRetention(ParseResult parsed) =>
        parsed.GetValue(_retention) is { } law ? Catalog.Find<IRetentionLaw>(law, "retention law") : null;

    /// <summary>A fit by name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static ILevelDistribution FindLevels(string name) => Catalog.Find<ILevelDistribution>(name, "fit of levels");
}
