using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>Power of the array during the reads of a clocked machine, by solving it with its wires for states that runs went through:
/// cells, wires, terminals, and the drivers that supply them all.</summary>
public sealed record ArrayReadPower
{
    /// <summary>Mean power in the cells, W.</summary>
    public required double CellWatts { get; init; }

    /// <summary>Mean power in the wires, W.</summary>
    public required double WireWatts { get; init; }

    /// <summary>Mean power in drivers' and sense amplifiers' resistances, W.</summary>
    public required double TerminalWatts { get; init; }

    /// <summary>Mean power supplied by the drivers, W.</summary>
    public required double SuppliedWatts { get; init; }

    /// <summary>Number of solutions behind the means.</summary>
    public required int Solutions { get; init; }

    /// <summary>Largest |supplied − dissipated| over supplied.</summary>
    public required double Imbalance { get; init; }

    /// <summary>Solves the array for some states, column group by column group where the columns that are not read are not
    /// grounded.</summary>
    /// <param name="weights">The conductances.</param>
    /// <param name="parameters">Voltage, wires and selection.</param>
    /// <param name="states">Spins that the word lines carry; at least one.</param>
    /// <param name="cancellation">Ends long work.</param>
    public static ArrayReadPower Of(
        MappedWeights weights, ClockedMachineParameters parameters, IReadOnlyList<sbyte[]> states, CancellationToken cancellation = default)
    {
        Check.AtLeast(states.Count, 1, "number of states");
        int n = weights.SpinCount, rows = weights.Cells.Rows;
        int group = parameters.Unselected == UnselectedColumns.Grounded ? n : Math.Min(parameters.BatchColumns, n);
        var sums = new Sums();
        double[][] volts = [.. states.Select(spins => WordVolts(spins, n, rows, parameters.ReadVolts))];
        int lines = parameters.TileLines > 0 ? parameters.TileLines : Math.Max(rows, n);
        for (int top = 0; top < rows; top += lines)
            for (int left = 0; left < n; left += lines)
            {
                int height = Math.Min(lines, rows - top), width = Math.Min(lines, n - left);
                var tile = new double[height * width];
                for (int i = 0; i < height; i++) weights.Cells.Siemens.AsSpan((top + i) * n + left, width).CopyTo(tile.AsSpan(i * width));
                for (int first = 0; first < width; first += group)
                {
                    var solver = new ArraySolver(ColumnTransfer.Circuit(new(height, width, tile), parameters, first,
                        Math.Min(first + group, width)),
                        new() { OutputTolerance = 1e-9 });
                    foreach (double[] drive in volts)
                        sums.Add(solver.Solve(drive.AsSpan(top, height), new double[width], cancellation: cancellation));
                }
            }
        // One group of columns is read at a time; all tiles of its columns are.
        double share = parameters.Unselected == UnselectedColumns.Grounded ? 1 : 1.0 / ((n + group - 1) / group);
        double each = share / states.Count;
        return new()
        {
            CellWatts = sums.Cell * each,
            WireWatts = sums.Wire * each,
            TerminalWatts = sums.Terminal * each,
            SuppliedWatts = sums.Supplied * each,
            Solutions = sums.Count,
            Imbalance = sums.Worst,
        };
    }

    private static double[] WordVolts(sbyte[] spins, int n, int rows, double readVolts)
    {
        Check.Length(spins.Length, n, nameof(spins));
        var volts = new double[rows];
        for (int k = 0; k < rows / 2; k++)
            (volts[2 * k], volts[2 * k + 1]) = ((k < n ? spins[k] : 1) * readVolts, -(k < n ? spins[k] : 1) * readVolts);
        return volts;
    }

    private sealed class Sums
    {
        public double Cell { get; private set; }

        public double Wire { get; private set; }

        public double Terminal { get; private set; }

        public double Supplied { get; private set; }

        public double Worst { get; private set; }

        public int Count { get; private set; }

        public void Add(ArraySolution solution)
        {
            Cell += solution.CellWatts;
            Wire += solution.WireWatts;
            Terminal += solution.TerminalWatts;
            Supplied += solution.SuppliedWatts;
            if (solution.SuppliedWatts > 0)
                Worst = Math.Max(Worst, Math.Abs(solution.SuppliedWatts - solution.CellWatts - solution.WireWatts - solution.TerminalWatts) / solution.SuppliedWatts);
            Count++;
        }
    }

    /// <summary>The rows of a ledger: the array draws its power during the whole of every clock, at the mean square of the read voltage
    /// over the run.</summary>
    /// <param name="activity">The run.</param>
    /// <param name="parameters">Clock and ramp of the read voltage.</param>
    public IReadOnlyList<CostRow> Rows(Activity activity, ClockedMachineParameters parameters)
    {
        double square = parameters.MeanSquareReadVolts;
        string source = FormattableString.Invariant($"array solved for {Solutions} states of the runs; supplied and dissipated power agree to {Imbalance:g2}");
        CostRow Row(string component, double watts) => new()
        {
            Component = component,
            Per = "clock",
            Count = activity["clock"],
            UnitJoules = Math.Max(0, watts) * square / parameters.ClockHertz,
            Source = source,
            Evidence = CostEvidence.Measured,
        };
        return [Row("cells", CellWatts), Row("wires", WireWatts), Row("drivers and sense resistances", TerminalWatts)];
    }
}
