using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crossbar.Arrays.Solving;

/// <summary>Eight input vectors at once, one in each lane of a vector, by alternating line solutions: all word lines for given bit
/// voltages, then all bit lines, b̃ ← T b̃ + c (<see cref="SchurSystem"/> has the equations). The bit lines are eliminated in the direction
/// of a sweep and substituted back in the next one, which runs the other way: so one pass over memory does the whole step, and of each cell
/// and lane only one number is kept. Where T shrinks slowly, extrapolated steps b̃ ← b̃ + γ (T b̃ + c − b̃) need far fewer sweeps and one
/// number more.</summary>
internal sealed class LaneSweeps
{
    /// <summary>Input vectors a group.</summary>
    public const int Lanes = 8;

    private readonly PaddedGrid _grid;
    private readonly double[] _siemens;
    private readonly LineFamily _words, _bits;
    private readonly int _rows, _columns;
    private readonly double[] _lines;             // rows × columns × lanes: eliminated bit lines, then b̃
    private readonly double[] _edge, _eliminated; // columns × lanes: bit lines at the row reached, backwards and forwards
    private readonly double[] _pair;              // two word lines
    private readonly double[] _bitVolts, _wordVolts;
    private readonly double[] _firstRow, _lastRow;     // b̂ where the ports are
    private readonly double[] _firstBefore, _lastBefore; // the iterate that b̂ came from
    private double[] _iterate = [];                    // b̃, kept only for extrapolation
    private readonly double[] _noPivots;
    private bool _down, _keepsIterate;

    public LaneSweeps(PaddedGrid grid, double[] siemens, LineFamily words, LineFamily bits)
    {
        (_grid, _siemens, _words, _bits) = (grid, siemens, words, bits);
        (_rows, _columns) = (grid.Rows, grid.Columns);
        _lines = new double[(_rows + 1) / 2 * 2 * _columns * Lanes];
        (_edge, _eliminated, _bitVolts) = (Row(), Row(), Row());
        (_firstRow, _lastRow, _firstBefore, _lastBefore) = (Row(), Row(), Row(), Row());
        _pair = new double[2 * _columns * Lanes];
        _wordVolts = new double[(_rows + 1) * Lanes];
        _noPivots = new double[_columns];

        double[] Row() => new double[_columns * Lanes];
    }

    /// <summary>Port voltages of the word lines, rows × lanes, V.</summary>
    public Span<double> WordVolts => _wordVolts.AsSpan(0, _rows * Lanes);

    /// <summary>Port voltages of the bit lines, columns × lanes, V.</summary>
    public Span<double> BitVolts => _bitVolts;

    /// <summary>b̃ at the nodes, rows × columns × lanes, after <see cref="Finish"/>.</summary>
    public double[] Volts => _lines;

    /// <summary>The largest sum over a bit line of the cells' currents without their signs, were the wires ideal, for each lane,
    /// A.</summary>
    public Vector512<double> GrossAmperes()
    {
        Vector512<double> largest = default;
        for (int j = 0; j < _columns; j++)
        {
            Vector512<double> sum = default, bit = Vector512.Create(_bitVolts, j * Lanes);
            for (int i = 0; i < _rows; i++)
                sum += _siemens[i * _grid.Stride + j] * Vector512.Abs(Vector512.Create(_wordVolts, i * Lanes) - bit);
            largest = Vector512.Max(largest, sum);
        }
        return largest;
    }

    /// <summary>Takes one step from b̃ = 0.</summary>
    public void Begin()
    {
        Array.Clear(_lines);
        Array.Clear(_firstRow);
        Array.Clear(_lastRow);
        Resume();
    }

    /// <summary>Takes one plain step from the b̃ that <see cref="Finish"/> left.</summary>
    public void Resume()
    {
        _down = true;
        Sweep<Plain>(default, isSolved: true);
    }

    public void Step() => Sweep<Plain>(default);

