using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>Cells with a hyperbolic-sine law, i = G v₀ sinh(v / v₀): ohmic with conductance G at low voltage, superlinear above v₀, as
/// filamentary oxide devices in their read range. Source of the form: Stanford–PKU RRAM model (Jiang et al. 2016, IEEE Trans. Electron
/// Devices 63:1884). Not modelled: any change of state.</summary>
/// <param name="cells">Conductance of each cell at low voltage, S.</param>
/// <param name="scaleVolts">v₀, V. Default 0.25 V (the model's published parameter). Range: &gt; 0.</param>
internal sealed class SinhCells(ConductanceMatrix cells, double scaleVolts = SinhLaw.PublishedScaleVolts) : ICellLaw
{
    private readonly double _scaleVolts = Check.Positive(scaleVolts, nameof(scaleVolts), "volt");

    public int Rows => cells.Rows;
    public int Columns => cells.Columns;

    public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens)
    {
        for (int k = 0; k < volts.Length; k++)
        {
            double x = volts[k] / _scaleVolts;
            amperes[k] = cells.Siemens[k] * _scaleVolts * Math.Sinh(x);
            siemens[k] = cells.Siemens[k] * Math.Cosh(x);
        }
    }
}
