using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary>Cells with a hyperbolic-sine law, i = G v₀ sinh(v / v₀): ohmic with conductance G at low voltage, superlinear above v₀, as
/// filamentary oxide devices in their read range. Source of the form: Stanford–PKU RRAM model (Jiang et al. 2016, IEEE Trans. Electron
/// Devices 63:1884). Not modelled: any change of state.</summary>
public sealed record SinhLaw : ICellLawFactory
{
    /// <summary>v₀, V. Default 0.25 V (the model's published parameter). Range: &gt; 0.</summary>
    public double ScaleVolts { get; init => field = Check.Positive(value, nameof(ScaleVolts), "volt"); } = 0.25;

    public string Name => "sinh";
    public string Summary => "i = G v0 sinh(v / v0): ohmic at low voltage, superlinear above v0";
    public ICellLaw Create(ConductanceMatrix cells) => new Cells(cells, ScaleVolts);

    private sealed class Cells(ConductanceMatrix cells, double scaleVolts) : ICellLaw
    {
        public int Rows => cells.Rows;
        public int Columns => cells.Columns;

        public void Evaluate(ReadOnlySpan<double> volts, Span<double> amperes, Span<double> siemens)
        {
            for (int k = 0; k < volts.Length; k++)
            {
                double x = volts[k] / scaleVolts;
                amperes[k] = cells.Siemens[k] * scaleVolts * Math.Sinh(x);
                siemens[k] = cells.Siemens[k] * Math.Cosh(x);
            }
        }
    }
}
