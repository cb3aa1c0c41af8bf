using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>Write–verify of a whole array on the devices' own dynamics. With a transistor in every cell all cells are pulsed independently,
/// as one batch per round. In a passive array one cell after the other is pulsed, and every pulse goes through the wires to all cells,
/// which may move as well: half-select disturb is not a model here but what happens.</summary>
public sealed class ArrayProgrammer
{
    private readonly WriteVerifyOptions _options;
    private readonly ProgrammingPulses _pulses;
    private readonly CellPopulation _population;
    private readonly ConductanceMatrix _targets;
    private readonly RandomKey _key;
    private readonly bool[] _brokenWords, _brokenBits;
    private readonly double[] _states, _read;
    private readonly CellWriter[] _writers;
    private double _joules;

    /// <summary>Takes fresh cells and targets.</summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="targets">Wanted conductances at the read voltage, S.</param>
    /// <param name="options">How.</param>
    /// <param name="key">Key of all variation, faults and read noise.</param>
    /// <exception cref="ArgumentException">The device cannot be programmed, or a target lies outside its range.</exception>
    public ArrayProgrammer(IDeviceModel device, ConductanceMatrix targets, WriteVerifyOptions options, RandomKey key)
    {
        _pulses = options.Pulses ?? device.Pulses
            ?? throw new ArgumentException($"device {device.Name} cannot be programmed: nothing changes its state.");
        device.CheckVolts(_pulses.LargestVolts);
        var (off, on) = ConductanceRange.Of(device, options.ReadVolts);
        for (int c = 0; c < targets.Siemens.Length; c++)
            Check.InRange(targets.Siemens[c], off, on,
                $"target [{c / targets.Columns},{c % targets.Columns}] on device {device.Name}, read at {options.ReadVolts} V,", "S");
        (_options, _targets, _key) = (options, targets, key);
        int cells = targets.Siemens.Length;
        var faults = options.Faults.DrawCells(targets.Rows, targets.Columns, key);
        (_brokenWords, _brokenBits) = (options.Faults.DrawWords(targets.Rows, key), options.Faults.DrawBits(targets.Columns, key));
        if (options.Scheme is null) Disconnect(faults);
        _population = new CellPopulation(device, options.Variation, faults, options.ReadVolts, key);
        double[] fresh = device.FreshStates();
        _states = new double[fresh.Length * cells];
        for (int k = 0; k < fresh.Length; k++) _states.AsSpan(k * cells, cells).Fill(fresh[k]);
        _read = new double[cells];
        _writers = new CellWriter[cells];
    }

    /// <summary>Writes every cell.</summary>
    /// <param name="progress">Called after each round (or cell of a passive array) with the number of cells that are done.</param>
    /// <param name="cancellation">Stops after the present round; what is written stays, and the result says that it is not
    /// complete.</param>
    public ProgrammingResult Run(Action<int>? progress = null, CancellationToken cancellation = default)
    {
        bool isComplete = _options.Scheme is { } scheme ? Sequential(scheme, progress, cancellation) : Parallel(progress, cancellation);
        double width = _pulses.WidthSeconds * (1 + 2 * PulseDrive.EdgeFraction);
        int[] pulses = [.. _writers.Select(writer => writer.Pulses)];
        double serial = width * pulses.Sum(p => (long)p);
        Read(withNoise: false, 0);
        return new ProgrammingResult
        {
            Rows = _targets.Rows,
            Columns = _targets.Columns,
            TargetSiemens = _targets.Siemens,
            Siemens = [.. _read],
            States = [.. _states],
            Status = [.. _writers.Select((writer, c) => IsDisturbed(c) ? CellStatus.Disturbed : writer.Status)],
            Pulses = pulses,
            Faults = [.. _population.Faults],
            CellJoules = _joules,
            SerialSeconds = serial,
            RowParallelSeconds = _options.Scheme is not null ? serial
                : width * Enumerable.Range(0, _targets.Rows).Sum(i => (long)pulses.AsSpan(i * _targets.Columns,
                    _targets.Columns).ToArray().Max()),
            IsComplete = isComplete,
        };
    }

    private bool IsDisturbed(int cell) => _options.Scheme is not null && _writers[cell].Status == CellStatus.Verified
        && Math.Abs(_read[cell] - _targets.Siemens[cell]) > (_options.Tolerance + 3 * _options.ReadNoise) * _targets.Siemens[cell];

