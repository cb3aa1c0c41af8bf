using System.Numerics.Tensors;

namespace Crossbar.Arrays.Solving;

/// <summary>All node voltages of an array for given bit-line losses b̃: word lines solved exactly, Kirchhoff's law evaluated at every node
/// with Ohm's law in every branch. Nothing here is shared with the iteration but the word-line solve, whose result is checked as
/// well.</summary>
internal sealed class NodalState(PaddedGrid grid, double[] siemens, LineFamily words, LineFamily bits)
{
    private readonly WordSolve _wordSolve = new(grid, words);
    private readonly double[] _current = new double[PaddedGrid.RowGroup * grid.Stride], _row = new double[grid.Stride];

    /// <summary>Current that flows in each cell besides Ohm's, in the grid's layout, A: the rest of a linearised cell. Null:
    /// none.</summary>
    public double[]? Sources { get; set; }

    /// <summary>Current injected into each word-line node from outside, in the grid's layout, A. Null: none.</summary>
    public double[]? WordInjection { get; set; }

    /// <summary>Current injected into each bit-line node from outside, in the grid's layout, A. Null: none.</summary>
    public double[]? BitInjection { get; set; }

    /// <summary>Largest mismatch of Kirchhoff's current law over the word-line nodes found by the last <see cref="Evaluate"/>, A.</summary>
    public double WordMismatch { get; private set; }

    /// <summary>Current that the cells of each word line draw together, A, by the last <see cref="Evaluate"/>.</summary>
    public double[] WordAmperes { get; } = new double[grid.Rows];

    /// <summary>Heat in the cells, W, by the last <see cref="Evaluate"/>.</summary>
    public double CellWatts { get; private set; }

    /// <summary>Fills the word-line losses w̃ and the residual current of every bit-line node, r = G (w̃ − U) − (L_b + G) b̃.</summary>
    /// <param name="b">b̃ in the grid's layout.</param>
    /// <param name="isZero">True when b̃ is zero everywhere: a cheaper evaluation, without checks.</param>
    /// <param name="wordVolts">Voltage of each word line's port, V.</param>
    /// <param name="bitVolts">Voltage of each bit line's port in <see cref="PaddedGrid.Stride"/> numbers, V.</param>
    /// <param name="w">Receives w̃.</param>
    /// <param name="r">Receives the residual currents.</param>
    public void Evaluate(double[] b, bool isZero, ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts, double[] w, double[] r)
    {
        int stride = grid.Stride;
        WordMismatch = CellWatts = 0;
        for (int first = 0; first < grid.PaddedRows; first += PaddedGrid.RowGroup)
        {
            var group = w.AsSpan(first * stride, PaddedGrid.RowGroup * stride);
            for (int k = 0; k < PaddedGrid.RowGroup; k++)
            {
                int i = first + k;
                var row = group.Slice(k * stride, stride);
                TensorPrimitives.Subtract(bitVolts, i < grid.Rows ? wordVolts[i] : 0, row);
                if (!isZero) TensorPrimitives.Add(row, b.AsSpan(i * stride, stride), row);
                TensorPrimitives.Multiply(row, siemens.AsSpan(i * stride, stride), row);
                if (Sources is not null) TensorPrimitives.Subtract(row, Sources.AsSpan(i * stride, stride), row);
                if (WordInjection is not null) TensorPrimitives.Add(row, WordInjection.AsSpan(i * stride, stride), row);
            }
            _wordSolve.Group(first, group);
            for (int i = first; i < Math.Min(first + PaddedGrid.RowGroup, grid.Rows); i++)
            {
                var residual = r.AsSpan(i * stride, stride);
                // Cell voltage (V_w + w̃) − (V_b + b̃), then its current.
                TensorPrimitives.Subtract(w.AsSpan(i * stride, stride), bitVolts, residual);
                if (!isZero) TensorPrimitives.Subtract(residual, b.AsSpan(i * stride, stride), residual);
                TensorPrimitives.Add(residual, wordVolts[i], residual);
                if (isZero)
                {
                    CellCurrents(i, residual, residual);
                    if (BitInjection is not null) TensorPrimitives.Add(residual, BitInjection.AsSpan(i * stride, stride), residual);
                    continue;
                }
                var current = _current.AsSpan(0, stride);
                CellCurrents(i, residual, current);
                CellWatts += TensorPrimitives.Dot(residual, current);
                // What the line needs from its ports.
                WordAmperes[i] = TensorPrimitives.Sum(current);
                if (WordInjection is not null) WordAmperes[i] -= TensorPrimitives.Sum<double>(WordInjection.AsSpan(i * stride, stride));
                CheckWordLine(i, w.AsSpan(i * stride, stride), current);
                BitResidual(i, b, current, residual);
            }
        }
    }

