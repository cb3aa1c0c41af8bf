namespace Crossbar.Layout.Errors;

/// <summary>Least-squares scaling of measured products onto exact ones.</summary>
internal static class Calibrate
{
    /// <summary>Scales measured products in place; both arrays are inputs × outputs. Returns the (mean) factor.</summary>
    internal static double Apply(OutputCalibration calibration, Span<double> measured, ReadOnlySpan<double> exact, int outputs)
    {
        if (calibration == OutputCalibration.None) return 1;
        if (calibration == OutputCalibration.Gain) return Scale(measured, exact, 0, 1);
        double sum = 0;
        for (int j = 0; j < outputs; j++) sum += Scale(measured, exact, j, outputs);
        return sum / outputs;
    }

    // Minimises Σ (exact − g · measured)². An output that never moves keeps its scale.
    private static double Scale(Span<double> measured, ReadOnlySpan<double> exact, int first, int step)
    {
        double across = 0, square = 0;
        for (int k = first; k < measured.Length; k += step)
        {
            across += measured[k] * exact[k];
            square += measured[k] * measured[k];
        }
        if (square == 0) return 1;
        double gain = across / square;
        for (int k = first; k < measured.Length; k += step) measured[k] *= gain;
        return gain;
    }
}
