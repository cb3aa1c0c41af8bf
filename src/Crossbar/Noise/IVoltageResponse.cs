namespace Crossbar.Noise;

/// <summary>How the noise current of a cell follows the voltage across it: I(t) = y(t) · r(V), where y is a process of its own with no
/// voltage in it. With that, the same samples y can be held beside a cell by any engine, whatever the circuit does there: a waveform of
/// currents could not. A sealed record, so that noises with equal responses share one waveform.</summary>
public interface IVoltageResponse
{
    /// <summary>r at a voltage; its unit times that of y is A.</summary>
    double At(double volts);

    /// <summary>dr/dV at a voltage, for the matrix of an implicit engine.</summary>
    double Slope(double volts);

    /// <summary>Adds y · r(V) of many cells. Allocates nothing.</summary>
    /// <param name="samples">y of each cell.</param>
    /// <param name="volts">Voltage across each, V.</param>
    /// <param name="amperes">Receives the currents, A.</param>
    void AddAmperes(ReadOnlySpan<double> samples, ReadOnlySpan<double> volts, Span<double> amperes)
    {
        for (int c = 0; c < amperes.Length; c++) amperes[c] += samples[c] * At(volts[c]);
    }

    /// <summary>r as an expression of ngspice's B source.</summary>
    /// <param name="volts">Text of the voltage across the cell, such as <c>v(a,b)</c>.</param>
    string SpiceText(string volts);
}