    private void CellCurrents(int i, ReadOnlySpan<double> volts, Span<double> amperes)
    {
        TensorPrimitives.Multiply(volts, siemens.AsSpan(i * grid.Stride, grid.Stride), amperes);
        if (Sources is not null) TensorPrimitives.Add(amperes, Sources.AsSpan(i * grid.Stride, grid.Stride), amperes);
    }

    /// <summary>Current into each word-line node: from its neighbours and its port, less what the cell takes.</summary>
    private void CheckWordLine(int i, ReadOnlySpan<double> w, ReadOnlySpan<double> current)
    {
        int n = grid.Columns;
        if (words.IsIdeal)
        {
            if (words.Pinned[i]) return;
            double balance = -WordAmperes[i] - (words.Start[i] + words.End[i]) * w[0];
            WordMismatch = Math.Max(WordMismatch, Math.Abs(balance));
            return;
        }
        double siemensPerSegment = 1 / words.SegmentOhms;
        var mismatch = _row.AsSpan(0, n);
        TensorPrimitives.Negate(current[..n], mismatch);
        if (WordInjection is not null) TensorPrimitives.Add(mismatch, WordInjection.AsSpan(i * grid.Stride, n), mismatch);
        if (n > 1)
        {
            Span<double> step = _current.AsSpan(grid.Stride, n - 1);
            TensorPrimitives.Subtract(w.Slice(1, n - 1), w[..(n - 1)], step);
            TensorPrimitives.Multiply(step, siemensPerSegment, step);
            TensorPrimitives.Add(mismatch[..(n - 1)], step, mismatch[..(n - 1)]);
            TensorPrimitives.Subtract(mismatch[1..], step, mismatch[1..]);
        }
        mismatch[0] -= words.Start[i] * w[0];
        mismatch[n - 1] -= words.End[i] * w[n - 1];
        WordMismatch = Math.Max(WordMismatch, Math.Abs(TensorPrimitives.MaxMagnitude<double>(mismatch)));
    }

    /// <summary>r = cell current − L_b b̃ at the nodes of one row.</summary>
    private void BitResidual(int i, double[] b, ReadOnlySpan<double> current, Span<double> r)
    {
        int stride = grid.Stride, n = grid.Columns;
        current.CopyTo(r);
        if (BitInjection is not null) TensorPrimitives.Add(r, BitInjection.AsSpan(i * stride, stride), r);
        var own = b.AsSpan(i * stride, stride);
        if (!bits.IsIdeal)
        {
            double siemensPerSegment = 1 / bits.SegmentOhms;
            foreach (int neighbour in (ReadOnlySpan<int>)[i - 1, i + 1])
            {
                if (neighbour < 0 || neighbour >= grid.Rows) continue;
                TensorPrimitives.Subtract(b.AsSpan(neighbour * stride, stride), own, _row);
                TensorPrimitives.MultiplyAdd(_row, siemensPerSegment, r, r);
            }
        }
        if (i == 0) SubtractPort(bits.Start, own, r);
        // Of an ideal line, only the sum over its nodes means anything; both its ports are booked here.
        if (bits.IsIdeal ? i == 0 : i == grid.Rows - 1) SubtractPort(bits.End, own, r);

        void SubtractPort(double[] port, ReadOnlySpan<double> volts, Span<double> target)
        {
            for (int j = 0; j < n; j++) target[j] -= port[j] * volts[j];
        }
    }
}
