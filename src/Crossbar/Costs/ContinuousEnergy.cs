using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Arrays.Tiling;
using Crossbar.Circuits;
using Crossbar.Machines;

namespace Crossbar.Costs;

/// <summary>Where the energy of a settling went, from its waveforms: at every sample the array is solved anew for the voltages of its
/// lines, which gives the currents of all drivers and the power in cells and wires; integrals by Simpson's rule. Nothing is taken from the
/// engine but the voltages, so the balance checks the engine as well. Not counted: charge on wires with capacitance.</summary>
public sealed record ContinuousEnergy
{
    /// <summary>End of the integrals, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>Delivered into the array by amplifier outputs and bias lines, J.</summary>
    public required double DeliveredJoules { get; init; }

    /// <summary>The same as the engine integrated it, J; null if it does not.</summary>
    public required double? EngineJoules { get; init; }

    /// <summary>Heat in the cells, J.</summary>
    public required double CellJoules { get; init; }

    /// <summary>Heat in the wires, J.</summary>
    public required double WireJoules { get; init; }

    /// <summary>Heat in the leak resistors of the nodes, J.</summary>
    public required double LeakJoules { get; init; }

    /// <summary>Energy gained by the node capacitances, J.</summary>
    public required double StoredJoules { get; init; }

    /// <summary>Drawn from the supplies by all output stages and bias lines, J: delivered energy and heat in the amplifiers.</summary>
    public required double SupplyJoules { get; init; }

    /// <summary>Amplifier model behind <see cref="SupplyJoules"/>.</summary>
    public required AmplifierModel Amplifiers { get; init; }

    /// <summary>Largest Kirchhoff residual of the array solutions, A.</summary>
    public required double ResidualAmperes { get; init; }

    /// <summary>Heat in the amplifiers, J.</summary>
    public double AmplifierJoules => SupplyJoules - DeliveredJoules;

    /// <summary>|delivered − cells − wires − leak − stored| over delivered.</summary>
    public double Imbalance => Math.Abs(DeliveredJoules - CellJoules - WireJoules - LeakJoules - StoredJoules) / Math.Abs(DeliveredJoules);

    /// <summary>Audits a settling.</summary>
    /// <param name="compiled">The circuit.</param>
    /// <param name="solution">Its waveforms, from any engine: node voltages u, then outputs p.</param>
    /// <param name="untilSeconds">End of the integrals, taken at the next sample; ∞ for the whole run.</param>
    /// <param name="amplifiers">Output stages.</param>
    /// <param name="cancellation">Ends long work: one solution of the array per sample.</param>
    /// <exception cref="ArgumentException">Fewer than three samples, or cells that are memristors: their currents are not linear.</exception>
    // Long because one pass over the samples fills every integrand of the balance, from the same array solutions.
    public static ContinuousEnergy Of(CompiledHopfield compiled, CircuitSolution solution, double untilSeconds, AmplifierModel amplifiers,
        CancellationToken cancellation = default)
    {
        if (compiled.Netlist.Elements.OfType<Memristor>().Any())
            throw new ArgumentException("The audit solves cells of fixed conductance, and this circuit's cells are memristors.", nameof(compiled));
        var times = solution.Volts.Seconds;
        int n = compiled.Model.Size, last = Array.FindIndex(times, t => t >= untilSeconds);
        if (last < 0) last = times.Length - 1;
        if (last < 2) throw new ArgumentException("The waveforms have fewer than three samples.", nameof(solution));
        last += last % 2 == 0 ? 0 : last + 1 < times.Length ? 1 : -1;
        var parameters = compiled.Parameters;
        var probes = compiled.Probes(solution.Volts);
        double rail = parameters.SupplyVolts + amplifiers.HeadroomVolts, residual = 0;
        int rows = compiled.Weights.Cells.Rows;
        var tiles = Tiles(compiled);
        double[] words = new double[rows], bits = new double[n];
        double[] delivered = new double[last + 1], cells = new double[last + 1], wires = new double[last + 1], leak = new double[last + 1],
            load = new double[last + 1];
        double largestLoad = 0;
        var drivers = new double[rows];
        for (int k = 0; k <= last; k++)
        {
            for (int i = 0; i < n; i++)
            {
                bits[i] = probes.Inputs[i][k];
                double p = probes.Outputs[i][k];
                (words[2 * i], words[2 * i + 1]) = (p, -p);
                leak[k] += bits[i] * bits[i] / parameters.LeakOhms;
            }
            for (int b = 2 * n; b < rows; b += 2) (words[b], words[b + 1]) = (parameters.SupplyVolts, -parameters.SupplyVolts);
            Array.Clear(drivers);
            foreach (var tile in tiles)
            {
                var near = tile.Solve(words, bits, drivers, cancellation);
                cells[k] += near.CellWatts;
                wires[k] += near.WireWatts;
                residual = Math.Max(residual, near.ResidualAmperes);
            }
            for (int r = 0; r < rows; r++)
            {
                delivered[k] += words[r] * drivers[r];
                load[k] += Math.Abs(drivers[r]);
                largestLoad = Math.Max(largestLoad, Math.Abs(drivers[r]));
            }
        }
        double stored = 0;
        for (int i = 0; i < n; i++)
        {
            double first = probes.Inputs[i][0], end = probes.Inputs[i][last];
            stored += 0.5 * parameters.NodeFarads * (end * end - first * first);
        }
        double seconds = times[last], bias = amplifiers.IsClassA ? Math.Max(amplifiers.QuiescentAmperes, largestLoad)
            : amplifiers.QuiescentAmperes;
        return new()
        {
            Seconds = seconds,
            DeliveredJoules = Simpson(times, delivered),
            EngineJoules = solution.DeliveredJoulesUntil(seconds),
            CellJoules = Simpson(times, cells),
            WireJoules = Simpson(times, wires),
            LeakJoules = Simpson(times, leak),
            StoredJoules = stored,
            SupplyJoules = rail * (rows * bias * (seconds - times[0]) + (amplifiers.IsClassA ? 0 : Simpson(times, load))),
            Amplifiers = amplifiers,
            ResidualAmperes = residual,
        };
    }

