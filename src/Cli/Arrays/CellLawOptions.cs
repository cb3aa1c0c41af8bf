using System.CommandLine;
using Crossbar.Arrays.Nonlinear;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Arrays;

/// <summary>The options by which users give the cells of an array a nonlinear law.</summary>
internal sealed class CellLawOptions
{
    private const string Linear = "linear";

    private readonly Option<string> _law = new("--cell-law")
    {
        Description = $"Current-voltage law of the cells: {Linear}: i = G v; "
            + string.Join("; ", Catalog.Of<ICellLawFactory>().Select(law => $"{law.Name}: {law.Summary}")) + ".",
        HelpName = string.Join('|', Catalog.Of<ICellLawFactory>().Select(law => law.Name).Prepend(Linear)),
        DefaultValueFactory = _ => Linear,
    };

    private readonly Option<string?> _parameters = new("--cell-parameters")
    {
        Description = "JSON file with parameters of --cell-law that replace the defaults, such as { \"scaleVolts\": 0.3 }.",
        HelpName = "FILE",
    };

    internal CellLawOptions() => _law.AcceptOnlyFromAmong([Linear, .. Catalog.Of<ICellLawFactory>().Select(law => law.Name)]);

    internal void AddTo(Command command)
    {
        command.Options.Add(_law);
        command.Options.Add(_parameters);
    }

    /// <summary>The law with the user's parameters; null for ohmic cells.</summary>
    /// <exception cref="ArgumentException">Parameters are given for ohmic cells.</exception>
    /// <exception cref="InvalidDataException">The file does not hold parameters of the law.</exception>
    internal ICellLawFactory? Read(ParseResult parsed)
    {
        var law = Catalog.Of<ICellLawFactory>().FirstOrDefault(law => law.Name == parsed.GetValue(_law));
        if (parsed.GetValue(_parameters) is not { } path) return law;
        return law is null
            ? throw new ArgumentException($"--cell-parameters {path}: ohmic cells have no parameters; "
                + $"expected --cell-law {string.Join(" or ", Catalog.Of<ICellLawFactory>().Select(law => law.Name))} as well")
            : (ICellLawFactory)Parameters.Over(law, ParametersFile.Read(path), path);
    }
}
