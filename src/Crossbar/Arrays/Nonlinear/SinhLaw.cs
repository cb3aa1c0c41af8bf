using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary><see cref="SinhCells"/> by name.</summary>
public sealed record SinhLaw : ICellLawFactory
{
    internal const double PublishedScaleVolts = 0.25;

    /// <summary>v₀, V. Default 0.25 V (Jiang et al. 2016). Range: &gt; 0.</summary>
    public double ScaleVolts { get; init => field = Check.Positive(value, nameof(ScaleVolts), "volt"); } = PublishedScaleVolts;

    public string Name => "sinh";
    public string Summary => "i = G v0 sinh(v / v0): ohmic at low voltage, superlinear above v0";
    public ICellLaw Create(ConductanceMatrix cells) => new SinhCells(cells, ScaleVolts);
}
