using Crossbar.Layout;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>
/// Power of the array during the reads of a clocked machine, by solving it with its wires for states that runs went through: cells, wires,
/// terminals, and the drivers that supply them all.
/// </summary>
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

    /// <summary>Solves the array for some states, column group by column group where the columns that are not read are not grounded.</summary>
    /// <param name="weights">The conductances.</param>
    /// <param name="parameters">Voltage, wires and selection.</param>
    /// <param name="states">Spins that the word lines carry; at least one.</param>
    /// <param name="cancellation">Ends long work.</param>
    public static ArrayReadPower Of(
        MappedWeights weights, ClockedMachineParameters parameters, IReadOnlyList<sbyte[]> states, CancellationToken cancellation = default)
    {
        Check.AtLeast(states.Count, 1, "number of states");
        int n = weights.SpinCount, rows = weights.Cells.Rows, solutions = 0;
        int group = parameters.Unselected == UnselectedColumns.Grounded ? n : Math.Min(parameters.BatchColumns, n);
        double cells = 0, wires = 0, terminals = 0, supplied = 0, worst = 0;
        var volts = new double[rows];
        for (int first = 0; first < n; first += group)
        {
            var solver = new ArraySolver(ColumnTransfer.Circuit(weights.Cells, parameters, first, Math.Min(first + group, n)), new() { OutputTolerance = 1e-9 });
            foreach (var spins in states)
            {
                Check.Length(spins.Length, n, nameof(states));
                for (int k = 0; k < rows / 2; k++)
                    (volts[2 * k], volts[2 * k + 1]) = ((k < n ? spins[k] : 1) * parameters.ReadVolts, -(k < n ? spins[k] : 1) * parameters.ReadVolts);
                var solution = solver.Solve(volts, new double[n], cancellation: cancellation);
                double cell = solution.CellWatts;
                cells += cell;
                wires += solution.WireWatts;
                terminals += solution.TerminalWatts;
                supplied += solution.SuppliedWatts;
                worst = Math.Max(worst, Math.Abs(solution.SuppliedWatts - cell - solution.WireWatts - solution.TerminalWatts) / solution.SuppliedWatts);
                solutions++;
            }
        }
        return new()
        {
            CellWatts = cells / solutions,
            WireWatts = wires / solutions,
            TerminalWatts = terminals / solutions,
            SuppliedWatts = supplied / solutions,
            Solutions = solutions,
            Imbalance = worst,
        };
    }

    /// <summary>
    /// The rows of a ledger: the array draws its power during the whole of every clock, at the mean square of the read voltage over the run.
    /// </summary>
    /// <param name="activity">The run.</param>
    /// <param name="parameters">Clock and ramp of the read voltage.</param>
    public IReadOnlyList<CostRow> Rows(Activity activity, ClockedMachineParameters parameters)
    {
        double square = 0;
        for (int cycle = 0; cycle < parameters.Cycles; cycle++)
        {
            double volts = parameters.RelativeReadVolts.At(parameters.Cycles == 1 ? 1 : (double)cycle / (parameters.Cycles - 1));
            square += volts * volts / parameters.Cycles;
        }
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
