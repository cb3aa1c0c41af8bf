using Crossbar.Circuits;

namespace Crossbar.Programming;

/// <summary>What the unselected lines are held at while one cell of a passive array is pulsed: selected word line V, selected bit line
/// 0.</summary>
/// <param name="Name">Short name.</param>
/// <param name="UnselectedWord">Voltage of the other word lines as a fraction of V.</param>
/// <param name="UnselectedBit">Voltage of the other bit lines as a fraction of V.</param>
public sealed record BiasScheme(string Name, double UnselectedWord, double UnselectedBit)
{
    /// <summary>All other lines at V/2: cells on the selected lines see V/2, all others nothing.</summary>
    public static BiasScheme Half { get; } = new("v2", 0.5, 0.5);

    /// <summary>Other word lines at V/3, other bit lines at 2V/3: every unselected cell sees V/3, one way or the other.</summary>
    public static BiasScheme Third { get; } = new("v3", 1.0 / 3, 2.0 / 3);

    /// <summary>Every scheme.</summary>
    public static IReadOnlyList<BiasScheme> All { get; } = [Half, Third];

    /// <summary>Voltages of all lines for one pulse on one cell.</summary>
    public (SourceWaveform[] Words, SourceWaveform[] Bits) Lines(int rows, int columns, int row, int column, double volts,
        double widthSeconds)
    {
        double edge = PulseDrive.EdgeFraction * widthSeconds;
        SourceWaveform Pulse(double level) => level == 0 ? SourceWaveform.Constant(0)
            : SourceWaveform.PiecewiseLinear([0, edge, edge + widthSeconds, 2 * edge + widthSeconds], [0, level, level, 0]);
        SourceWaveform selected = Pulse(volts), otherWord = Pulse(UnselectedWord * volts), otherBit = Pulse(UnselectedBit * volts),
            ground = Pulse(0);
        var words = new SourceWaveform[rows];
        var bits = new SourceWaveform[columns];
        for (int i = 0; i < rows; i++) words[i] = i == row ? selected : otherWord;
        for (int j = 0; j < columns; j++) bits[j] = j == column ? ground : otherBit;
        return (words, bits);
    }
}
