using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Crossbar.Arrays.Solving;

/// <summary>
/// Preconditioned conjugate gradients on the bit-line voltages. Every node voltage is counted from its own line's port, so w̃ and b̃ are
/// the losses in the wires and nothing is a small difference of large numbers. With U the port voltages, bit minus word,
///   (L_w + G) w̃ = G (b̃ + U),   (L_b + G) b̃ = G (w̃ − U).
/// Word lines are eliminated exactly, S = L_b + G − G (L_w + G)⁻¹ G, and M = L_b + G, the bit lines alone, preconditions: M⁻¹S = I − T,
/// where T (solve all word lines, then all bit lines) has its eigenvalues in [0, 1). Cell conductances enter both, so the preconditioner
/// follows them, and the condition is about the square root of that of the scaled form I + √G P √G.
/// An iteration is two passes over memory: rows in groups (search direction, word lines, product), columns in panels (update, bit lines).
/// </summary>
internal sealed class SchurSystem
{
    // The square of 8 · 2⁻⁵²: where the recurrences have only rounding left, relative to the first residual.
    private const double RoundingSquared = 3.2e-30;

    private const int LeastParallelCells = 40_000;

    private readonly PaddedGrid _grid;
    private readonly double[] _siemens;
    private readonly LineFamily _bits;
    private readonly WordSolve _wordSolve;
    private readonly Bands _bands;
    private readonly double[] _volts, _residual, _scratch, _direction, _image; // b̃, r, z then q, p, M p
    private readonly Func<int, double> _rowPart, _columnPart;
    private readonly int _panel;
    private readonly List<double> _steps = [], _ratios = [];
    private double _alpha, _beta;

    public SchurSystem(PaddedGrid grid, double[] siemens, LineFamily words, LineFamily bits, int threads)
    {
        (_grid, _siemens, _bits) = (grid, siemens, bits);
        _wordSolve = new(grid, words);
        (_volts, _residual, _scratch, _direction, _image) = (grid.New(), grid.New(), grid.New(), grid.New(), grid.New());
        // A panel's z and pivots should stay in the second-level cache between the sweep down and the sweep up.
        _panel = Math.Clamp((1 << 15) / grid.PaddedRows / 8 * 8, 16, 128);
        (_rowPart, _columnPart) = (RowPart, ColumnPart);
        // Below some ten thousand cells a pass is shorter than waking a second thread.
        _bands = new(grid.PaddedRows * grid.Stride < LeastParallelCells ? 1 : threads,
            Math.Max(grid.PaddedRows / PaddedGrid.RowGroup, (grid.Stride + _panel - 1) / _panel));
    }

    /// <summary>b̃, in the grid's layout.</summary>
    public double[] Volts => _volts;

    /// <summary>r, in the grid's layout, after <see cref="Solve"/>.</summary>
    public double[] Residual => _residual;

    /// <summary>Ritz values of M⁻¹S = I − T after <see cref="Solve"/>, in Leja order.</summary>
    public double[] RitzValues => Solving.RitzValues.Of(_steps, _ratios);

    /// <summary>Workspace that a caller may use once <see cref="Solve"/> has returned.</summary>
    public double[] Free => _scratch;

    /// <summary>Improves b̃ from what <see cref="Volts"/> holds until the watch is content. <see cref="Residual"/> must hold the residual
    /// current of that start.</summary>
    /// <returns>Iterations spent.</returns>
    public int Solve(OutputWatch watch, int limit, CancellationToken cancellation)
    {
        Array.Clear(_direction);
        Array.Clear(_image);
        double rz = ColumnPass(0), beta = 0, rounding = rz * RoundingSquared;
        watch.Observe(this);
        _steps.Clear();
        _ratios.Clear();
        int iteration = 0;
        while (!watch.IsContent && iteration < limit)
        {
            cancellation.ThrowIfCancellationRequested();
            double curvature = rz > rounding ? RowPass(beta) : 0;
            if (!(curvature > 0))
            {
                if (rz <= rounding) watch.ObserveRoundingOnly();
                break;
            }
            double step = rz / curvature, next = ColumnPass(step);
            iteration++;
            beta = next / rz;
            rz = next;
            _steps.Add(step);
            _ratios.Add(beta);
            watch.Observe(this);
        }
        return iteration;
    }

    /// <summary>Current into the port of bit line j by the present iterate, A.</summary>
    public double Output(int j)
    {
        if (_bits.Pinned[j])
        {
            double sum = 0;
            for (int i = 0; i < _grid.Rows; i++) sum += _residual[i * _grid.Stride + j];
            return sum;
        }
        return _bits.Start[j] * _volts[j] + _bits.End[j] * _volts[(_grid.Rows - 1) * _grid.Stride + j];
    }

    /// <summary>p = z + βp, Mp = r + βMp, q = Mp − G (L_w + G)⁻¹ G p (over z); returns p·q.</summary>
    private double RowPass(double beta)
    {
        _beta = beta;
        return _bands.Sum(_grid.PaddedRows / PaddedGrid.RowGroup, _rowPart);
    }

