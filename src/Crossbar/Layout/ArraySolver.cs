using System.Numerics.Tensors;
using Crossbar.Layout.Solving;
using Hopfield.Numerics;

namespace Crossbar.Layout;

/// <summary>
/// DC solution of one linear array with wires: factorises the lines once, then answers any number of voltages. Method and its error
/// estimate: docs/theory/array.md. Cost per iteration and cell: about 20 multiply-adds; memory: 8 numbers per cell.
/// An instance works for one caller at a time.
/// </summary>
public sealed class ArraySolver
{
    private readonly ArraySolverOptions _options;
    private readonly PaddedGrid _grid;
    private readonly LineFamily _words, _bits;
    private readonly SchurSystem _system;
    private readonly NodalState _state;
    private readonly double[] _bitVolts;

    /// <summary>Prepares an array.</summary>
    /// <exception cref="ArgumentException">Terminal resistances do not fit the array.</exception>
    public ArraySolver(ArrayCircuit circuit, ArraySolverOptions? options = null)
    {
        Circuit = circuit;
        _options = options ?? new();
        _grid = new(circuit.Cells.Rows, circuit.Cells.Columns);
        var siemens = _grid.New();
        _grid.Fill(siemens, circuit.Cells.Siemens);
        _words = LineFamily.Words(_grid, siemens, circuit.Wires.WordSegmentOhms, circuit.WordTerminals);
        _bits = LineFamily.Bits(_grid, siemens, circuit.Wires.BitSegmentOhms, circuit.BitTerminals);
        _system = new(_grid, siemens, _words, _bits, _options.Threads);
        _state = new(_grid, siemens, _words, _bits);
        _bitVolts = new double[_grid.Stride];
    }

    /// <summary>The array that is solved.</summary>
    public ArrayCircuit Circuit { get; }

