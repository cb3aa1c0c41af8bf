using System.Numerics.Tensors;

namespace Crossbar.Arrays.Tiling;

/// <summary>Exact solution of a stack of tiles whose outputs meet on global bit lines. Unknown are the voltages u of the global lines'
/// nodes. With L the conductance matrix of the lines and I(u) = I(0) − Y u the tiles' output currents, Kirchhoff's law is (L + Y) u = I(0);
/// Y, the tiles' admittance at their bit ports, is symmetric and positive, so conjugate gradients need no more of it than one solution of
/// every tile for each application. Preconditioner: L + diag(estimate of Y), tridiagonal for each line.</summary>
internal sealed class SharedLineTiles
{
    // Rounds of correction after which the mismatch is at rounding if it will ever be; more iterations than this have never been seen.
    private const int RoundLimit = 6, IterationLimit = 500;

    private readonly TileStack _stack;
    private readonly GlobalLineMatrix _lines;
    private readonly double _tolerance;
    private readonly int _columns;

    /// <param name="stack">The tiles.</param>
    /// <param name="circuits">The same tiles' circuits, for the estimate of Y.</param>
    /// <param name="lines">The global lines; with some resistance on the way to the sense node.</param>
    /// <param name="tolerance">Error of an output current over the largest one.</param>
    internal SharedLineTiles(TileStack stack, IReadOnlyList<ArrayCircuit> circuits, GlobalBitLines lines, double tolerance)
    {
        (_stack, _tolerance, _columns) = (stack, tolerance, circuits[0].Cells.Columns);
        _lines = new(lines, circuits);
    }

    /// <summary>Port currents for word-line voltages, inputs × rows.</summary>
    internal ArrayOutputs SolveMany(int inputs, ReadOnlyMemory<double> wordVolts, CancellationToken cancellation)
    {
        double[] u = new double[inputs * _lines.Size], r = new double[u.Length];
        int iterations = 0;
        double before = double.PositiveInfinity;
        for (int round = 0; ; round++)
        {
            var sum = Mismatch(inputs, wordVolts, u, r, cancellation);
            double[] missing = new double[inputs], goal = new double[inputs];
            for (int k = 0; k < inputs; k++)
            {
                missing[k] = TensorPrimitives.SumOfMagnitudes<double>(Part(r, k));
                goal[k] = _tolerance * LargestOf(sum.Outputs(k));
            }
            bool met = missing.Zip(goal).All(pair => pair.First <= 0.5 * pair.Second);
            double worst = missing.Max();
            if (met || round == RoundLimit || !(worst < before) || iterations >= IterationLimit)
                return Report(sum, r, worst, iterations, missing.Zip(goal).All(pair => pair.First <= pair.Second));
            before = worst;
            iterations += Correct(inputs, r, u, goal, cancellation);
        }
    }

    /// <summary>Leaves I(u) − L u in r: what Kirchhoff's law misses at each node of the global lines, from the tiles solved anew.</summary>
    private ArrayOutputs Mismatch(int inputs, ReadOnlyMemory<double> wordVolts, double[] u, double[] r, CancellationToken cancellation)
    {
        var parts = new ArrayOutputs[_stack.Tiles];
        for (int k = 0; k < inputs; k++) _lines.Apply(Part(u, k), Part(r, k));
        TensorPrimitives.Negate(r, r);
        for (int t = 0; t < parts.Length; t++)
        {
            parts[t] = _stack.Solve(t, inputs, wordVolts.Span, AtTile(u, inputs, t), cancellation);
            for (int k = 0; k < inputs; k++) AddAtTile(r, k, t, parts[t].Outputs(k), 1);
        }
        return _stack.Sum(parts);
    }

    /// <summary>Adds (L + Y)⁻¹ r to u, all inputs side by side, until each input's remaining mismatch is far below its goal.</summary>
    private int Correct(int inputs, double[] r, double[] u, double[] goal, CancellationToken cancellation)
    {
        double[] z = new double[r.Length], p = new double[r.Length], q = new double[r.Length], rho = new double[inputs];
        for (int k = 0; k < inputs; k++)
        {
            _lines.Precondition(Part(r, k), Part(p, k));
            rho[k] = TensorPrimitives.Dot<double>(Part(r, k), Part(p, k));
        }
        int iteration = 0;
        while (iteration < IterationLimit && rho.Any(value => value > 0))
        {
            iteration++;
            ApplyAll(inputs, p, q, cancellation);
            for (int k = 0; k < inputs; k++)
            {
                if (rho[k] <= 0) continue;
                Span<double> rk = Part(r, k), pk = Part(p, k), zk = Part(z, k);
                double step = rho[k] / TensorPrimitives.Dot<double>(pk, Part(q, k));
                TensorPrimitives.MultiplyAdd(pk, step, Part(u, k), Part(u, k));
                TensorPrimitives.MultiplyAdd(Part(q, k), -step, rk, rk);
                double next = 0;
                if (TensorPrimitives.SumOfMagnitudes<double>(rk) > 0.1 * goal[k])
                {
                    _lines.Precondition(rk, zk);
                    next = TensorPrimitives.Dot<double>(rk, zk);
                    TensorPrimitives.MultiplyAdd(pk, next / rho[k], zk, pk);
                }
                else pk.Clear();
                rho[k] = next;
            }
        }
        return iteration;
    }

    /// <summary>q = (L + Y) p; the tiles answer −Y p when their drivers are at 0 V.</summary>
    private void ApplyAll(int inputs, double[] p, double[] q, CancellationToken cancellation)
    {
        for (int k = 0; k < inputs; k++) _lines.Apply(Part(p, k), Part(q, k));
        for (int t = 0; t < _stack.Tiles; t++)
        {
            var answer = _stack.Solve(t, inputs, default, AtTile(p, inputs, t), cancellation);
            for (int k = 0; k < inputs; k++) AddAtTile(q, k, t, answer.Outputs(k), -1);
        }
    }

    private ArrayOutputs Report(ArrayOutputs sum, double[] r, double missing, int iterations, bool met)
    {
        // A current that is missing at a node changes no output by more than itself; so does an error of a tile's output.
        double error = missing + sum.OutputErrorAmperes;
        return sum with
        {
            ResidualAmperes = Math.Max(sum.ResidualAmperes, LargestOf(r)),
            OutputErrorAmperes = error,
            LineIterations = iterations,
            Converged = met && sum.Converged && error <= _tolerance * LargestOf(sum.OutputAmperes),
        };
    }

    private Span<double> Part(double[] values, int input) => values.AsSpan(input * _lines.Size, _lines.Size);

    private double[] AtTile(double[] values, int inputs, int tile)
    {
        var bits = new double[inputs * _columns];
        for (int k = 0; k < inputs; k++) Part(values, k).Slice(_lines.NodeOf(tile) * _columns, _columns).CopyTo(bits.AsSpan(k * _columns));
        return bits;
    }

    private void AddAtTile(double[] values, int input, int tile, ReadOnlySpan<double> amperes, double sign)
    {
        var at = Part(values, input).Slice(_lines.NodeOf(tile) * _columns, _columns);
        TensorPrimitives.MultiplyAdd(amperes, sign, at, at);
    }

    private static double LargestOf(ReadOnlySpan<double> values) => Math.Abs(TensorPrimitives.MaxMagnitude(values));
}