    /// <summary>Substitutes the bit lines back for the last time: <see cref="Volts"/> holds b̃.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finish()
    {
        RememberEdges();
        int length = _columns * Lanes;
        var pivots = _down ? _bits.InversePivotsFromEnd : _bits.InversePivots;
        for (int k = 1; k < _rows; k++)
        {
            int i = _down ? k : _rows - 1 - k, from = _down ? i - 1 : i + 1;
            ref double before = ref _lines[from * length];
            ref double here = ref _lines[i * length];
            ref double pivot = ref pivots[i * _grid.Stride];
            for (int j = 0; j < _columns; j++)
            {
                nuint at = (nuint)(j * Lanes);
                Vector512.FusedMultiplyAdd(
                    Vector512.Create(Unsafe.Add(ref pivot, j)), Vector512.LoadUnsafe(ref before, at), Vector512.LoadUnsafe(ref here, at))
                        .StoreUnsafe(ref here, at);
            }
        }
        CopyRow(_lines, 0, _firstRow);
        CopyRow(_lines, _rows - 1, _lastRow);
    }

    /// <summary>Starts extrapolation from here, with one plain step.</summary>
    public void BeginExtrapolation()
    {
        if (_iterate.Length == 0) _iterate = new double[_lines.Length];
        Array.Clear(_iterate);
        Extrapolate(1);
    }

    /// <summary>One extrapolated step: b̃ ← b̃ + γ (b̂ − b̃) with b̂ = T b̃ + c.</summary>
    public void Extrapolate(double gamma)
    {
        Sweep(new Extrapolated(gamma));
        _keepsIterate = true;
    }

    /// <summary>Current into the port of bit line j by the last bit-line solution b̂, in all lanes, A.</summary>
    public Vector512<double> Output(int j) => Current(j, _firstRow, _lastRow);

    /// <summary>How far the output current of bit line j moved from the iterate to b̂ = T b̃ + c, A.</summary>
    public Vector512<double> Change(int j) => Output(j) - Current(j, _firstBefore, _lastBefore);

    private Vector512<double> Current(int j, double[] first, double[] last) => Vector512.FusedMultiplyAdd(
        Vector512.Create(_bits.Start[j]), Vector512.LoadUnsafe(ref first[j * Lanes]),
        Vector512.Create(_bits.End[j]) * Vector512.LoadUnsafe(ref last[j * Lanes]));

    /// <summary>What a sweep leaves at a node when b̂ is known.</summary>
    private interface IMode
    {
        double Gamma { get; }
    }

    private readonly struct Plain : IMode
    {
        public double Gamma => 1;
    }

    private readonly struct Extrapolated(double gamma) : IMode
    {
        public double Gamma => gamma;
    }

    private void RememberEdges()
    {
        CopyRow(_keepsIterate ? _iterate : _firstRow, 0, _firstBefore);
        CopyRow(_keepsIterate ? _iterate : _lastRow, _keepsIterate ? _rows - 1 : 0, _lastBefore);
        _keepsIterate = false;
    }

    private void Sweep<TMode>(TMode mode, bool isSolved = false) where TMode : struct, IMode
    {
        int pairs = (_rows + 1) / 2, last = _rows - 1;
        RememberEdges();
        Array.Clear(_edge);
        Array.Clear(_eliminated);
        CopyRow(_lines, _down ? 0 : last, _down ? _firstRow : _lastRow);
        for (int k = 0; k < pairs; k++)
        {
            int pair = _down ? k : pairs - 1 - k;
            int first = _down ? 2 * pair : 2 * pair + 1, second = _down ? 2 * pair + 1 : 2 * pair;
            Pair(first, second, isSolved, mode);
        }
        CopyRow(_edge, 0, _down ? _lastRow : _firstRow);
        _down = !_down;
    }

    private void CopyRow(double[] from, int row, double[] to) => Array.Copy(from, row * _columns * Lanes, to, 0, to.Length);

