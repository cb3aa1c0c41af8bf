using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>1T1R cells: an ohmic device in series with an n-channel access transistor whose source is on the bit-line side. Square law: in
/// the triode region i = k (V_ov d − d²/2) with d the drain voltage and V_ov = V_gate − V_threshold; above d = V_ov it saturates at k
/// V_ov²/2. With i = G (v − d) the triode region has the closed form d = 2 G v / (s + √(s² − 2 k G v)), s = k V_ov + G. Source: Shichman
/// and Hodges 1968, IEEE J. Solid-State Circuits 3:285. Not modelled: the shift of the source by the bit line's own loss, body effect,
/// subthreshold and leakage currents, channel-length modulation.</summary>
public sealed record TransistorLaw : ICellLawFactory
{
    /// <summary>k of the square law, A/V². Default 2e-4 (our choice: 10 kΩ at the default overdrive, somewhat below the 15–20 kΩ that the
    /// ISAAC cell quotes for a 32 nm access device). Range: &gt; 0.</summary>
    public double GainAmperesPerSquareVolt { get; init => field = Check.Positive(value, nameof(GainAmperesPerSquareVolt), "A/V^2"); } = 2e-4;

    /// <summary>V_gate − V_threshold, V. Default 0.5 V (our choice). Range: &gt; 0.</summary>
    public double OverdriveVolts { get; init => field = Check.Positive(value, nameof(OverdriveVolts), "volt"); } = 0.5;

    public string Name => "1t1r";
    public string Summary => "ohmic cell in series with an access transistor (square law, triode and saturation)";
    public ICellLaw Create(ConductanceMatrix cells) => new Cells(cells, GainAmperesPerSquareVolt, OverdriveVolts);

    private sealed class Cells(ConductanceMatrix cells, double gain, double overdrive) : ICellLaw
    {
        public int Rows => cells.Rows;
        public int Columns => cells.Columns;

        public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens)
        {
            double saturated = 0.5 * gain * overdrive * overdrive;
            for (int k = 0; k < volts.Length; k++)
            {
                double g = cells.Siemens[k], v = volts[k];
                if (g == 0)
                {
                    amperes[k] = siemens[k] = 0;
                    continue;
                }
                // Saturation begins where the device alone, at d = V_ov, carries the saturated current.
                if (v >= overdrive + saturated / g)
                {
                    (amperes[k], siemens[k]) = (saturated, 0);
                    continue;
                }
                double s = gain * overdrive + g;
                double drain = 2 * g * v / (s + Math.Sqrt(s * s - 2 * gain * g * v));
                double channel = gain * (overdrive - drain);
                amperes[k] = gain * drain * (overdrive - 0.5 * drain);
                siemens[k] = g * channel / (g + channel);
            }
        }
    }
}
