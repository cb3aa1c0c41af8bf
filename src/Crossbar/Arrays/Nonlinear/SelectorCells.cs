using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>Ohmic cells in series with a two-terminal selector, i = i₀ sinh(v_s / v₀): what keeps sneak currents of half-selected cells
/// small. The cell's voltage is v = i / G + v₀ asinh(i / i₀), solved for i by Newton's method (the function is odd, rising, and bent one
/// way on each side). Form: exponential bidirectional selectors as reviewed by Burr et al. 2014, J. Vac. Sci. Technol. B 32:040802. Not
/// modelled: threshold switching, delay, leakage other than i₀'s.</summary>
internal sealed class SelectorCells : ICellLaw
{
    private readonly ConductanceMatrix _cells;
    private readonly double _scaleAmperes, _scaleVolts;

    /// <summary>Takes the cells' own conductances and the selector's law.</summary>
    /// <param name="cells">Conductance of each cell without its selector, S.</param>
    /// <param name="scaleAmperes">i₀, A. Default 1 nA (our choice). Range: &gt; 0.</param>
    /// <param name="scaleVolts">v₀, V. Default 0.05 V, which is 115 mV a decade (our choice). Range: &gt; 0.</param>
    public SelectorCells(ConductanceMatrix cells, double scaleAmperes = SelectorLaw.UsualScaleAmperes,
        double scaleVolts = SelectorLaw.UsualScaleVolts)
    {
        _cells = cells;
        _scaleAmperes = Check.Positive(scaleAmperes, nameof(scaleAmperes), "ampere");
        _scaleVolts = Check.Positive(scaleVolts, nameof(scaleVolts), "volt");
    }

    public int Rows => _cells.Rows;
    public int Columns => _cells.Columns;

    public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens)
    {
        for (int k = 0; k < volts.Length; k++)
        {
            double g = _cells.Siemens[k];
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
    private double Slope(double current) => _scaleVolts / Math.Sqrt(current * current + _scaleAmperes * _scaleAmperes);

    /// <summary>f(i) = i/G + v₀ asinh(i/i₀) − v is concave for i &gt; 0, so Newton's method rises monotonically from any start below the
    /// root.</summary>
    private double Current(double volts, double siemens)
    {
        double current = 0;
        for (int step = 0; step < 60; step++)
        {
            double missing = volts - current / siemens - _scaleVolts * Math.Asinh(current / _scaleAmperes);
            double next = current + missing / (1 / siemens + Slope(current));
            if (!(Math.Abs(next - current) > 1e-15 * next)) return next;
            current = next;
        }
        return current;
    }
}
