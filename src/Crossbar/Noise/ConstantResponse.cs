namespace Crossbar.Noise;

/// <summary>r = 1: noise that does not look at the voltage, such as thermal noise.</summary>
public sealed record ConstantResponse : IVoltageResponse
{
    public double At(double volts) => 1;
    public double Slope(double volts) => 0;
    public string SpiceText(string volts) => "1";
}
