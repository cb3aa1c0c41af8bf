using Crossbar.Devices;
using Crossbar.Engines;
using Crossbar.Layout;
using Crossbar.Netlists;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>
/// Voltages across the cells of a whole array whose lines are driven: exact through the wires (<see cref="ArraySolver"/>), with nonlinear
/// cells by iteration on their chord conductance I/V. Each round takes every cell along its own load line, the resistance of its own path
/// through the wires, to where its current meets it, and then solves the array with those chords: the cells' influence on each other is
/// what is left to iterate. Ohmic cells need one solution, ideal wires none.
/// Memory: a few numbers per cell; the linear solver allocates.
/// </summary>
public sealed class WiredCells : ICellVoltages
{
    private const int MostIterations = 200, LoadLineIterations = 12;
    private const double RelativeTolerance = 1e-9, SmallVolts = 1e-9;
    private static readonly ArraySolverOptions s_exact = new() { OutputTolerance = 1e-11 };
    private readonly IDeviceModel _cells;
    private readonly ArrayWires _wires;
    private readonly SourceWaveform[] _wordVolts, _bitVolts, _different;
    private readonly LineTerminals _words, _bits;
    private readonly bool _isDirect;
    private readonly double[] _word, _bit, _amperes, _siemens, _chord, _met, _goal;
    private ArraySolution? _near;

    /// <summary>Takes the array.</summary>
    /// <param name="cells">The cells' model, row-major.</param>
    /// <param name="wires">Wire segments.</param>
    /// <param name="wordVolts">Voltage of each word line's driver.</param>
    /// <param name="bitVolts">Voltage at each bit line's end.</param>
    /// <param name="brokenWords">Word lines that float; null for none.</param>
    /// <param name="brokenBits">Bit lines that float; null for none.</param>
    public WiredCells(
        IDeviceModel cells, ArrayWires wires, SourceWaveform[] wordVolts, SourceWaveform[] bitVolts, bool[]? brokenWords = null, bool[]? brokenBits = null)
    {
        int rows = Check.AtLeast(wordVolts.Length, 1, "number of word lines"), columns = Check.AtLeast(bitVolts.Length, 1, "number of bit lines");
        (_cells, _wires, _wordVolts, _bitVolts) = (cells, wires, wordVolts, bitVolts);
        _different = [.. wordVolts.Concat(bitVolts).Distinct()];
        if (brokenWords is not null) Check.Length(brokenWords.Length, rows, nameof(brokenWords));
        if (brokenBits is not null) Check.Length(brokenBits.Length, columns, nameof(brokenBits));
        bool anyBroken = brokenWords?.Contains(true) == true || brokenBits?.Contains(true) == true;
        _words = brokenWords is null ? LineTerminals.AtStart() : LineTerminals.AtStart().WithFloating(rows, line => brokenWords[line]);
        _bits = brokenBits is null ? LineTerminals.AtEnd() : LineTerminals.AtEnd().WithFloating(columns, line => brokenBits[line]);
        _isDirect = wires.IsIdeal && !anyBroken;
        (_word, _bit) = (new double[rows], new double[columns]);
        int count = rows * columns;
        (_amperes, _siemens, _chord) = (new double[count], new double[count], new double[count]);
        (_met, _goal) = (new double[count], new double[count]);
    }

    /// <summary>Power into the lines at the latest solution, W; of ideal wires it is the heat in the cells.</summary>
    public double? SuppliedWatts => _near?.SuppliedWatts;

    /// <summary>Linear solutions made so far.</summary>
    public long Solutions { get; private set; }

    /// <inheritdoc/>
    public double NextCorner(double seconds)
    {
        double next = double.PositiveInfinity;
        foreach (var waveform in _different) next = Math.Min(next, Corners.Next(waveform, seconds));
        return next;
    }

