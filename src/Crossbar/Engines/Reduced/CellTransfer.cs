using System.Numerics.Tensors;
using Crossbar.Arrays.Solving;
using Crossbar.Circuits;

namespace Crossbar.Engines.Reduced;

/// <summary>How the cells of an array and its ports see each other: T[p, c] is the voltage across cell c when port p is at 1 V and the
/// others at 0 V. With it v_c = Σ_p T[p, c] u_p, and by reciprocity a current i_c beside cell c drives −T[p, c] i_c out of the array into
/// the held port p. Exact for the array as it was reduced, so noise of its cells is exact to first order in δG. Memory and cost of a step:
/// ports × cells; none of it with ideal wires, where T is ±1 or 0.</summary>
internal sealed class CellTransfer
{
    /// <summary>Largest T that is kept, bytes (our choice): 200 neurons, 400 × 200 cells.</summary>
    public const long MostBytes = 256L << 20;

    private readonly ReducedArray _array;
    private readonly int[] _signals;
    private readonly double[][]? _ofSignal, _ofBit;

    private CellTransfer(ReducedArray array, int[] signals, double[][]? ofSignal, double[][]? ofBit) =>
        (_array, _signals, _ofSignal, _ofBit) = (array, signals, ofSignal, ofBit);

    /// <summary>False where T would be larger than <see cref="MostBytes"/>: cells then act as if the wires had no resistance.</summary>
    public bool IsExact => _ofBit is not null || _array.Array.Wires.IsIdeal;

    /// <summary>Prepares an array: one solution of it for each port. Cost: ports · cells · iterations.</summary>
    /// <exception cref="CircuitException">The array could not be solved.</exception>
    public static CellTransfer Of(ReducedArray array, CancellationToken cancellation)
    {
        var (cells, wires) = (array.Array.Cells, array.Array.Wires);
        int[] signals = [.. array.WordSignal.Distinct()];
        long bytes = (long)(signals.Length + cells.Columns) * cells.Siemens.Length * sizeof(double);
        if (wires.IsIdeal || bytes > MostBytes) return new(array, signals, null, null);
        var solver = new ArraySolver(new(cells, wires), new() { OutputTolerance = 1e-12, Threads = Environment.ProcessorCount });
        double[] words = new double[cells.Rows], bits = new double[cells.Columns];
        var ofSignal = signals.Select(signal =>
        {
            for (int i = 0; i < words.Length; i++) words[i] = array.WordSignal[i] == signal ? array.WordSign[i] : 0;
            return Solve();
        }).ToArray();
        Array.Clear(words);
        var ofBit = bits.Select((_, j) =>
        {
            bits[j] = 1;
            double[] volts = Solve();
            bits[j] = 0;
            return volts;
        }).ToArray();
        return new(array, signals, ofSignal, ofBit);

        double[] Solve()
        {
            var solution = solver.Solve(words, bits, cancellation: cancellation);
            return solution.Converged ? solution.CellVolts() : throw new CircuitException(ReducedEngine.EngineName,
                $"the voltages of the cells of '{array.Array.Name}' could not be solved for their noise");
        }
    }

    /// <summary>Voltage across every cell, word line minus bit line, V.</summary>
    public void Volts(ReadOnlySpan<double> signals, ReadOnlySpan<double> state, Span<double> volts)
    {
        if (_ofSignal is not null)
        {
            volts.Clear();
            for (int s = 0; s < _signals.Length; s++) TensorPrimitives.MultiplyAdd(_ofSignal[s], signals[_signals[s]], volts, volts);
            for (int j = 0; j < _ofBit!.Length; j++) TensorPrimitives.MultiplyAdd(_ofBit[j], state[_array.BitState[j]], volts, volts);
            return;
        }
        int rows = _array.WordSignal.Length, columns = _array.BitState.Length;
        for (int i = 0, c = 0; i < rows; i++)
        {
            double word = _array.WordSign[i] * signals[_array.WordSignal[i]];
            for (int j = 0; j < columns; j++, c++) volts[c] = word - state[_array.BitState[j]];
        }
    }

    /// <summary>Adds what currents through the cells, word line to bit line, drive into the state nodes, A.</summary>
    public void Inject(ReadOnlySpan<double> amperes, Span<double> nodes)
    {
        int rows = _array.WordSignal.Length, columns = _array.BitState.Length;
        if (_ofBit is not null)
        {
            for (int j = 0; j < columns; j++) nodes[_array.BitState[j]] -= TensorPrimitives.Dot(_ofBit[j], amperes);
            return;
        }
        for (int i = 0, c = 0; i < rows; i++)
            for (int j = 0; j < columns; j++, c++) nodes[_array.BitState[j]] += amperes[c];
    }
}