    /// <summary>With a transistor in every cell, a cell on a cut line conducts for nobody.</summary>
    private void Disconnect(CellFault[] faults)
    {
        for (int c = 0; c < faults.Length; c++)
            if (_brokenWords[c / _targets.Columns] || _brokenBits[c % _targets.Columns]) faults[c] = CellFault.Open;
    }

    private bool Parallel(Action<int>? progress, CancellationToken cancellation)
    {
        int cells = _writers.Length;
        var active = Enumerable.Range(0, cells).ToList();
        for (int round = 0; active.Count > 0; round++)
        {
            if (cancellation.IsCancellationRequested) return false;
            Read(withNoise: true, round);
            var pulsed = new List<int>(active.Count);
            var amplitudes = new List<double>(active.Count);
            foreach (int c in active)
                if (Decide(c) is { } volts)
                {
                    pulsed.Add(c);
                    amplitudes.Add(volts);
                }
            active = pulsed;
            if (pulsed.Count > 0) PulseTogether(pulsed, [.. amplitudes], round);
            progress?.Invoke(cells - pulsed.Count);
        }
        return true;
    }

    private void PulseTogether(List<int> pulsed, double[] amplitudes, int round)
    {
        int cells = _writers.Length, kinds = _states.Length / cells, n = pulsed.Count;
        var states = new double[kinds * n];
        for (int k = 0; k < kinds; k++)
            for (int a = 0; a < n; a++) states[k * n + a] = _states[k * cells + pulsed[a]];
        var drive = new PulseDrive(amplitudes, _pulses.WidthSeconds);
        var integrator = new CellIntegrator(_population.Select(pulsed, Luck(pulsed, round)), n, states, drive,
            _options.IntegrationTolerance);
        integrator.Advance(drive.Seconds);
        _joules += integrator.CellJoules;
        for (int k = 0; k < kinds; k++)
            for (int a = 0; a < n; a++) _states[k * cells + pulsed[a]] = states[k * n + a];
    }

    private bool Sequential(BiasScheme scheme, Action<int>? progress, CancellationToken cancellation)
    {
        int rows = _targets.Rows, columns = _targets.Columns, round = 0;
        int[] everyCell = [.. Enumerable.Range(0, rows * columns)];
        for (int pass = 0; pass < _options.Passes; pass++)
            for (int c = 0; c < rows * columns; c++)
            {
                _writers[c].Reopen();
                while (true)
                {
                    if (cancellation.IsCancellationRequested) return false;
                    Read(withNoise: true, round);
                    if (Decide(c) is not { } volts) break;
                    // In a passive array the polarity is that across the cell: word line minus bit line.
                    var (words, bits) = LinePulse.Lines(scheme, rows, columns, c / columns, c % columns, volts, _pulses.WidthSeconds);
                    var drive = new WiredCells(_population, _options.Wires, words, bits, _brokenWords, _brokenBits);
                    var integrator = new CellIntegrator(_population.Select(everyCell, Luck(everyCell, round)), rows * columns, _states,
                        drive, _options.IntegrationTolerance);
                    integrator.Advance(_pulses.WidthSeconds * (1 + 2 * PulseDrive.EdgeFraction), cancellation: CancellationToken.None);
                    _joules += integrator.CellJoules;
                    round++;
                }
                progress?.Invoke(pass * rows * columns + c + 1);
            }
        return true;
    }

    private double? Decide(int cell) =>
        _writers[cell].Next(_read[cell], _targets.Siemens[cell], _options.Tolerance, _options.PulseBudget, _pulses);

    /// <summary>What every cell conducts at the read voltage, with the noise of this round's read.</summary>
    private void Read(bool withNoise, int round)
    {
        var volts = new double[_read.Length];
        Array.Fill(volts, _options.ReadVolts);
        _population.Currents(volts, _states, _read, []);
        var key = _key.Fold("read noise").Fold(round);
        for (int c = 0; c < _read.Length; c++)
        {
            _read[c] /= _options.ReadVolts;
            if (withNoise && _options.ReadNoise > 0) _read[c] *= 1 + _options.ReadNoise * key.Fold(c).Stream().NextGaussian();
        }
    }

    private double[] Luck(IReadOnlyList<int> cells, int round)
    {
        var key = _key.Fold("pulse speed").Fold(round);
        double spread = _options.Variation.CycleSpread;
        return [.. cells.Select(c => spread == 0 ? 1 : Math.Exp(spread * key.Fold(c).Stream().NextGaussian()))];
    }
}
