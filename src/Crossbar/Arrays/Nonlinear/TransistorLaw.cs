using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary><see cref="TransistorCells"/> by name.</summary>
public sealed record TransistorLaw : ICellLawFactory
{
    internal const double UsualGain = 2e-4, UsualOverdriveVolts = 0.5;

    /// <summary>k of the square law, A/V². Default 2e-4 (our choice, see <see cref="TransistorCells"/>). Range: &gt; 0.</summary>
    public double GainAmperesPerSquareVolt
    {
        get;
        init => field = Check.Positive(value, nameof(GainAmperesPerSquareVolt), "A/V^2");
    } = UsualGain;

    /// <summary>V_gate − V_threshold, V. Default 0.5 V (our choice). Range: &gt; 0.</summary>
    public double OverdriveVolts { get; init => field = Check.Positive(value, nameof(OverdriveVolts), "volt"); } = UsualOverdriveVolts;

    public string Name => "1t1r";
    public string Summary => "ohmic cell in series with an access transistor (square law, triode and saturation)";
    public ICellLaw Create(ConductanceMatrix cells) => new TransistorCells(cells, GainAmperesPerSquareVolt, OverdriveVolts);
}