    /// <summary>Two word lines in the order of the sweep, side by side to hide latency. Left to right: bit lines substituted back, word
    /// lines eliminated. Right to left: word lines substituted back, bit lines eliminated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pair<TMode>(int i0, int i1, bool isSolved, TMode mode) where TMode : struct, IMode
    {
        // Long because both passes share references into the same rows, which registers hold only while nothing is called.
        // An odd last row is paired with one without cells, whose bit nodes repeat those above it and add nothing.
        bool odd0 = i0 == _rows, odd1 = i1 == _rows;
        int n = _columns, stride = _grid.Stride;
        int real0 = odd0 ? i1 : i0, real1 = odd1 ? i0 : i1;
        var old = _down ? _bits.InversePivotsFromEnd : _bits.InversePivots;
        var next = _down ? _bits.InversePivots : _bits.InversePivotsFromEnd;
        ref double old0 = ref isSolved ? ref _noPivots[0] : ref old[real0 * stride];
        ref double old1 = ref isSolved ? ref _noPivots[0] : ref old[real1 * stride];
        ref double word0 = ref _words.InversePivots[real0 * stride];
        ref double word1 = ref _words.InversePivots[real1 * stride];
        ref double g0 = ref _siemens[real0 * stride];
        ref double g1 = ref _siemens[real1 * stride];
        ref double z0 = ref _lines[i0 * n * Lanes];
        ref double z1 = ref _lines[i1 * n * Lanes];
        ref double t0 = ref _pair[0];
        ref double t1 = ref _pair[n * Lanes];
        ref double edge = ref _edge[0];
        ref double bit = ref _bitVolts[0];
        bool keeps = typeof(TMode) == typeof(Extrapolated);
        ref double iterate0 = ref keeps ? ref _iterate[i0 * n * Lanes] : ref z0;
        ref double iterate1 = ref keeps ? ref _iterate[i1 * n * Lanes] : ref z1;
        var volts0 = Vector512.LoadUnsafe(ref _wordVolts[i0 * Lanes]);
        var volts1 = Vector512.LoadUnsafe(ref _wordVolts[i1 * Lanes]);
        Vector512<double> a0 = default, a1 = default, ohms = Vector512.Create(_words.SegmentOhms);
        var gamma = Vector512.Create(mode.Gamma);
        for (int j = 0; j < n; j++)
        {
            nuint k = (nuint)(j * Lanes);
            var above = Vector512.LoadUnsafe(ref edge, k);
            var b0 = odd0 ? default : Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref old0, j)), above,
                Vector512.LoadUnsafe(ref z0, k));
            var b1 = odd1 ? b0 : Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref old1, j)), b0, Vector512.LoadUnsafe(ref z1, k));
            b1.StoreUnsafe(ref edge, k);
            if (keeps)
            {
                b0 = Extrapolate(b0, ref iterate0, k, gamma);
                b1 = Extrapolate(b1, ref iterate1, k, gamma);
            }
            var u = Vector512.LoadUnsafe(ref bit, k);
            var h0 = Vector512.Create(Unsafe.Add(ref g0, j)) * ohms;
            var h1 = Vector512.Create(Unsafe.Add(ref g1, j)) * ohms;
            var i = Vector512.Create(Unsafe.Add(ref word0, j));
            a0 = Vector512.FusedMultiplyAdd(i, a0, i * (h0 * (b0 + (u - volts0))));
            a0.StoreUnsafe(ref t0, k);
            i = Vector512.Create(Unsafe.Add(ref word1, j));
            a1 = Vector512.FusedMultiplyAdd(i, a1, i * (h1 * (b1 + (u - volts1))));
            a1.StoreUnsafe(ref t1, k);
        }

        ref double next0 = ref next[real0 * stride];
        ref double next1 = ref next[real1 * stride];
        ref double eliminated = ref _eliminated[0];
        a0 = a1 = default;
        ohms = Vector512.Create(_bits.SegmentOhms);
        for (int j = n - 1; j >= 0; j--)
        {
            nuint k = (nuint)(j * Lanes);
            var u = Vector512.LoadUnsafe(ref bit, k);
            a0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref word0, j)), a0, Vector512.LoadUnsafe(ref t0, k));
            a1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref word1, j)), a1, Vector512.LoadUnsafe(ref t1, k));
            var h0 = Vector512.Create(Unsafe.Add(ref g0, j)) * ohms;
            var h1 = Vector512.Create(Unsafe.Add(ref g1, j)) * ohms;
            var y = Vector512.LoadUnsafe(ref eliminated, k);
            if (!odd0)
            {
                y = Vector512.Create(Unsafe.Add(ref next0, j)) * Vector512.FusedMultiplyAdd(h0, a0 - (u - volts0), y);
                y.StoreUnsafe(ref z0, k);
            }
            if (!odd1)
            {
                y = Vector512.Create(Unsafe.Add(ref next1, j)) * Vector512.FusedMultiplyAdd(h1, a1 - (u - volts1), y);
                y.StoreUnsafe(ref z1, k);
            }
            y.StoreUnsafe(ref eliminated, k);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Extrapolate(Vector512<double> solved, ref double iterate, nuint k, Vector512<double> gamma)
    {
        var before = Vector512.LoadUnsafe(ref iterate, k);
        var after = Vector512.FusedMultiplyAdd(gamma, solved - before, before);
        after.StoreUnsafe(ref iterate, k);
        return after;
    }
}
