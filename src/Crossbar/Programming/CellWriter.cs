using System.Diagnostics.CodeAnalysis;
using Crossbar.Devices;

namespace Crossbar.Programming;

/// <summary>Decides a cell's next pulse. Too low: a set pulse, too high: a reset pulse. Each direction has its own amplitude: it grows by a
/// step, at most a quarter, with every pulse that did not reach the target, and shrinks by a fifth when a pulse went past it. Source:
/// incremental step pulse tuning, Alibart, Gao, Hoskins and Strukov 2012, Nanotechnology 23:075201; the shrinking is our choice.</summary>
internal struct CellWriter
{
    private const double NoticeableChange = 1e-3;
    private const double ShrinkFactor = 0.8, SmallestFraction = 1e-3, LargestGrowth = 0.25;
    private int _direction;
    private double _first, _setVolts, _resetVolts;

    public int Pulses { get; private set; }

    public CellStatus Status { get; private set; }

    /// <summary>True once any read differed noticeably from the first.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Takes a read and decides; returns the amplitude of the next pulse, V, or null when the cell is done.</summary>
    public double? Next(double read, double target, double tolerance, int budget, ProgrammingPulses pulses)
    {
        if (Pulses == 0) _first = read;
        HasMoved |= Math.Abs(read - _first) > NoticeableChange * Math.Max(Math.Abs(_first), Math.Abs(read));
        if (Math.Abs(read - target) <= tolerance * target)
        {
            Status = CellStatus.Verified;
            return null;
        }
        if (Pulses >= budget)
        {
            Status = HasMoved ? CellStatus.BudgetSpent : CellStatus.Unresponsive;
            return null;
        }
        int direction = read < target ? 1 : -1;
        if (Pulses == 0) (_setVolts, _resetVolts) = (Math.Abs(pulses.SetVolts), Math.Abs(pulses.ResetVolts));
        else if (direction == _direction)
            Amplitude(direction) = Math.Min(Amplitude(direction) + Math.Min(pulses.StepVolts, LargestGrowth * Amplitude(direction)),
                pulses.LargestVolts);
        else if (_direction != 0)
            Amplitude(-direction) = Math.Max(ShrinkFactor * Amplitude(-direction), SmallestFraction * Math.Abs(direction > 0
                ? pulses.ResetVolts : pulses.SetVolts));
        _direction = direction;
        Pulses++;
        return direction > 0 ? Math.CopySign(_setVolts, pulses.SetVolts) : Math.CopySign(_resetVolts, pulses.ResetVolts);
    }

    /// <summary>Gives the cell a new budget: another pass over the array.</summary>
    public void Reopen()
    {
        Status = CellStatus.Waiting;
        _direction = 0;
    }

    [UnscopedRef]
    private ref double Amplitude(int direction) => ref direction > 0 ? ref _setVolts : ref _resetVolts;
}
