using System.Numerics.Tensors;
using Hopfield.Numerics;

namespace Crossbar.Arrays.Solving;

/// <summary>DC solution of one linear array with wires: factorises the lines once, then answers any number of voltages. Method and its
/// error estimate: docs/theory/array.md. Cost per iteration and cell: about 20 multiply-adds; memory: 8 numbers per cell, and 2 for a full
/// result. An instance works for one caller at a time.</summary>
public sealed class ArraySolver
{
    // Fewer inputs than this are faster one by one; more cells than this would take gigabytes of lanes.
    private const int LeastLanes = 3, MostLaneCells = 1 << 22;

    private readonly ArraySolverOptions _options;
    private readonly PaddedGrid _grid;
    private readonly double[] _siemens;
    private readonly LineFamily _words, _bits;
    private readonly SchurSystem _system;
    private readonly NodalState _state;
    private readonly double[] _bitVolts;
    private readonly List<LaneBatch> _batches = [];

    /// <summary>Prepares an array.</summary>
    /// <exception cref="ArgumentException">Terminal resistances do not fit the array.</exception>
    public ArraySolver(ArrayCircuit circuit, ArraySolverOptions? options = null)
    {
        Circuit = circuit;
        _options = options ?? new();
        _grid = new(circuit.Cells.Rows, circuit.Cells.Columns);
        _siemens = _grid.New();
        _grid.Fill(_siemens, circuit.Cells.Siemens);
        _words = LineFamily.Words(_grid, circuit.Wires.WordSegmentOhms, circuit.WordTerminals);
        _bits = LineFamily.Bits(_grid, circuit.Wires.BitSegmentOhms, circuit.BitTerminals);
        Factor();
        _system = new(_grid, _siemens, _words, _bits, _options.Threads);
        _state = new(_grid, _siemens, _words, _bits);
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
        var (words, iterations, watch) = Iterate(wordVolts, bitVolts, near, cancellation);
        return Report(words, iterations, watch);
    }

    private void Factor()
    {
        _words.FactorWords(_siemens);
        _bits.FactorBits(_siemens);
    }

