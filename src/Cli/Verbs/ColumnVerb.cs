using System.CommandLine;
using System.Globalization;
using Cli.Options;
using Cli.Output;
using Crossbar.Machines.Passive;
using Hopfield.Numerics;
using Plots;
using Studies;
using Studies.Columns;

namespace Cli.Verbs;

/// <summary>Maps the passive attractor column: which states of its switches are stable, and where all others end.</summary>
internal sealed class ColumnVerb : StudyVerb<ColumnRecord>
{
    /// <summary>Largest column of which every state is listed and drawn.</summary>
    private const int MostListed = 6;

    private readonly CommonOptions _common = new();

    private readonly Argument<string> _volts = new("VOLTS") { Description = "Voltages of the rows, separated by commas: 2 to 12." };

    private readonly Option<double> _set = new("--set-volts")
    {
        Description = "An open cell closes above this voltage, row minus line.",
        HelpName = "V",
        DefaultValueFactory = _ => new BipolarSwitch().SetVolts,
    };

    private readonly Option<double> _reset = new("--reset-volts")
    {
        Description = "A closed cell opens below the negative of this voltage.",
        HelpName = "V",
        DefaultValueFactory = _ => new BipolarSwitch().ResetVolts,
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

    public override string Name => "column";

    public override string Summary =>
        "The passive attractor column: switches on one floating line, their stable states and where all others end.";

    public override IReadOnlyList<string> Examples =>
    [
        "hopfield column 0.4,-1.2,0.8,0.8",
        "hopfield column 0.4,-1.2,0.8,0.8 --spread 20 --out column",
    ];

    protected override void DefineOptions(Command command)
    {
        command.Arguments.Add(_volts);
        foreach (var option in (Option[])[_set, _reset, _common.OnSiemens, _common.OffSiemens, _spread, _draws, _common.Seed])
            command.Options.Add(option);
    }

    protected override Study<ColumnRecord> Ask(ParseResult parsed) => new ColumnStudy
    {
        RowVolts = Volts(parsed.GetRequiredValue(_volts)),
        Spread = Check.InRange(parsed.GetValue(_spread), 0, 100, "--spread", "%") / 100,
        Draws = Check.AtLeast(parsed.GetValue(_draws), 1, "--draws"),
        Seed = parsed.GetValue(_common.Seed),
        Cell = new()
        {
            SetVolts = parsed.GetValue(_set),
            ResetVolts = parsed.GetValue(_reset),
            OnSiemens = parsed.GetValue(_common.OnSiemens),
            OffSiemens = parsed.GetValue(_common.OffSiemens),
        },
    };

    protected override string Title(ColumnRecord record) => $"A passive column of {record.RowVolts.Length} cells";

    protected override void Show(ColumnRecord record, Presentation page) =>
        page.Table(Attractors(record)).Table(States(record)).Figures(Drawn(record))
            .Say($"every switching raises the line; its voltages agree with the array solver to {Quantity.Text(record.LargestDifferenceVolts, "V")}");

    private static ResultTable Attractors(ColumnRecord record)
    {
        var table = new ResultTable("attractor", "line", "states that end in it", "also reachable from");
        foreach (int attractor in record.Map.Attractors)
            table.Add(record.Text(attractor), Quantity.Text(record.Column.LineVolts(attractor), "V"), $"{record.Map.Basin(attractor)} of {record.Column.StateCount}",
                $"{Enumerable.Range(0, record.Column.StateCount).Count(state => record.Map.EndOf(state) != attractor && record.Map.ReachableFrom(state).Contains(attractor))}");
        return table;
    }

    /// <summary>Every state and its way; null for a column too long to list.</summary>
    private static ResultTable? States(ColumnRecord record)
    {
        if (record.Column.Size > MostListed) return null;
        var table = new ResultTable("start", "line", "way", "other ends in another order", "of the draws");
        foreach (int state in InOrder(record))
        {
            var path = record.Column.Path(state);
            string[] others = [.. record.Map.ReachableFrom(state).Where(end => end != path[^1]).Select(record.Text)];
            table.Add(record.Text(state), Quantity.Text(record.Column.LineVolts(state), "V"), path.Count == 1 ? "stays"
                : string.Join(" → ", path.Skip(1).Select(record.Text)),
                others.Length == 0 ? "-" : string.Join(", ", others),
                record.Shares is null ? "-" : $"{100 * record.Shares[state * record.Column.StateCount + path[^1]]:f0} %");
        }
        return table;
    }

    private static IEnumerable<ReportFigure> Drawn(ColumnRecord record)
    {
        if (record.Column.Size > MostListed) yield break;
        int[] order = [.. InOrder(record)];
        int states = record.Column.StateCount;
        yield return new("map", new HeatMap
        {
            Title = record.Shares is null ? "Where every state ends" : $"Where every state ends, cells of {100 * record.Spread:g3} % spread",
            Rows = states,
            Columns = states,
            Values = [.. order.SelectMany(start =>
                order.Select(end => record.Shares is not null ? record.Shares[start * states + end] : record.Map.EndOf(start) == end ? 1 : 0.0))],
            Scale = new("share"),
            RowName = "start (its cells as a binary number, the first row's first)",
            ColumnName = "end",
        }, $"Rows and columns count from {record.Text(order[0])} up. A mark on the diagonal is an attractor.");
    }

    /// <summary>States as readers count: the first row's cell is the highest bit.</summary>
    private static IEnumerable<int> InOrder(ColumnRecord record) =>
        Enumerable.Range(0, record.Column.StateCount).OrderBy(record.Text, StringComparer.Ordinal);

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