    private static Tile[] Tiles(CompiledHopfield compiled)
    {
        int lines = compiled.Parameters.TileLines, most = Math.Max(compiled.Weights.Cells.Rows, compiled.Weights.Cells.Columns);
        var grid = new TileGrid(new(compiled.Weights.Cells, compiled.Parameters.Wires), lines > 0 ? lines : most, lines > 0 ? lines : most);
        return [.. from down in Enumerable.Range(0, grid.TilesDown)
                   from across in Enumerable.Range(0, grid.TilesAcross)
                   select new Tile(grid.Tile(down, across), grid.RowStarts[down], grid.ColumnStarts[across])];
    }

    /// <summary>One array, or one tile of it, solved from its last answer.</summary>
    private sealed class Tile(ArrayCircuit circuit, int firstWord, int firstBit)
    {
        private readonly ArraySolver _solver = new(circuit, new() { OutputTolerance = 1e-10 });
        private ArraySolution? _near;

        public ArraySolution Solve(double[] words, double[] bits, double[] drivers, CancellationToken cancellation)
        {
            _near = _solver.Solve(words.AsSpan(firstWord, circuit.Cells.Rows), bits.AsSpan(firstBit, circuit.Cells.Columns), _near,
                cancellation);
            for (int r = 0; r < circuit.Cells.Rows; r++) drivers[firstWord + r] += _near.DriverAmperes[r];
            return _near;
        }
    }

    /// <summary>The rows of a ledger.</summary>
    public IReadOnlyList<CostRow> Rows()
    {
        string source = FormattableString.Invariant($"integrated from the waveforms over {Seconds:g3} s; balance {Imbalance:g2}");
        CostRow Row(string component, double joules, CostEvidence evidence, string from) => new()
        {
            Component = component,
            Per = "run",
            Count = 1,
            // A capacitance that ends lower than it began gives energy back to the cells, where it is counted.
            UnitJoules = Math.Max(0, joules),
            Source = from,
            Evidence = evidence,
        };
        return
        [
            Row("cells", CellJoules, CostEvidence.Measured, source),
            Row("wires", WireJoules, CostEvidence.Measured, source),
            Row("leak of the nodes", LeakJoules, CostEvidence.Measured, source),
            Row("stored in the nodes", StoredJoules, CostEvidence.Measured, source),
            Row("amplifiers", AmplifierJoules, CostEvidence.Modelled, Amplifiers.Source),
        ];
    }

    /// <summary>Simpson's rule over pairs of steps of any lengths: the parabola through three samples.</summary>
    internal static double Simpson(double[] times, double[] values)
    {
        double sum = 0;
        for (int k = 2; k < values.Length; k += 2)
        {
            double a = times[k - 1] - times[k - 2], b = times[k] - times[k - 1];
            // SPICE writes a breakpoint twice.
            if (a <= 0 || b <= 0) sum += 0.5 * (a * (values[k - 2] + values[k - 1]) + b * (values[k - 1] + values[k]));
            else sum += (a + b) / 6 * ((2 - b / a) * values[k - 2] + (a + b) * (a + b) / (a * b) * values[k - 1] + (2 - a / b) * values[k]);
        }
        return sum;
    }
}