    /// <summary>Solves with other cells of the same array, each a conductance beside a current source, from the last solution on.</summary>
    /// <param name="siemens">dI/dV of each cell, rows × columns, S.</param>
    /// <param name="sources">Rest of each cell's current, rows × columns, A.</param>
    /// <param name="wordVolts">Voltage of each word line's ports, V.</param>
    /// <param name="bitVolts">Voltage of each bit line's ports, V.</param>
    /// <param name="isFirst">True to start from wires without loss.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    internal ArraySolution SolveLinearised(
        double[] siemens, double[] sources, ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts, bool isFirst,
            CancellationToken cancellation)
    {
        _grid.Fill(_siemens, siemens);
        _grid.Fill(_state.Sources ??= _grid.New(), sources);
        Factor();
        var (words, iterations, watch) = Iterate(wordVolts, bitVolts, null, cancellation, goesOn: !isFirst);
        return Report(words, iterations, watch);
    }

    /// <summary>Solves for port voltages together with a current into every node, the capacitive one of a transient's moments. The arrays
    /// are in the solver's own layout; those of the result may be passed in again, scaled, for the next moment.</summary>
    internal InjectedPorts SolveInjected(
        double[] wordVolts, double[] bitVolts, double[]? wordAmperes, double[]? bitAmperes, CancellationToken cancellation)
    {
        (_state.WordInjection, _state.BitInjection) = (wordAmperes, bitAmperes);
        var (_, _, watch) = Iterate(wordVolts, bitVolts, null, cancellation);
        (_state.WordInjection, _state.BitInjection) = (null, null);
        double[] outputs = new double[_grid.Columns], drivers = new double[_grid.Rows];
        for (int j = 0; j < outputs.Length; j++) outputs[j] = _system.Output(j);
        for (int i = 0; i < drivers.Length; i++) drivers[i] = Driver(i);
        double[] w = (double[])_system.Free.Clone(), b = (double[])_system.Volts.Clone();
        for (int i = 0; i < _grid.Rows; i++)
        {
            Span<double> wordRow = w.AsSpan(i * _grid.Stride, _grid.Columns), bitRow = b.AsSpan(i * _grid.Stride, _grid.Columns);
            TensorPrimitives.Add(wordRow, _words.PortVolts(i, wordVolts[i]), wordRow);
            TensorPrimitives.Add(bitRow, _bitVolts.AsSpan(0, _grid.Columns), bitRow);
        }
        return new(outputs, drivers, w, b, watch.IsContent);
    }

    /// <summary>Leaves b̃, w̃ and the residual of the solution in the workspace.</summary>
    private (double[] WordVolts, int Iterations, OutputWatch Watch) Iterate(
        ReadOnlySpan<double> wordVolts, ReadOnlySpan<double> bitVolts, ArraySolution? near, CancellationToken cancellation,
            bool goesOn = false)
    {
        Check.Length(wordVolts.Length, _grid.Rows, nameof(wordVolts));
        Check.Length(bitVolts.Length, _grid.Columns, nameof(bitVolts));
        var words = new double[_grid.Rows];
        for (int i = 0; i < words.Length; i++) words[i] = _words.PortVolts(i, wordVolts[i]);
        for (int j = 0; j < bitVolts.Length; j++) _bitVolts[j] = _bits.PortVolts(j, bitVolts[j]);

        double[] b = _system.Volts, w = _system.Free;
        if (!goesOn) Array.Clear(b);
        if (near is not null) StartFrom(near, b);
        _state.Evaluate(b, near is null && !goesOn, words, _bitVolts, w, _system.Residual);
        var watch = new OutputWatch(_grid.Columns, _options.OutputTolerance);
        int iterations = _system.Solve(watch, _options.IterationLimit, cancellation);
        _state.Evaluate(b, false, words, _bitVolts, w, _system.Residual);
        return (words, iterations, watch);
    }

    /// <summary>Currents at all ports for many input vectors: several times faster per vector than
    /// <see cref="Solve(ReadOnlySpan{double}, ReadOnlySpan{double}, ArraySolution?, CancellationToken)"/>, because eight of them share each
    /// pass over the array.</summary>
    /// <param name="wordVolts">Word-line voltages, inputs × rows, row-major, V.</param>
    /// <param name="bitVolts">Bit-line voltages, V: inputs × columns numbers, or columns numbers for all inputs; empty: 0 V.</param>
    /// <param name="cancellation">Ends a long solution.</param>
    /// <exception cref="ArgumentException">A length does not fit the array.</exception>
    public ArrayOutputs SolveMany(ReadOnlyMemory<double> wordVolts, ReadOnlyMemory<double> bitVolts = default,
        CancellationToken cancellation = default)
    {
        int inputs = wordVolts.Length / _grid.Rows;
        Check.Length(wordVolts.Length, inputs * _grid.Rows, nameof(wordVolts));
        if (bitVolts.Length > _grid.Columns) Check.Length(bitVolts.Length, inputs * _grid.Columns, nameof(bitVolts));
        else if (bitVolts.Length > 0) Check.Length(bitVolts.Length, _grid.Columns, nameof(bitVolts));
        var result = new ManyInputs(inputs, wordVolts, bitVolts.IsEmpty ? new double[_grid.Columns] : bitVolts, _words, _bits);
        bool lanes = inputs >= LeastLanes && !_words.IsIdeal && !_bits.IsIdeal && _grid.Rows * _grid.Columns <= MostLaneCells;
        if (lanes) _bits.FactorFromEnd(_siemens);
        return lanes ? InLanes(result, cancellation) : OneByOne(result, cancellation);
    }

    private ArrayOutputs OneByOne(ManyInputs many, CancellationToken cancellation)
    {
        for (int k = 0; k < many.Inputs; k++)
        {
            var (_, iterations, watch) = Iterate(many.Words(k), many.Bits(k), null, cancellation);
            for (int j = 0; j < _grid.Columns; j++) many.Outputs(k)[j] = _system.Output(j);
            for (int i = 0; i < _grid.Rows; i++) many.Drivers(k)[i] = Driver(i);
            many.Note(k, ResidualAmperes(), watch.ErrorAmperes, iterations, watch.IsContent);
        }
        return many.Result();
    }

    private ArrayOutputs InLanes(ManyInputs many, CancellationToken cancellation)
    {
        int groups = (many.Inputs + LaneSweeps.Lanes - 1) / LaneSweeps.Lanes;
        Lock gate = new();
        double[]? values = null;
        // One solution by conjugate gradients tells the spectrum, if a group asks for it; the first input stands for all.
        double[] RitzValues()
        {
            lock (gate)
            {
                if (values is null)
                {
                    Solve(many.Words(0), many.Bits(0), cancellation: cancellation);
                    values = _system.RitzValues;
                }
                return values;
            }
        }
        int next = 0, workers = Math.Min(_options.Threads, groups);
        while (_batches.Count < workers) _batches.Add(new(_grid, _siemens, _words, _bits, _options));
        Parallel.For(0, workers, new() { MaxDegreeOfParallelism = workers, CancellationToken = cancellation }, worker =>
        {
            var batch = _batches[worker];
            for (int group; (group = Interlocked.Increment(ref next) - 1) < groups;)
            {
                many.Load(group, batch);
                many.Store(group, batch, batch.Solve(RitzValues, cancellation));
            }
        });
        return many.Result();
    }

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

    private ArraySolution Report(double[] wordVolts, int iterations, OutputWatch watch)
    {
        int rows = _grid.Rows, columns = _grid.Columns;
        double[] b = _system.Volts, w = _system.Free;
        double[] outputs = new double[columns], drivers = new double[rows];
        double supplied = 0;
        for (int i = 0; i < rows; i++)
        {
            drivers[i] = Driver(i);
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
            ResidualAmperes = ResidualAmperes(),
            OutputErrorAmperes = watch.ErrorAmperes,
            Iterations = iterations,
            Converged = watch.IsContent,
        };
    }

    private double Driver(int i)
    {
        var w = _system.Free.AsSpan(i * _grid.Stride, _grid.Columns);
        return _words.Pinned[i] ? _state.WordAmperes[i] : -(_words.Start[i] * w[0] + _words.End[i] * w[^1]);
    }

    /// <summary>Largest mismatch of Kirchhoff's current law over all nodes; an ideal line is one node.</summary>
    private double ResidualAmperes()
    {
        double largest = _state.WordMismatch;
        if (!_bits.IsIdeal)
            return Math.Max(largest, Math.Abs(TensorPrimitives.MaxMagnitude<double>(_system.Residual.AsSpan(0,
                _grid.Rows * _grid.Stride))));
        for (int j = 0; j < _grid.Columns; j++)
        {
            double sum = 0;
            for (int i = 0; i < _grid.Rows && !_bits.Pinned[j]; i++) sum += _system.Residual[i * _grid.Stride + j];
            largest = Math.Max(largest, Math.Abs(sum));
        }
        return largest;
    }
}
