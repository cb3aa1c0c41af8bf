namespace Crossbar.Noise;

/// <summary>r = 1: noise that does not look at the voltage, such as thermal noise.</summary>
public sealed record ConstantResponse : IVoltageResponse
{
    /// <inheritdoc/>
    public double At(double volts) => 1;

    /// <inheritdoc/>
    public double Slope(double volts) => 0;

    /// <inheritdoc/>
    public string SpiceText(string volts) => "1";
}
