using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>Ohmic cells in series with a two-terminal selector, i = i₀ sinh(v_s / v₀): what keeps sneak currents of half-selected cells
/// small. The cell's voltage is v = i / G + v₀ asinh(i / i₀), solved for i by Newton's method (the function is odd, rising, and bent one
/// way on each side). Form: exponential bidirectional selectors as reviewed by Burr et al. 2014, J. Vac. Sci. Technol. B 32:040802. Not
/// modelled: threshold switching, delay, leakage other than i₀'s.</summary>
public sealed record SelectorLaw : ICellLawFactory
{
    /// <summary>i₀ of the selector, A. Default 1 nA (our choice). Range: &gt; 0.</summary>
    public double ScaleAmperes { get; init => field = Check.Positive(value, nameof(ScaleAmperes), "ampere"); } = 1e-9;

    /// <summary>v₀ of the selector, V. Default 0.05 V, which is 115 mV a decade (our choice). Range: &gt; 0.</summary>
    public double ScaleVolts { get; init => field = Check.Positive(value, nameof(ScaleVolts), "volt"); } = 0.05;

    public string Name => "selector";
    public string Summary => "ohmic cell in series with a two-terminal selector, i = i0 sinh(v / v0)";
    public ICellLaw Create(ConductanceMatrix cells) => new Cells(cells, ScaleAmperes, ScaleVolts);

    private sealed class Cells(ConductanceMatrix cells, double scaleAmperes, double scaleVolts) : ICellLaw
    {
        public int Rows => cells.Rows;
        public int Columns => cells.Columns;

        public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens)
        {
            for (int k = 0; k < volts.Length; k++)
            {
                double g = cells.Siemens[k];
                if (g == 0)
                {
                    amperes[k] = siemens[k] = 0;
                    continue;
                }
                double current = Current(Math.Abs(volts[k]), g);
                amperes[k] = Math.CopySign(current, volts[k]);
                siemens[k] = 1 / (1 / g + Slope(current));
            }
        }

        /// <summary>dv_s/di, Ω.</summary>
        private double Slope(double current) => scaleVolts / Math.Sqrt(current * current + scaleAmperes * scaleAmperes);

        /// <summary>f(i) = i/G + v₀ asinh(i/i₀) − v is concave for i &gt; 0, so Newton's method rises monotonically from any start below
        /// the root.</summary>
        private double Current(double volts, double siemens)
        {
            double current = 0;
            for (int step = 0; step < 60; step++)
            {
                double missing = volts - current / siemens - scaleVolts * Math.Asinh(current / scaleAmperes);
                double next = current + missing / (1 / siemens + Slope(current));
                if (!(Math.Abs(next - current) > 1e-15 * next)) return next;
                current = next;
            }
            return current;
        }
    }
}
