using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>The mean of many metastable switches: I = V (x/R_on + (1 − x)/R_off), dx/dt = (1/τ) [(1 − x) P_on − x (1 − P_off)] with P_on =
/// 1/(1 + e^−(V − V_on)/V_T), P_off = 1/(1 + e^−(V + V_off)/V_T), V_T = kT/q. Switches flip thermally at 0 V too: the state decays. Range
/// of validity: |V| ≤ 2 V (our choice). Source: Nugent and Molter 2014, PLoS ONE 9:e85175, doi:10.1371/journal.pone.0085175, in the
/// continuous form of Knowm's public netlist, whose values are the defaults.</summary>
public sealed record KnowmMetastableSwitch : IDeviceModel
{
    /// <summary>Resistance with all switches on, Ω. Default 500 (Knowm). Range: &gt; 0.</summary>
    public double OnOhms { get; init => field = Check.Positive(value, nameof(OnOhms), "ohm"); } = 500;

    /// <summary>Resistance with all switches off, Ω. Default 1500 (Knowm). Range: &gt; 0.</summary>
    public double OffOhms { get; init => field = Check.Positive(value, nameof(OffOhms), "ohm"); } = 1500;

    /// <summary>Threshold V_on, V. Default 0.27 (Knowm). Range: &gt; 0.</summary>
    public double OnVolts { get; init => field = Check.Positive(value, nameof(OnVolts), "V"); } = 0.27;

    /// <summary>Size of the threshold V_off, V. Default 0.27 (Knowm). Range: &gt; 0.</summary>
    public double OffVolts { get; init => field = Check.Positive(value, nameof(OffVolts), "V"); } = 0.27;

    /// <summary>Time scale τ, s. Default 0.1 ms (Knowm). Range: &gt; 0.</summary>
    public double TimeConstantSeconds { get; init => field = Check.Positive(value, nameof(TimeConstantSeconds), "s"); } = 1e-4;

    /// <summary>Temperature, K. Default 298.5 (Knowm). Range: &gt; 0.</summary>
    public double TemperatureKelvin { get; init => field = Check.Positive(value, nameof(TemperatureKelvin), "K"); } = 298.5;

    /// <summary>Fraction of switches that are on in a fresh cell. Default 0.5 (our choice). Range: 0 … 1.</summary>
    public double StartFraction { get; init => field = Check.InRange(value, 0, 1, nameof(StartFraction)); } = 0.5;

    public string Name => "knowm-mss";
    public string Summary => "Mean of many metastable switches that flip thermally over voltage-dependent barriers.";
    public string Source => "Nugent, Molter 2014, PLoS ONE 9:e85175, doi:10.1371/journal.pone.0085175";
    public string NotModelled => "the Schottky branch of the generalised model, the binomial noise of a finite number of switches";
    public IReadOnlyList<DeviceState> States => [new("fraction on", "", 0, 1, StartFraction)];
    public double LargestVolts => 2;
    public int SetPolarity => 1;
    public DeviceSweep Sweep => new(0.5, 0.01);
    public ProgrammingPulses? Pulses => new(0.3, -0.3, 5e-6, 0.01, 0.6);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens) =>
        CellLoop.Currents(new Cell(this), volts, states, amperes, siemens);

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates) =>
        CellLoop.Rates(new Cell(this), volts, states, rates);

    private readonly struct Cell(KnowmMetastableSwitch device) : IOneStateCell
    {
        private readonly double _on = 1 / device.OnOhms, _off = 1 / device.OffOhms, _vOn = device.OnVolts, _vOff = device.OffVolts;
        private readonly double _perTau = 1 / device.TimeConstantSeconds;
        private readonly double _perThermal = 1 / (PhysicalConstants.BoltzmannVoltsPerKelvin * device.TemperatureKelvin);

        public double Current(double volts, double state, out double siemens)
        {
            siemens = _off + (_on - _off) * state;
            return siemens * volts;
        }

        public double Rate(double volts, double state)
        {
            double turnsOn = 1 / (1 + Math.Exp(-(volts - _vOn) * _perThermal));
            double turnsOff = 1 / (1 + Math.Exp((volts + _vOff) * _perThermal));
            return _perTau * ((1 - state) * turnsOn - state * turnsOff);
        }
    }
}
