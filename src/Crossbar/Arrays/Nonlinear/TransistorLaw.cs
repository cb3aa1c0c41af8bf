using Hopfield.Numerics;

namespace Crossbar.Arrays.Nonlinear;

/// <summary><see cref="TransistorCells"/> by name.</summary>
public sealed record TransistorLaw : ICellLawFactory
{
    internal const double UsualGain = 2e-4, UsualOverdriveVolts = 0.5;
    private readonly double _gain = UsualGain, _overdriveVolts = UsualOverdriveVolts;

    /// <summary>k of the square law, A/V². Default 2e-4 (our choice, see <see cref="TransistorCells"/>). Range: &gt; 0.</summary>
    public double GainAmperesPerSquareVolt
    {
        get => _gain;
        init => _gain = Check.Positive(value, nameof(GainAmperesPerSquareVolt), "A/V^2");
    }

    /// <summary>V_gate − V_threshold, V. Default 0.5 V (our choice). Range: &gt; 0.</summary>
    public double OverdriveVolts { get => _overdriveVolts; init => _overdriveVolts = Check.Positive(value, nameof(OverdriveVolts), "volt"); }

    public string Name => "1t1r";
    public string Summary => "ohmic cell in series with an access transistor (square law, triode and saturation)";
    public ICellLaw Create(ConductanceMatrix cells) => new TransistorCells(cells, GainAmperesPerSquareVolt, OverdriveVolts);
}
