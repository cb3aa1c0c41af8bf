using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Machines.Passive;
using Hopfield.Numerics;

namespace Studies.Columns;

/// <summary>The map of a passive attractor column, its check by the array solver, and how the spread of real cells blurs it.</summary>
public sealed record ColumnStudy : Study<ColumnRecord>
{
    public override string Name => "column";
    public override string Summary => "the passive attractor column: its stable states and where all others end";

    /// <summary>Voltage of each row, V. Range: 2 to 12 rows, all of whose states can be mapped.</summary>
    public required double[] RowVolts
    {
        get;
        init => field = value.Length is >= 2 and <= AttractorMap.MostCells ? value : throw new ArgumentException(
            $"VOLTS names {value.Length} rows; expected 2 to {AttractorMap.MostCells}, all of whose states can be mapped");
    }

    /// <summary>The switch at every row.</summary>
    public BipolarSwitch Cell { get; init; } = new();

    /// <summary>Relative standard deviation of thresholds and conductances from cell to cell (log-normal). Default 0: equal cells.
    /// Range: 0 … 1.</summary>
    public double Spread { get; init => field = Check.InRange(value, 0, 1, nameof(Spread)); }

    /// <summary>Columns drawn with that spread. Default 1000 (our choice). Range: ≥ 1.</summary>
    public int Draws { get; init => field = Check.AtLeast(value, 1, nameof(Draws)); } = 1000;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 1;

    public override ColumnRecord Run(IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        var column = new PassiveColumn(RowVolts, Cell);
        return new()
        {
            Options = this,
            RowVolts = RowVolts,
            Cell = Cell,
            Seed = Seed,
            Column = column,
            Map = AttractorMap.Of(column),
            LargestDifferenceVolts = Enumerable.Range(0, column.StateCount)
                .Max(state => Math.Abs(column.LineVolts(state) - Solved(column, state))),
            Spread = Spread,
            Draws = Spread > 0 ? Draws : 0,
            Shares = Spread > 0 ? Blurred(progress, cancellation) : null,
        };
    }

    /// <summary>The column as an array of one floating bit line.</summary>
    private double Solved(PassiveColumn column, int state)
    {
        var cells = new ConductanceMatrix(column.Size, 1, [.. Enumerable.Range(0, column.Size).Select(i => column.Siemens(state, i))]);
        var circuit = new ArrayCircuit(cells, ArrayWires.Ideal) { BitTerminals = LineTerminals.AtEnd(0).WithFloating(1, _ => true) };
        return new ArraySolver(circuit, new() { OutputTolerance = 1e-12 }).Solve(RowVolts, new double[1]).BitNodeVolts[0];
    }

    private double[] Blurred(IStudyProgress? progress, CancellationToken cancellation)
    {
        progress?.Begin("columns", Draws);
        var key = RandomKey.FromSeed(Seed).Fold("column");
        int states = 1 << RowVolts.Length;
        var counts = new double[states * states];
        for (int draw = 0; draw < Draws; draw++)
        {
            cancellation.ThrowIfCancellationRequested();
            var stream = key.Fold(draw).Stream();
            // A factor e^(σz) is never negative; a conductance that is open stays below one that is closed.
            var cells = new BipolarSwitch[RowVolts.Length];
            for (int i = 0; i < cells.Length; i++)
            {
                double on = Cell.OnSiemens * Factor(ref stream);
                cells[i] = new()
                {
                    SetVolts = Cell.SetVolts * Factor(ref stream),
                    ResetVolts = Cell.ResetVolts * Factor(ref stream),
                    OnSiemens = on,
                    OffSiemens = Math.Min(Cell.OffSiemens * Factor(ref stream), 0.999 * on),
                };
            }
            var column = new PassiveColumn(RowVolts, cells);
            for (int state = 0; state < states; state++) counts[state * states + column.Path(state)[^1]] += 1.0 / Draws;
            progress?.Finished();
        }
        return counts;

        double Factor(ref RandomStream stream) => Math.Exp(Spread * stream.NextGaussian());
    }
}
