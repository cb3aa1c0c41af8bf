using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>Voltages across the cells of a whole array whose lines are driven, exact through the wires
/// (<see cref="NonlinearArraySolver"/>). With ideal wires and sound lines they are those of the drivers, without a solution.</summary>
internal sealed class WiredCells : ICellVoltages
{
    private static readonly ArraySolverOptions s_exact = new() { OutputTolerance = 1e-9 };
    private readonly IDeviceModel _cells;
    private readonly SourceWaveform[] _wordVolts, _bitVolts, _different;
    private readonly NonlinearArraySolver? _solver;
    private readonly double[] _word, _bit, _states;

    /// <summary>Takes the array.</summary>
    /// <param name="cells">The cells' model, row-major.</param>
    /// <param name="wires">Wire segments.</param>
    /// <param name="wordVolts">Voltage of each word line's driver.</param>
    /// <param name="bitVolts">Voltage at each bit line's end.</param>
    /// <param name="brokenWords">Word lines that float; null for none.</param>
    /// <param name="brokenBits">Bit lines that float; null for none.</param>
    public WiredCells(
        IDeviceModel cells, ArrayWires wires, SourceWaveform[] wordVolts, SourceWaveform[] bitVolts, bool[]? brokenWords = null,
            bool[]? brokenBits = null)
    {
        int rows = Check.AtLeast(wordVolts.Length, 1, "number of word lines"), columns = Check.AtLeast(bitVolts.Length, 1,
            "number of bit lines");
        (_cells, _wordVolts, _bitVolts) = (cells, wordVolts, bitVolts);
        _different = [.. wordVolts.Concat(bitVolts).Distinct()];
        (_word, _bit, _states) = (new double[rows], new double[columns], new double[cells.States.Count * rows * columns]);
        if (brokenWords is not null) Check.Length(brokenWords.Length, rows, nameof(brokenWords));
        if (brokenBits is not null) Check.Length(brokenBits.Length, columns, nameof(brokenBits));
        bool anyBroken = brokenWords?.Contains(true) == true || brokenBits?.Contains(true) == true;
        if (wires.IsIdeal && !anyBroken) return;
        _solver = new NonlinearArraySolver(new DeviceCells(cells, rows, columns, _states), wires,
            brokenWords is null ? LineTerminals.AtStart() : LineTerminals.AtStart().WithFloating(rows, line => brokenWords[line]),
            brokenBits is null ? LineTerminals.AtEnd() : LineTerminals.AtEnd().WithFloating(columns, line => brokenBits[line]), s_exact);
    }

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
        if (_solver is null)
        {
            for (int i = 0; i < _word.Length; i++)
                for (int j = 0; j < _bit.Length; j++) cells[i * _bit.Length + j] = _word[i] - _bit[j];
            return;
        }
        states.CopyTo(_states);
        var solution = _solver.Solve(_word, _bit);
        if (!solution.Converged)
            throw new CircuitException("devices",
                $"{_cells.Name}: the voltages of the array are not found at {seconds} s after {solution.NewtonSteps} "
                + $"Newton steps (residual {solution.ResidualAmperes} A); its cells are too conductive or too nonlinear for these wires.");
        for (int c = 0; c < cells.Length; c++) cells[c] = solution.Linear.WordNodeVolts[c] - solution.Linear.BitNodeVolts[c];
    }
}
