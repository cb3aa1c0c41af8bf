using System.CommandLine;
using Cli.Solving;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Solving;
using Hopfield.Numerics;

namespace Cli.Arrays;

/// <summary>The options by which users give the cells of an array a nonlinear law.</summary>
internal sealed class CellLawOptions
{
    private const string Linear = "linear";

    private static readonly IReadOnlyList<ICellLawFactory> s_laws = Catalog.Of<ICellLawFactory>();

    private readonly Option<string> _law = new("--cell-law")
    {
        Description = $"Current-voltage law of the cells: {Linear}: i = G v; "
            + string.Join("; ", s_laws.Select(law => $"{law.Name}: {law.Summary}")) + ".",
        HelpName = string.Join('|', s_laws.Select(law => law.Name).Prepend(Linear)),
        DefaultValueFactory = _ => Linear,
    };

    private readonly Option<string?> _parameters = new("--cell-parameters")
    {
        Description = "JSON file with parameters of --cell-law that replace the defaults, such as { \"scaleVolts\": 0.3 }.",
        HelpName = "FILE",
    };

    internal CellLawOptions() => _law.AcceptOnlyFromAmong([Linear, .. s_laws.Select(law => law.Name)]);

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
        var law = s_laws.FirstOrDefault(law => law.Name == parsed.GetValue(_law));
        if (parsed.GetValue(_parameters) is not { } path) return law;
        return law is null
            ? throw new ArgumentException($"--cell-parameters {path}: ohmic cells have no parameters; "
                + $"expected --cell-law {string.Join(" or ", s_laws.Select(law => law.Name))} as well")
            : new ParametersFile(path).Over(law);
    }

    /// <summary>Solves one array for one set of voltages; Newton steps are null for ohmic cells.</summary>
    internal static (ArraySolution Solution, int? NewtonSteps) Solve(
        ArrayCircuit circuit, ICellLawFactory? law, ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts,
            CancellationToken cancellation)
    {
        if (law is null) return (new ArraySolver(circuit).Solve(wordVolts, bitVolts, cancellation: cancellation), null);
        var solved = Newton(circuit, law, new()).Solve(wordVolts, bitVolts, cancellation);
        return (solved.AsLinear, solved.NewtonSteps);
    }

    /// <summary>Solver of an array whose cells have a law.</summary>
    internal static NonlinearArraySolver Newton(ArrayCircuit circuit, ICellLawFactory law, ArraySolverOptions options) =>
        new(law.Create(circuit.Cells), circuit.Wires, circuit.WordTerminals, circuit.BitTerminals, options);
}
