using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Programming.Levels;
using Crossbar.Programming.Retention;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>What becomes of a programmed array: cells that work spread and age, faulty ones stay as they are.</summary>
public static class ProgrammedArray
{
    /// <summary>The array with the spread of a published fit about what was written: verified cells relax as measured ones do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A conductance lies outside the fit's range.</exception>
    public static double[] Spread(this ProgrammingResult result, ILevelDistribution levels, RandomKey key) =>
        result.Working(levels.Draw(result.Matrix(result.Siemens), key).Siemens, result.Siemens);

    /// <summary>The array a time later by a published law.</summary>
    /// <param name="result">The array.</param>
    /// <param name="siemens">Its conductances now, S.</param>
    /// <param name="law">The law.</param>
    /// <param name="seconds">Time, s. Range: ≥ 0.</param>
    /// <param name="key">Key of the cells' own constants.</param>
    public static double[] After(this ProgrammingResult result, double[] siemens, IRetentionLaw law, double seconds, RandomKey key) =>
        result.Working(law.After(result.Matrix(siemens), seconds, key).Siemens, siemens);

    /// <summary>The array after a time at 0 V by the device's own dynamics; a conductance changes by the factor by which that of a nominal
    /// cell in the same state does.</summary>
    /// <param name="result">The array with its states.</param>
    /// <param name="siemens">Its conductances now, S.</param>
    /// <param name="device">The nominal device.</param>
    /// <param name="readVolts">Read voltage, V.</param>
    /// <param name="seconds">Time, s. Range: ≥ 0.</param>
    public static double[] After(this ProgrammingResult result, double[] siemens, IDeviceModel device, double readVolts, double seconds)
    {
        int cells = result.Siemens.Length;
        double[] states = [.. result.States], before = Read(), after;
        if (Check.NotNegative(seconds, nameof(seconds), "s") > 0)
            new CellIntegrator(device, cells, states, new SharedSource(SourceWaveform.Constant(0)), 1e-6).Advance(seconds);
        after = Read();
        return result.Working([.. siemens.Select((g, c) => before[c] > 0 ? g * after[c] / before[c] : g)], siemens);

        double[] Read()
        {
            double[] volts = new double[cells], amperes = new double[cells];
            Array.Fill(volts, readVolts);
            device.Currents(volts, states, amperes, []);
            return amperes;
        }
    }

    private static ConductanceMatrix Matrix(this ProgrammingResult result, double[] siemens) => new(result.Rows, result.Columns,
        [.. siemens.Select((g, c) => result.Faults[c] != CellFault.None ? 0 : g)]);

    private static double[] Working(this ProgrammingResult result, double[] changed, double[] unchanged) =>
        [.. changed.Select((g, c) => result.Faults[c] == CellFault.None ? g : unchanged[c])];
}
