using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>A two-terminal resistive device: its current and the rates of its states, for a batch of cells per call, so that the one
/// virtual call is paid per array and not per cell. A device is a sealed record of its parameters; adding one file adds it to the CLI, the
/// contract tests and the documentation. Current is positive from plus (word line) to minus (bit line). Shape: <c>volts</c> and
/// <c>amperes</c> hold one number per cell; <c>states</c> and <c>rates</c> hold state k of cell c at [k · cells + c]. Noise stands beside
/// this seam, not in it: a density at (V, state, T) needs nothing that these methods do not give.</summary>
public interface IDeviceModel : ICatalogued
{
    /// <summary>Where the equations and default parameters come from.</summary>
    string Source { get; }

    /// <summary>What a user must not expect of the model.</summary>
    string NotModelled { get; }

    /// <summary>The state variables of a cell; none for a device without memory.</summary>
    IReadOnlyList<DeviceState> States { get; }

    /// <summary>Largest |v| for which the model is meant, V; benches and programming refuse more.</summary>
    double LargestVolts { get; }

    /// <summary>Sign of the voltage that raises the conductance; 0 where the sign does not decide or nothing changes.</summary>
    int SetPolarity { get; }

    /// <summary>A drive under which the device shows its pinched loop.</summary>
    DeviceSweep Sweep { get; }

    /// <summary>Pulses with which the device is programmed in small steps; null for a device that cannot be.</summary>
    ProgrammingPulses? Pulses => null;

    /// <summary>The twin that SPICE runs: <c>circuits/devices/NAME.lib</c> unless the device writes its own.</summary>
    DeviceSubcircuit Subcircuit => DeviceSubcircuit.FromLibrary(this);

    /// <summary>Current of each cell, A, and its derivative by the voltage at constant state, S.</summary>
    /// <param name="volts">Voltage across each cell, V.</param>
    /// <param name="states">States of the cells.</param>
    /// <param name="amperes">Receives the currents.</param>
    /// <param name="siemens">Receives dI/dV; may be empty when it is not wanted.</param>
    void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens);

    /// <summary>Time derivative of every state, in its unit per second, without regard to the ends of its range: who integrates holds the
    /// state inside.</summary>
    /// <param name="volts">Voltage across each cell, V.</param>
    /// <param name="states">States of the cells, each within its range.</param>
    /// <param name="rates">Receives the rates.</param>
    void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates);
}

/// <summary>One state variable of a device.</summary>
/// <param name="Name">What it is, for axes and listings.</param>
/// <param name="Unit">SI unit; empty for a pure number.</param>
/// <param name="Low">Lower end of its range.</param>
/// <param name="High">Upper end of its range.</param>
/// <param name="Start">Where a fresh cell starts.</param>
public sealed record DeviceState(string Name, string Unit, double Low, double High, double Start)
{
    /// <summary>Where a fresh cell starts.</summary>
    public double Start { get; } = Check.InRange(Start, Low, High, Name, Unit);

    /// <summary>High − Low.</summary>
    public double Span => High - Low;

    /// <summary>The state as a number from 0 (low) to 1 (high), as SPICE carries it.</summary>
    public double Normalize(double value) => (value - Low) / Span;

    /// <summary>The state of a number from 0 to 1.</summary>
    public double Denormalize(double fraction) => Low + fraction * Span;
}

/// <summary>A periodic voltage: amplitude and period.</summary>
/// <param name="Volts">Amplitude, V.</param>
/// <param name="PeriodSeconds">Period, s.</param>
public sealed record DeviceSweep(double Volts, double PeriodSeconds);

/// <summary>Pulses that move a cell by a fraction of its range, as write–verify uses them. Amplitudes rise by a step while the target is
/// far.</summary>
/// <param name="SetVolts">First amplitude of a pulse that raises the conductance, V, with its sign.</param>
/// <param name="ResetVolts">First amplitude of a pulse that lowers it, V, with its sign.</param>
/// <param name="WidthSeconds">Length of the flat top, s.</param>
/// <param name="StepVolts">How much |amplitude| grows from one failed pulse to the next of the same direction, V.</param>
/// <param name="LargestVolts">Where |amplitude| stops growing, V.</param>
public sealed record ProgrammingPulses(double SetVolts, double ResetVolts, double WidthSeconds, double StepVolts, double LargestVolts);
