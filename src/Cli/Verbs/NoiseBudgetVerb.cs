using System.CommandLine;
using Cli.Options;
using Cli.Reports;
using Studies.Noise;
using Cli.Output;
using Crossbar.Arrays;
using Crossbar.Mapping;
using Crossbar.Planning;
using Studies.Records;

namespace Cli.Verbs;

/// <summary>What each noise adds to one read of a column: which can anneal.</summary>
internal sealed class NoiseBudgetVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Option<int> _rows = new("--rows")
    {
        Description = "Cells in the column, half of them on and half off.",
        HelpName = "N",
        DefaultValueFactory = _ => 60,
    };

    private readonly Option<double> _volts = Number("--volts", "Voltage across each cell, in volts.", "V", 0.2);
    private readonly Option<double> _bandwidth = Number("--bandwidth-hertz", "Noise bandwidth of the read, in hertz.", "B", 1e9);
    private readonly Option<double> _kelvin = Number("--temperature", "Temperature, in kelvin.", "T", 300);
    private readonly Option<double> _sense = Number("--sense-ohms",
        "Volts at the decision node per ampere of column current, in ohms.", "R", 5e3);

    private readonly Option<string> _kinds = new("--kinds")
    {
        Description = "The noise: names from 'hopfield noise list', separated by commas, or 'all'.",
        HelpName = "KINDS",
        DefaultValueFactory = _ => "all",
    };

    /// <inheritdoc/>
    public override string Name => "noise budget";

    /// <inheritdoc/>
    public override string Summary => "Adds up the noise of one read of a column, in amperes, volts and units of weight.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield noise budget",
        "hopfield noise budget --kinds thermal --on-siemens 1e-6 --off-siemens 1e-8 --volts 0.026",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        foreach (var option in (Option[])[_rows, _common.OnSiemens, _common.OffSiemens, _volts, _bandwidth, _kelvin, _sense, _kinds,
            _common.Json, _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        using var json = parsed.GetValue(_common.Json) is { } file ? new OutputFile(file) : null;
        DifferentialPairMapping mapping = _common.ReadMapping(parsed);
        int rows = parsed.GetValue(_rows);
        if (rows is < 1 or > 1_000_000) throw new ArgumentException($"--rows must be from 1 to 1000000, not {rows}");
        var cells = new ConductanceMatrix(rows, 1, [.. Enumerable.Range(0, rows).Select(i => i % 2 == 0 ? mapping.OnSiemens
            : mapping.OffSiemens)]);
        double kelvin = parsed.GetValue(_kelvin);
        var budget = ReadNoiseBudget.Of(NoiseOptions.Models(parsed.GetValue(_kinds)), cells, new()
        {
            ReadVolts = parsed.GetValue(_volts),
            BandwidthHertz = parsed.GetValue(_bandwidth),
            Kelvin = kelvin,
            UnitSiemens = mapping.OnSiemens - mapping.OffSiemens,
            SenseOhms = parsed.GetValue(_sense),
        });
        var summary = NoiseSummary.Of(budget, kelvin);
        json?.Write(RecordJson.Of(summary));
        if (!parsed.GetValue(_common.Quiet))
        {
            Console.Out.WriteLine($"\n{SolveOutput.NoiseHeading(summary)}");
            SolveTables.Noise(summary).Print();
        }
        return ExitCode.Done;
    }

    private static Option<double> Number(string name, string description, string help, double value) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => value };
}
