using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Reproduction.Devices;

/// <summary>Figures by which a device model is known to be the published one.</summary>
public sealed class DeviceCards : IClaimFamily
{
    public string Name => "device-cards";
    public string Summary => "Resistances, laws and loops of the device models.";

    public IReadOnlyList<Claim> Claims =>
    [
        Stanford("devices.stanford-on", "541.8 Ω", 0.2e-9, 541.8, 0.05),
        Stanford("devices.stanford-off", "218.6 kΩ", 1.7e-9, 218.6e3, 50),
        new()
        {
            Id = "devices.linear-drift-flux",
            Statement = "The resistance of the linear drift device depends on the flux alone; largest relative deviation from R² = "
                + "R₀² − 2 k (R_off − R_on) φ.",
            Source = "Strukov et al. 2008, Nature 453:80, eqs. 5 and 6, integrated",
            Published = "exact",
            Protocol = "triangle of 1 V and 2 s, µ = 1e-14 m²/(V s), D = 10 nm, no window, tolerance 1e-6 per step",
            Reproduces = new(0, 1e-5),
            Quick = true,
            Measure = (_, _) => new(FluxLawDeviation()),
        },
        .. Catalog.Of<IDeviceModel>().Where(device => device.Pulses is not null).Select(Loop),
    ];

    private static Claim Stanford(string id, string published, double gap, double ohms, double tolerance) =>
        new(id, $"Resistance of the Stanford–PKU cell at 0.1 V with a gap of {gap * 1e9} nm.",
            "Jiang et al. 2016, IEEE TED 63:1884, Verilog-A release 1.0.0", published, "default parameters, 0.1 V",
            Interval.Around(ohms, tolerance), (_, _) => new(0.1 / new StanfordPku().CurrentAt(0.1, [gap])))
        { Unit = "Ω", Quick = true };

    private static Claim Loop(IDeviceModel device) => new()
    {
        Id = $"devices.loop-{device.Name}",
        Statement = $"The loop of {device.Name} is pinched at the origin and closes at high frequency; its area at 10¹⁵ times the "
            + "frequency over that at its own.",
        Source = "Adhikari, Sah, Kim and Chua 2013, IEEE TCAS-I 60:3008: three fingerprints of a memristor",
        Published = "0 in the limit",
        Protocol = $"one sine of {device.Sweep.Volts} V; periods {device.Sweep.PeriodSeconds} s and "
            + $"{1e-15 * device.Sweep.PeriodSeconds} s, fresh cell",
        Reproduces = new(0, 1e-3),
        Quick = true,
        Measure = (_, _) =>
        {
            var (slow, fast) = (Trace(device, 1), Trace(device, 1e-15));
            double pinch = slow.Volts.Zip(slow.Amperes).Where(point => point.First == 0).Max(point => Math.Abs(point.Second));
            return new Finding(Area(device, fast) / Area(device, slow))
                .Require(pinch <= 1e-12 * slow.Amperes.Max(Math.Abs), "no current flows at zero voltage")
                .Require(slow.Volts.Zip(slow.Amperes).All(point => point.First * point.Second >= 0), "the device never delivers power");
        },
    };

    private static DeviceTrace Trace(IDeviceModel device, double factor)
    {
        double period = factor * device.Sweep.PeriodSeconds;
        return DeviceBench.Drive(device, DeviceBench.Sine(device.Sweep.Volts, period), period, tolerance: 1e-5);
    }

    private static double Area(IDeviceModel device, DeviceTrace trace) =>
        trace.LoopArea() / (device.Sweep.Volts * trace.Amperes.Max(Math.Abs));

    private static double FluxLawDeviation()
    {
        var device = new LinearIonDrift();
        var trace = DeviceBench.Drive(device, SourceWaveform.PiecewiseLinear([0, 0.5, 1.5, 2], [0, 1, -1, 0]), 2);
        double flux = 0, start = device.OhmsAt(device.StartFraction), worst = 0;
        for (int k = 1; k < trace.Seconds.Length; k++)
        {
            flux += 0.5 * (trace.Volts[k] + trace.Volts[k - 1]) * (trace.Seconds[k] - trace.Seconds[k - 1]);
            double ohms = Math.Sqrt(start * start - 2 * device.StatePerCoulomb * (device.OffOhms - device.OnOhms) * flux);
            worst = Math.Max(worst, Math.Abs(device.OhmsAt(trace.State(0)[k]) / ohms - 1));
        }
        return worst;
    }
}
