using Crossbar.Arrays;
using Crossbar.Circuits;

namespace Crossbar.Programming;

/// <summary>One trapezoid pulse on one cell of a passive array, as the voltages of all its lines.</summary>
internal static class LinePulse
{
    /// <summary>Voltages of all lines, those of the unselected ones by a scheme.</summary>
    /// <param name="scheme">What the unselected lines are held at.</param>
    /// <param name="rows">Word lines.</param>
    /// <param name="columns">Bit lines.</param>
    /// <param name="row">Selected word line.</param>
    /// <param name="column">Selected bit line.</param>
    /// <param name="volts">Amplitude V, V.</param>
    /// <param name="widthSeconds">Length of the flat top, s; edges take <see cref="PulseDrive.EdgeFraction"/> of it each.</param>
    /// <exception cref="ArgumentException">The scheme leaves lines floating, which a source cannot.</exception>
    public static (SourceWaveform[] Words, SourceWaveform[] Bits) Lines(BiasScheme scheme, int rows, int columns, int row, int column,
        double volts, double widthSeconds)
    {
        if (scheme.IsFloating)
            throw new ArgumentException($"a pulse holds every line at a voltage; '{scheme.Name}' leaves lines floating.", nameof(scheme));
        double edge = PulseDrive.EdgeFraction * widthSeconds;
        SourceWaveform Pulse(double level) => level == 0 ? SourceWaveform.Constant(0)
            : SourceWaveform.PiecewiseLinear([0, edge, edge + widthSeconds, 2 * edge + widthSeconds], [0, level, level, 0]);
        SourceWaveform selected = Pulse(volts), otherWord = Pulse(scheme.UnselectedWord * volts),
            otherBit = Pulse(scheme.UnselectedBit * volts), ground = Pulse(0);
        var words = new SourceWaveform[rows];
        var bits = new SourceWaveform[columns];
        for (int i = 0; i < rows; i++) words[i] = i == row ? selected : otherWord;
        for (int j = 0; j < columns; j++) bits[j] = j == column ? ground : otherBit;
        return (words, bits);
    }
}
