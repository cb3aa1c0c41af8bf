namespace Crossbar.Planning.Errors;

/// <summary>Least-squares scaling of measured products onto exact ones.</summary>
internal static class Calibrate
{
    /// <summary>The factor of each output; both arrays are inputs × outputs.</summary>
    internal static double[] Gains(OutputCalibration calibration, ReadOnlySpan<double> measured, ReadOnlySpan<double> exact, int outputs)
    {
        var gains = new double[outputs];
        Array.Fill(gains, calibration == OutputCalibration.Gain ? Gain(measured, exact, 0, 1) : 1);
        for (int j = 0; j < outputs && calibration == OutputCalibration.ColumnGain; j++) gains[j] = Gain(measured, exact, j, outputs);
        return gains;
    }

    // Minimises Σ (exact − g · measured)². An output that never moves keeps its scale.
    private static double Gain(ReadOnlySpan<double> measured, ReadOnlySpan<double> exact, int first, int step)
    {
        double across = 0, square = 0;
        for (int k = first; k < measured.Length; k += step)
        {
            across += measured[k] * exact[k];
            square += measured[k] * measured[k];
        }
        return square == 0 ? 1 : across / square;
    }
}