    /// <summary>Solves an array with the usual terminals once.</summary>
    /// <param name="cells">Cells.</param>
    /// <param name="wires">Wire resistances.</param>
    /// <param name="wordVolts">Voltage of each word line's driver, rows numbers, V.</param>
    /// <param name="bitVolts">Voltage at each bit line's end, columns numbers, V.</param>
    /// <param name="options">How exactly.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    public static ArraySolution Solve(
        ConductanceMatrix cells, ArrayWires wires, ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts,
        ArraySolverOptions? options = null, CancellationToken cancellation = default) =>
        new ArraySolver(new(cells, wires), options).Solve(wordVolts, bitVolts, cancellation: cancellation);

    /// <summary>Solves for one set of voltages.</summary>
    /// <param name="wordVolts">Voltage of each word line's ports, rows numbers, V; of a floating line it has no effect.</param>
    /// <param name="bitVolts">Voltage of each bit line's ports, columns numbers, V.</param>
    /// <param name="near">A solution for similar voltages or cells of an array of the same size, as a first guess.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">A length does not fit the array.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ArraySolution Solve(
        ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts, ArraySolution? near = null, CancellationToken cancellation = default)
    {
        Check.Length(wordVolts.Length, _grid.Rows, nameof(wordVolts));
        Check.Length(bitVolts.Length, _grid.Columns, nameof(bitVolts));
        bitVolts.CopyTo(_bitVolts);
        // A floating line has no port to count from.
        var words = wordVolts.ToArray();
        for (int i = 0; i < words.Length; i++) words[i] = Port(_words, i, words[i]);
        for (int j = 0; j < bitVolts.Length; j++) _bitVolts[j] = Port(_bits, j, bitVolts[j]);

        double[] b = _system.Volts, w = _system.Free;
        Array.Clear(b);
        if (near is not null) StartFrom(near, b);
        _state.Evaluate(b, near is null, words, _bitVolts, w, _system.Residual);
        var watch = new OutputWatch(_grid.Columns, _options.OutputTolerance);
        int iterations = _system.Solve(watch, _options.IterationLimit, cancellation);
        _state.Evaluate(b, false, words, _bitVolts, w, _system.Residual);
        return Report(words, w, b, iterations, watch);
    }

    /// <summary>Output currents for many input vectors.</summary>
    /// <param name="wordVolts">Word-line voltages, inputs × rows, row-major, V.</param>
    /// <param name="bitVolts">Bit-line voltages, columns numbers for all inputs, V; empty: all at 0 V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">A length does not fit the array.</exception>
    public ArrayOutputs SolveMany(ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts = default, CancellationToken cancellation = default)
    {
        int inputs = wordVolts.Length / _grid.Rows;
        Check.Length(wordVolts.Length, inputs * _grid.Rows, nameof(wordVolts));
        var ports = bitVolts.IsEmpty ? new double[_grid.Columns] : bitVolts;
        var outputs = new double[inputs * _grid.Columns];
        double residual = 0, error = 0;
        int iterations = 0;
        bool converged = true;
        for (int k = 0; k < inputs; k++)
        {
            var solution = Solve(wordVolts.Slice(k * _grid.Rows, _grid.Rows), ports, cancellation: cancellation);
            solution.OutputAmperes.CopyTo(outputs, k * _grid.Columns);
            residual = Math.Max(residual, solution.ResidualAmperes);
            error = Math.Max(error, solution.OutputErrorAmperes);
            iterations = Math.Max(iterations, solution.Iterations);
            converged &= solution.Converged;
        }
        return new(inputs, _grid.Columns, outputs, residual, error, iterations, converged);
    }

    private static double Port(LineFamily family, int line, double volts) =>
        family.Pinned[line] || family.Start[line] > 0 || family.End[line] > 0 ? volts : 0;

    private void StartFrom(ArraySolution near, double[] b)
    {
        Check.Length(near.BitNodeVolts.Length, _grid.Rows * _grid.Columns, nameof(near));
        for (int j = 0; j < _grid.Columns; j++)
        {
            if (_bits.Pinned[j]) continue;
            for (int i = 0; i < _grid.Rows; i++) b[i * _grid.Stride + j] = near.BitNodeVolts[i * _grid.Columns + j] - near.BitPortVolts[j];
        }
        if (!_bits.IsIdeal) return;
        // One node a line.
        for (int i = 1; i < _grid.Rows; i++) b.AsSpan(0, _grid.Stride).CopyTo(b.AsSpan(i * _grid.Stride));
    }

    private ArraySolution Report(double[] wordVolts, double[] w, double[] b, int iterations, OutputWatch watch)
    {
        int rows = _grid.Rows, columns = _grid.Columns, stride = _grid.Stride;
        double[] outputs = new double[columns], drivers = new double[rows];
        double supplied = 0;
        for (int i = 0; i < rows; i++)
        {
            drivers[i] = _words.Pinned[i]
                ? _state.WordAmperes[i]
                : -(_words.Start[i] * w[i * stride] + _words.End[i] * w[i * stride + columns - 1]);
            supplied += wordVolts[i] * drivers[i];
        }
        for (int j = 0; j < columns; j++)
        {
            outputs[j] = _system.Output(j);
            supplied -= _bitVolts[j] * outputs[j];
        }
        var (wire, terminal) = WireHeat.Of(_grid, Circuit, _words, _bits, w, b);
        double[] wordNodes = _grid.Dense(w), bitNodes = _grid.Dense(b);
        for (int i = 0; i < rows; i++)
        {
            Span<double> wordRow = wordNodes.AsSpan(i * columns, columns), bitRow = bitNodes.AsSpan(i * columns, columns);
            TensorPrimitives.Add(wordRow, wordVolts[i], wordRow);
            TensorPrimitives.Add(bitRow, _bitVolts.AsSpan(0, columns), bitRow);
        }
        return new ArraySolution
        {
            Circuit = Circuit,
            WordPortVolts = wordVolts,
            BitPortVolts = _bitVolts.AsSpan(0, columns).ToArray(),
            WordNodeVolts = wordNodes,
            BitNodeVolts = bitNodes,
            OutputAmperes = outputs,
            DriverAmperes = drivers,
            CellWatts = _state.CellWatts,
            WireWatts = wire,
            TerminalWatts = terminal,
            SuppliedWatts = supplied,
            ResidualAmperes = Math.Max(_state.WordMismatch, BitMismatch()),
            OutputErrorAmperes = watch.ErrorAmperes,
            Iterations = iterations,
            Converged = watch.IsContent,
        };
    }

    /// <summary>Largest mismatch of Kirchhoff's current law over the bit-line nodes; an ideal line is one node.</summary>
    private double BitMismatch()
    {
        double largest = 0;
        if (!_bits.IsIdeal) return Math.Abs(TensorPrimitives.MaxMagnitude<double>(_system.Residual.AsSpan(0, _grid.Rows * _grid.Stride)));
        for (int j = 0; j < _grid.Columns; j++)
        {
            double sum = 0;
            for (int i = 0; i < _grid.Rows && !_bits.Pinned[j]; i++) sum += _system.Residual[i * _grid.Stride + j];
            largest = Math.Max(largest, Math.Abs(sum));
        }
        return largest;
    }
}