    private double RowPart(int group)
    {
        int length = PaddedGrid.RowGroup * _grid.Stride, from = group * length;
        Span<double> z = _scratch.AsSpan(from, length), p = _direction.AsSpan(from, length), image = _image.AsSpan(from, length);
        TensorPrimitives.MultiplyAdd(p, _beta, z, p);
        TensorPrimitives.MultiplyAdd(image, _beta, _residual.AsSpan(from, length), image);
        TensorPrimitives.Multiply(_siemens.AsSpan(from, length), p, z);
        _wordSolve.Group(group * PaddedGrid.RowGroup, z);
        return Product(ref _siemens[from], ref z[0], ref p[0], ref image[0], length);
    }

    /// <summary>z ← m − g z; returns p·z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(ref double g, ref double z, ref double p, ref double m, int length)
    {
        Vector<double> sum0 = default, sum1 = default;
        int width = Vector<double>.Count;
        for (nuint k = 0; k < (nuint)length; k += (nuint)(2 * width))
        {
            var q0 = Vector.LoadUnsafe(ref m, k) - Vector.LoadUnsafe(ref g, k) * Vector.LoadUnsafe(ref z, k);
            q0.StoreUnsafe(ref z, k);
            sum0 = Vector.FusedMultiplyAdd(q0, Vector.LoadUnsafe(ref p, k), sum0);
            nuint l = k + (nuint)width;
            var q1 = Vector.LoadUnsafe(ref m, l) - Vector.LoadUnsafe(ref g, l) * Vector.LoadUnsafe(ref z, l);
            q1.StoreUnsafe(ref z, l);
            sum1 = Vector.FusedMultiplyAdd(q1, Vector.LoadUnsafe(ref p, l), sum1);
        }
        return Vector.Sum(sum0 + sum1);
    }

    /// <summary>b̃ += αp, r −= αq, z = M⁻¹ r (over q); returns r·z.</summary>
    private double ColumnPass(double alpha)
    {
        _alpha = alpha;
        return _bands.Sum((_grid.Stride + _panel - 1) / _panel, _columnPart);
    }

    private double ColumnPart(int panel)
    {
        int from = panel * _panel, to = Math.Min(from + _panel, _grid.Stride);
        return _bits.IsIdeal ? IdealPanel(_alpha, from, to) : ResistivePanel(_alpha, from, to);
    }

    /// <summary>Down: a = D⁻¹y of the factorisation, with r·M⁻¹r = Σ y²/d on the way, a sum of positive terms. Up: z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double ResistivePanel(double alpha, int from, int to)
    {
        int stride = _grid.Stride, rows = _grid.Rows, width = Vector<double>.Count;
        double ohms = _bits.SegmentOhms;
        ref double x = ref _volts[0];
        ref double r = ref _residual[0];
        ref double z = ref _scratch[0];
        ref double p = ref _direction[0];
        ref double inverse = ref _bits.InversePivots[0];
        Vector<double> sum = default, step = new(alpha), scale = new(ohms);
        for (int i = 0; i < rows; i++)
        {
            nuint row = (nuint)(i * stride);
            for (nuint k = row + (nuint)from; k < row + (nuint)to; k += (nuint)width)
            {
                var residual = Vector.LoadUnsafe(ref r, k) - step * Vector.LoadUnsafe(ref z, k);
                residual.StoreUnsafe(ref r, k);
                Vector.FusedMultiplyAdd(step, Vector.LoadUnsafe(ref p, k), Vector.LoadUnsafe(ref x, k)).StoreUnsafe(ref x, k);
                var y = i == 0 ? residual * scale : Vector.FusedMultiplyAdd(residual, scale, Vector.LoadUnsafe(ref z, k - (nuint)stride));
                var a = y * Vector.LoadUnsafe(ref inverse, k);
                a.StoreUnsafe(ref z, k);
                sum = Vector.FusedMultiplyAdd(a, y, sum);
            }
        }
        for (int i = rows - 2; i >= 0; i--)
        {
            nuint row = (nuint)(i * stride);
            for (nuint k = row + (nuint)from; k < row + (nuint)to; k += (nuint)width)
                Vector.FusedMultiplyAdd(Vector.LoadUnsafe(ref inverse, k), Vector.LoadUnsafe(ref z, k + (nuint)stride),
                    Vector.LoadUnsafe(ref z, k)).StoreUnsafe(ref z, k);
        }
        return Vector.Sum(sum) / ohms;
    }

    /// <summary>An ideal bit line is one node: only the sum of its residual counts, and its correction is the same at every cell.</summary>
    private double IdealPanel(double alpha, int from, int to)
    {
        int stride = _grid.Stride, rows = _grid.Rows;
        to = Math.Min(to, _grid.Columns);
        if (to <= from) return 0;
        var total = new double[to - from];
        for (int i = 0; i < rows; i++)
        {
            int row = i * stride + from;
            var r = _residual.AsSpan(row, total.Length);
            TensorPrimitives.MultiplyAdd(_scratch.AsSpan(row, total.Length), -alpha, r, r);
            var x = _volts.AsSpan(row, total.Length);
            TensorPrimitives.MultiplyAdd(_direction.AsSpan(row, total.Length), alpha, x, x);
            TensorPrimitives.Add(total, r, total);
        }
        double sum = 0;
        for (int k = 0; k < total.Length; k++)
        {
            double z = total[k] * _bits.InverseTotal[from + k];
            sum += total[k] * z;
            total[k] = z;
        }
        for (int i = 0; i < rows; i++) total.CopyTo(_scratch.AsSpan(i * stride + from, total.Length));
        return sum;
    }
}
