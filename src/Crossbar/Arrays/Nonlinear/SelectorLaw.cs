using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary><see cref="SelectorCells"/> by name.</summary>
public sealed record SelectorLaw : ICellLawFactory
{
    internal const double UsualScaleAmperes = 1e-9, UsualScaleVolts = 0.05;

    /// <summary>i₀ of the selector, A. Default 1 nA (our choice). Range: &gt; 0.</summary>
    public double ScaleAmperes { get; init => field = Check.Positive(value, nameof(ScaleAmperes), "ampere"); } = UsualScaleAmperes;

    /// <summary>v₀ of the selector, V. Default 0.05 V, which is 115 mV a decade (our choice). Range: &gt; 0.</summary>
    public double ScaleVolts { get; init => field = Check.Positive(value, nameof(ScaleVolts), "volt"); } = UsualScaleVolts;

    public string Name => "selector";
    public string Summary => "ohmic cell in series with a two-terminal selector, i = i0 sinh(v / v0)";
    public ICellLaw Create(ConductanceMatrix cells) => new SelectorCells(cells, ScaleAmperes, ScaleVolts);
}