    /// <inheritdoc/>
    /// <exception cref="CircuitException">The voltages do not settle: the cells are too nonlinear for their wires.</exception>
    public void Solve(double seconds, ReadOnlySpan<double> states, Span<double> cells)
    {
        for (int i = 0; i < _word.Length; i++) _word[i] = _wordVolts[i].At(seconds);
        for (int j = 0; j < _bit.Length; j++) _bit[j] = _bitVolts[j].At(seconds);
        if (_isDirect)
        {
            for (int i = 0; i < _word.Length; i++)
                for (int j = 0; j < _bit.Length; j++) cells[i * _bit.Length + j] = _word[i] - _bit[j];
            return;
        }
        SetChords(cells, states, 1);
        double damping = 1, before = double.PositiveInfinity;
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            var solver = new ArraySolver(new ArrayCircuit(new ConductanceMatrix(_word.Length, _bit.Length, _chord), _wires)
            {
                WordTerminals = _words,
                BitTerminals = _bits,
            }, s_exact);
            _near = solver.Solve(_word, _bit, _near);
            Solutions++;
            for (int c = 0; c < cells.Length; c++) cells[c] = _near.WordNodeVolts[c] - _near.BitNodeVolts[c];
            double miss = Miss(cells, states);
            if (miss <= RelativeTolerance) return;
            if (miss > 0.7 * before) damping = Math.Max(0.05, 0.7 * damping);
            before = miss;
            MeetLoadLines(cells, states);
            SetChords(_met, states, damping);
        }
        throw new CircuitException("devices", $"{_cells.Name}: the voltages of the array do not settle at {seconds} s after {MostIterations} solutions; "
            + "its cells are too conductive or too nonlinear for these wires.");
    }

    /// <summary>Largest difference between what a cell wants to carry and what its chord carried, relative to the largest current.</summary>
    private double Miss(ReadOnlySpan<double> volts, ReadOnlySpan<double> states)
    {
        _cells.Currents(volts, states, _amperes, _siemens);
        double worst = 0, largest = 0;
        for (int c = 0; c < _chord.Length; c++)
        {
            worst = Math.Max(worst, Math.Abs(_amperes[c] - _chord[c] * volts[c]));
            largest = Math.Max(largest, Math.Abs(_amperes[c]));
        }
        return largest == 0 ? 0 : worst / largest;
    }

    /// <summary>Newton on v + R I(v) = v₀ + R G v₀ for all cells at once: where each cell's current meets the line through its present point.</summary>
    private void MeetLoadLines(ReadOnlySpan<double> volts, ReadOnlySpan<double> states)
    {
        for (int c = 0; c < _chord.Length; c++)
        {
            _goal[c] = volts[c] * (1 + PathOhms(c) * _chord[c]);
            _met[c] = volts[c];
        }
        for (int k = 0; k < LoadLineIterations; k++)
        {
            _cells.Currents(_met, states, _amperes, _siemens);
            for (int c = 0; c < _chord.Length; c++)
            {
                double ohms = PathOhms(c);
                _met[c] -= (_met[c] + ohms * _amperes[c] - _goal[c]) / (1 + ohms * _siemens[c]);
            }
        }
    }

    /// <summary>Resistance of a cell's own way from its driver to its sense node, Ω.</summary>
    private double PathOhms(int cell) =>
        (cell % _bit.Length + 1) * _wires.WordSegmentOhms + (_word.Length - cell / _bit.Length) * _wires.BitSegmentOhms;

    /// <summary>Moves every chord conductance to I/V at the given voltages, geometrically by a part of the way.</summary>
    private void SetChords(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, double part)
    {
        _cells.Currents(volts, states, _amperes, _siemens);
        for (int c = 0; c < _chord.Length; c++)
        {
            double target = Math.Abs(volts[c]) > SmallVolts ? _amperes[c] / volts[c] : _siemens[c], now = _chord[c];
            _chord[c] = part >= 1 || !(now > 0 && target > 0) ? target : now * Math.Pow(target / now, part);
        }
    }
}
