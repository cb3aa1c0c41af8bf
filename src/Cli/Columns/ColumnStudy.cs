using Cli.Output;
using Cli.Reports;
using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Machines.Passive;
using Hopfield.Numerics;
using Plots;

namespace Cli.Columns;

/// <summary>The map of a passive column, its check by the array solver, and how the spread of real cells blurs it.</summary>
internal sealed record ColumnStudy
{
    /// <summary>Largest column of which every state is listed and drawn.</summary>
    private const int MostListed = 6;

    internal required double[] RowVolts { get; init; }

    internal required PassiveCell Cell { get; init; }

    internal required PassiveColumn Column { get; init; }

    internal required AttractorMap Map { get; init; }

    /// <summary>Largest difference of a state's line voltage from that of the array solver, V.</summary>
    internal required double LargestDifferenceVolts { get; init; }

    /// <summary>Relative standard deviation of thresholds and conductances from cell to cell; 0 for equal cells.</summary>
    internal required double Spread { get; init; }

    internal required int Draws { get; init; }

    /// <summary>Share of draws in which a start (row) ends in a state (column); null without spread.</summary>
    internal double[]? Shares { get; init; }

    internal static ColumnStudy Of(
        double[] rowVolts, PassiveCell cell, double spread, int draws, RandomKey key, Action finished, CancellationToken cancellation)
    {
        var column = new PassiveColumn(rowVolts, cell);
        return new()
        {
            RowVolts = rowVolts,
            Cell = cell,
            Column = column,
            Map = AttractorMap.Of(column),
            LargestDifferenceVolts = Enumerable.Range(0, column.StateCount)
                .Max(state => Math.Abs(column.LineVolts(state) - Solved(column, rowVolts, state))),
            Spread = spread,
            Draws = spread > 0 ? draws : 0,
            Shares = spread > 0 ? Blurred(rowVolts, cell, spread, draws, key, finished, cancellation) : null,
        };
    }

    /// <summary>The column as an array of one floating bit line.</summary>
    private static double Solved(PassiveColumn column, double[] rowVolts, int state)
    {
        var cells = new ConductanceMatrix(column.Size, 1, [.. Enumerable.Range(0, column.Size).Select(i => column.Siemens(state, i))]);
        var circuit = new ArrayCircuit(cells, ArrayWires.Ideal) { BitTerminals = LineTerminals.AtEnd(0).WithFloating(1, _ => true) };
        return new ArraySolver(circuit, new() { OutputTolerance = 1e-12 }).Solve(rowVolts, new double[1]).BitNodeVolts[0];
    }

    private static double[] Blurred(
        double[] rowVolts, PassiveCell cell, double spread, int draws, RandomKey key, Action finished, CancellationToken cancellation)
    {
        int states = 1 << rowVolts.Length;
        var counts = new double[states * states];
        for (int draw = 0; draw < draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var stream = key.Fold(draw).Stream();
            // A factor e^(σz) is never negative; a conductance that is open stays below one that is closed.
            var cells = new PassiveCell[rowVolts.Length];
            for (int i = 0; i < cells.Length; i++)
            {
                double on = cell.OnSiemens * Factor(ref stream);
                cells[i] = new()
                {
                    SetVolts = cell.SetVolts * Factor(ref stream),
                    ResetVolts = cell.ResetVolts * Factor(ref stream),
                    OnSiemens = on,
                    OffSiemens = Math.Min(cell.OffSiemens * Factor(ref stream), 0.999 * on),
                };
            }
            var column = new PassiveColumn(rowVolts, cells);
            for (int state = 0; state < states; state++) counts[state * states + column.Path(state)[^1]] += 1.0 / draws;
            finished();
        }
        return counts;

        double Factor(ref RandomStream stream) => Math.Exp(spread * stream.NextGaussian());
    }

    /// <summary>A state as text, the first row's cell first.</summary>
    internal string Text(int state) => string.Concat(Enumerable.Range(0, Column.Size).Select(i => (char)('0' + (state >> i & 1))));

    internal ResultTable Attractors()
    {
        var table = new ResultTable("attractor", "line", "states that end in it", "also reachable from");
        foreach (int attractor in Map.Attractors)
            table.Add(Text(attractor), Quantity.Text(Column.LineVolts(attractor), "V"), $"{Map.Basin(attractor)} of {Column.StateCount}",
                $"{Enumerable.Range(0, Column.StateCount).Count(state => Map.EndOf(state) != attractor && Map.ReachableFrom(state).Contains(attractor))}");
        return table;
    }

    /// <summary>Every state and its way; null for a column too long to list.</summary>
    internal ResultTable? States()
    {
        if (Column.Size > MostListed) return null;
        var table = new ResultTable("start", "line", "way", "other ends in another order", "of the draws");
        foreach (int state in InOrder())
        {
            var path = Column.Path(state);
            string[] others = [.. Map.ReachableFrom(state).Where(end => end != path[^1]).Select(Text)];
            table.Add(Text(state), Quantity.Text(Column.LineVolts(state), "V"), path.Count == 1 ? "stays"
                : string.Join(" → ", path.Skip(1).Select(Text)),
                others.Length == 0 ? "-" : string.Join(", ", others),
                Shares is null ? "-" : $"{100 * Shares[state * Column.StateCount + path[^1]]:f0} %");
        }
        return table;
    }

    internal IEnumerable<ReportFigure> Drawn()
    {
        if (Column.Size > MostListed) yield break;
        int[] order = [.. InOrder()];
        int states = Column.StateCount;
        yield return new("map", new HeatMap
        {
            Title = Shares is null ? "Where every state ends" : $"Where every state ends, cells of {100 * Spread:g3} % spread",
            Rows = states,
            Columns = states,
            Values = [.. order.SelectMany(start =>
                order.Select(end => Shares is not null ? Shares[start * states + end] : Map.EndOf(start) == end ? 1 : 0.0))],
            Scale = new("share"),
            RowName = "start (its cells as a binary number, the first row's first)",
            ColumnName = "end",
        }, $"Rows and columns count from {Text(order[0])} up. A mark on the diagonal is an attractor.");
    }

    internal object Record(ulong seed) => new
    {
        RowVolts,
        Cell,
        Attractors = Map.Attractors.Select(state => new
        {
            State = Text(state),
            LineVolts = Column.LineVolts(state),
            Basin = Map.Basin(state),
        }).ToArray(),
        Transitions = Enumerable.Range(0, Column.StateCount).Select(state => new
        {
            Path = Column.Path(state).Select(Text).ToArray(),
            Reachable = Map.ReachableFrom(state).Select(Text).ToArray(),
        }).ToArray(),
        LargestDifferenceVolts,
        Spread,
        Draws,
        Seed = seed,
        Version = AppVersion.Text,
    };

    /// <summary>States as readers count: the first row's cell is the highest bit.</summary>
    private IEnumerable<int> InOrder() => Enumerable.Range(0, Column.StateCount).OrderBy(Text, StringComparer.Ordinal);
}
