using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>What an amplifier output draws from its supply. Class AB: the rail voltage times bias plus load current. Class A: the rail
/// voltage times a bias that is never less than the largest load current. The rest of what it draws, less what it delivers, is heat in the
/// amplifier.</summary>
public sealed record AmplifierModel
{
    /// <summary>Rail above the saturation voltage, V. Default 0.2 V (our choice: one overdrive of an output stage). Range: ≥ 0.</summary>
    public double HeadroomVolts { get; init => field = Check.NotNegative(value, nameof(HeadroomVolts), "V"); } = 0.2;

    /// <summary>Bias current of one output, A. Default 10 µA (our choice). Range: ≥ 0.</summary>
    public double QuiescentAmperes { get; init => field = Check.NotNegative(value, nameof(QuiescentAmperes), "A"); } = 10e-6;

    /// <summary>Class A instead of AB. Default false (our choice).</summary>
    public bool IsClassA { get; init; }

    /// <summary>What the figures rest on.</summary>
    public string Source => FormattableString.Invariant(
        $"class {(IsClassA ? "A" : "AB")} output stages, {QuiescentAmperes * 1e6:g3} µA of bias, rails {HeadroomVolts:g3} V above saturation: our assumption");
}
