using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Crossbar.Arrays.Solving;

/// <summary>What <see cref="NodalState"/> does, for eight inputs at once: from bit-line losses b̃, the word lines once more, the currents
/// at all ports and Kirchhoff's law at every node with Ohm's law in every branch.</summary>
internal sealed class LaneAudit(PaddedGrid grid, double[] siemens, LineFamily words, LineFamily bits)
{
    private const int Lanes = LaneSweeps.Lanes;
    private readonly double[] _word = new double[grid.Columns * Lanes];

    /// <summary>Current into each word line from its ports, rows × lanes, A.</summary>
    public double[] Drivers { get; } = new double[grid.Rows * Lanes];

    /// <summary>Largest mismatch over all nodes and lanes, A.</summary>
    public double MismatchAmperes { get; private set; }

    public void Evaluate(LaneSweeps sweeps)
    {
        Vector512<double> worst = default;
        for (int i = 0; i < grid.Rows; i++) worst = Vector512.Max(worst, Row(sweeps, i));
        MismatchAmperes = 0;
        for (int lane = 0; lane < Lanes; lane++) MismatchAmperes = Math.Max(MismatchAmperes, worst[lane]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector512<double> Row(LaneSweeps sweeps, int i)
    {
        int n = grid.Columns, rows = grid.Rows;
        ref double inverse = ref words.InversePivots[i * grid.Stride];
        ref double g = ref siemens[i * grid.Stride];
        ref double word = ref _word[0];
        ref double bit = ref sweeps.BitVolts[0];
        ref double b = ref sweeps.Volts[i * n * Lanes];
        ref double above = ref sweeps.Volts[Math.Max(i - 1, 0) * n * Lanes];
        ref double below = ref sweeps.Volts[Math.Min(i + 1, rows - 1) * n * Lanes];
        var volts = Vector512.LoadUnsafe(ref sweeps.WordVolts[i * Lanes]);
        var a = Vector512<double>.Zero;
        for (int j = 0; j < n; j++)
        {
            nuint k = (nuint)(j * Lanes);
            var current = Vector512.Create(Unsafe.Add(ref g, j) * words.SegmentOhms) * (Vector512.LoadUnsafe(ref b, k)
                + (Vector512.LoadUnsafe(ref bit, k) - volts));
            a = Vector512.Create(Unsafe.Add(ref inverse, j)) * (current + a);
            a.StoreUnsafe(ref word, k);
        }
        for (int j = n - 2; j >= 0; j--)
        {
            nuint k = (nuint)(j * Lanes);
            a = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref inverse, j)), a, Vector512.LoadUnsafe(ref word, k));
            a.StoreUnsafe(ref word, k);
        }
        var (first, last) = (Vector512.LoadUnsafe(ref word), Vector512.LoadUnsafe(ref word, (nuint)((n - 1) * Lanes)));
        Vector512<double> intoStart = Vector512.Create(-words.Start[i]) * first, intoEnd = Vector512.Create(-words.End[i]) * last;
        (intoStart + intoEnd).StoreUnsafe(ref Drivers[i * Lanes]);

        // Walking to the right: what arrives at a node from the left, the cell takes its part, the rest must leave to the right.
        var worst = Vector512<double>.Zero;
        var arriving = intoStart;
        Vector512<double> perWord = Vector512.Create(1 / words.SegmentOhms), perBit = Vector512.Create(1 / bits.SegmentOhms);
        for (int j = 0; j < n; j++)
        {
            nuint k = (nuint)(j * Lanes);
            Vector512<double> w = Vector512.LoadUnsafe(ref word, k), here = Vector512.LoadUnsafe(ref b, k);
            var cell = Vector512.Create(Unsafe.Add(ref g, j)) * (w - here - (Vector512.LoadUnsafe(ref bit, k) - volts));
            var leaving = j < n - 1 ? perWord * (w - Vector512.LoadUnsafe(ref word, k + Lanes)) : -intoEnd;
            worst = Vector512.Max(worst, Vector512.Abs(arriving - cell - leaving));
            arriving = leaving;
            var fromAbove = i > 0 ? perBit * (Vector512.LoadUnsafe(ref above, k) - here) : Vector512.Create(-bits.Start[j]) * here;
            var fromBelow = i < rows - 1 ? perBit * (Vector512.LoadUnsafe(ref below, k) - here) : Vector512.Create(-bits.End[j]) * here;
            worst = Vector512.Max(worst, Vector512.Abs(cell + fromAbove + fromBelow));
        }
        return worst;
    }
}
