using System.CommandLine;
using System.Globalization;
using Cli.Columns;
using Cli.Output;
using Cli.Reports;
using Crossbar.Machines.Passive;
using Hopfield.Numerics;

namespace Cli.Verbs;

/// <summary>Maps the passive attractor column: which states of its switches are stable, and where all others end.</summary>
public sealed class ColumnVerb : Verb
{
    private readonly CommonOptions _common = new();

    private readonly Argument<string> _volts = new("VOLTS") { Description = "Voltages of the rows, separated by commas: 2 to 12." };

    private readonly Option<double> _set = new("--set-volts")
    {
        Description = "An open cell closes above this voltage, row minus line.",
        HelpName = "V",
        DefaultValueFactory = _ => new PassiveCell().SetVolts,
    };

    private readonly Option<double> _reset = new("--reset-volts")
    {
        Description = "A closed cell opens below the negative of this voltage.",
        HelpName = "V",
        DefaultValueFactory = _ => new PassiveCell().ResetVolts,
    };

    private readonly Option<double> _spread = new("--spread")
    {
        Description = "Spread of thresholds and conductances from cell to cell, in per cent (log-normal).",
        HelpName = "PERCENT",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<int> _draws = new("--draws")
    {
        Description = "Columns drawn with that spread.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    /// <inheritdoc/>
    public override string Name => "column";

    /// <inheritdoc/>
    public override string Summary =>
        "The passive attractor column: switches on one floating line, their stable states and where all others end.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "hopfield column 0.4,-1.2,0.8,0.8",
        "hopfield column 0.4,-1.2,0.8,0.8 --spread 20 --out column",
    ];

    /// <inheritdoc/>
    public override void Define(Command command)
    {
        command.Arguments.Add(_volts);
        foreach (var option in (Option[])[_set, _reset, _common.OnSiemens, _common.OffSiemens, _spread, _draws, _common.Seed, _common.Json,
            _common.Out, _common.Quiet])
            command.Options.Add(option);
    }

    /// <inheritdoc/>
    public override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        double[] volts = Volts(parsed.GetRequiredValue(_volts));
        if (volts.Length is < 2 or > AttractorMap.MostCells)
            throw new ArgumentException($"VOLTS names {volts.Length} rows; expected 2 to {AttractorMap.MostCells}, all of whose states can be mapped");
        double spread = Check.InRange(parsed.GetValue(_spread), 0, 100, "--spread", "%") / 100;
        int draws = Check.AtLeast(parsed.GetValue(_draws), 1, "--draws");
        ulong seed = parsed.GetValue(_common.Seed);
        var cell = new PassiveCell
        {
            SetVolts = parsed.GetValue(_set),
            ResetVolts = parsed.GetValue(_reset),
            OnSiemens = parsed.GetValue(_common.OnSiemens),
            OffSiemens = parsed.GetValue(_common.OffSiemens),
        };
        using var json = parsed.GetValue(_common.Json) is { } path ? new OutputFile(path) : null;
        string? folder = parsed.GetValue(_common.Out) is { } wanted ? OutputFile.Folder(wanted) : null;
        var study = Progress.Run("columns", spread > 0 ? draws : 1, parsed.GetValue(_common.Quiet) || spread == 0,
            finished => ColumnStudy.Of(volts, cell, spread, draws, RandomKey.FromSeed(seed).Fold("column"), finished, cancellation));
        json?.Write(JsonText.Of(study.Record(seed)));
        var attractors = study.Attractors();
        var states = study.States();
        if (folder is not null)
            Figures.Write(folder, $"A passive column of {volts.Length} cells", study.Drawn(), states is null ? [attractors]
                : [attractors, states]);
        if (parsed.GetValue(_common.Quiet)) return ExitCode.Done;
        attractors.Print();
        if (states is not null)
        {
            Console.Out.WriteLine();
            states.Print();
        }
        Console.Out.WriteLine($"every switching raises the line; its voltages agree with the array solver to {Quantity.Text(study.LargestDifferenceVolts, "V")}");
        return ExitCode.Done;
    }

    private static double[] Volts(string text)
    {
        string[] parts = text.Split(',');
        var volts = new double[parts.Length];
        for (int i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out volts[i]))
                throw new ArgumentException($"VOLTS: '{parts[i]}' is no number; expected voltages separated by commas, such as 0.4,-1.2,0.8,0.8");
        return volts;
    }
}
