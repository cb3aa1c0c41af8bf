using Hopfield.Numerics;

namespace Crossbar.Devices;

/// <summary>A resistor: I = G V. What every other model is compared with, and what an array of programmed cells is when nothing changes.
/// Not modelled: anything else.</summary>
public sealed record FixedConductance : IDeviceModel
{
    /// <summary>Conductance G, S. Default 100 µS (our choice: the usual "on" cell). Range: ≥ 0.</summary>
    public double Siemens { get; init => field = Check.NotNegative(value, nameof(Siemens), "S"); } = 1e-4;

    public string Name => "fixed";
    public string Summary => "Linear resistor without memory.";
    public string Source => "Ohm's law";
    public string NotModelled => "change of any kind";
    public IReadOnlyList<DeviceState> States => [];
    public double LargestVolts => double.PositiveInfinity;
    public int SetPolarity => 0;
    public DeviceSweep Sweep => new(1, 1e-6);

    public void Currents(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> amperes, Span<double> siemens)
    {
        for (int c = 0; c < volts.Length; c++) amperes[c] = Siemens * volts[c];
        if (!siemens.IsEmpty) siemens[..volts.Length].Fill(Siemens);
    }

    public void Rates(ReadOnlySpan<double> volts, ReadOnlySpan<double> states, Span<double> rates)
    {
        // No state, no rate.
    }
}
