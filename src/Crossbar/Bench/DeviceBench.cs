using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Bench;

/// <summary>One device across an ideal voltage source: how a model is looked at.</summary>
public static class DeviceBench
{
    /// <summary>Points per period at which a sine is cut into straight lines. Our choice: the largest deviation is 3e-5 of the
    /// amplitude.</summary>
    public const int SinePointsPerPeriod = 400;

    /// <summary>Drives a device and records every step.</summary>
    /// <param name="device">The device.</param>
    /// <param name="volts">Voltage across it.</param>
    /// <param name="stopSeconds">End, s.</param>
    /// <param name="startStates">Where its states start; null for a fresh cell.</param>
    /// <param name="largestStepSeconds">Longest step, s; null for a thousandth of the run, so that curves are smooth.</param>
    /// <param name="tolerance">Error per step, see <see cref="CellIntegrator"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A voltage or a state lies outside the model's range.</exception>
    public static DeviceTrace Drive(
        IDeviceModel device, SourceWaveform volts, double stopSeconds, double[]? startStates = null, double? largestStepSeconds = null,
        double tolerance = 1e-6)
    {
        Check.Positive(stopSeconds, nameof(stopSeconds), "s");
        CheckVolts(device, volts);
        var integrator = new CellIntegrator(device, 1, startStates is null ? device.FreshStates() : [.. startStates],
            new SharedSource(volts), tolerance);
        var seconds = new List<double>();
        var values = DeviceTrace.NamesFor(device).Select(_ => new List<double>()).ToArray();
        Record(integrator);
        integrator.Advance(stopSeconds, largestStepSeconds ?? stopSeconds / 1000, Record);
        return new(new Waveforms([.. seconds], DeviceTrace.NamesFor(device), [.. values.Select(list => list.ToArray())]));

        void Record(CellIntegrator now)
        {
            seconds.Add(now.Seconds);
            values[0].Add(now.Volts[0]);
            values[1].Add(now.Amperes[0]);
            for (int k = 0; k < now.States.Length; k++) values[2 + k].Add(now.States[k]);
        }
    }

    /// <summary>Refuses a drive beyond the model's range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The voltage exceeds <see cref="IDeviceModel.LargestVolts"/>.</exception>
    public static void CheckVolts(IDeviceModel device, SourceWaveform volts)
    {
        foreach (double value in volts.Values) device.CheckVolts(value);
    }

    /// <summary>Periods of a shape.</summary>
    public static SourceWaveform Wave(DriveShape shape, double volts, double periodSeconds, int periods = 1) => shape switch
    {
        DriveShape.Triangle => Triangle(volts, periodSeconds, periods),
        DriveShape.Pulses => Pulses(volts, periodSeconds, periods),
        _ => Sine(volts, periodSeconds, periods),
    };

    /// <summary>Periods of a sine that starts at zero and rises.</summary>
    public static SourceWaveform Sine(double volts, double periodSeconds, int periods = 1)
    {
        int count = SinePointsPerPeriod * periods;
        double[] seconds = new double[count + 1], values = new double[count + 1];
        for (int k = 0; k <= count; k++)
        {
            seconds[k] = periodSeconds * k / SinePointsPerPeriod;
            // Exactly zero at every half period.
            values[k] = k % (SinePointsPerPeriod / 2) == 0 ? 0 : volts * Math.Sin(2 * Math.PI * k / SinePointsPerPeriod);
        }
        return SourceWaveform.PiecewiseLinear(seconds, values);
    }

    /// <summary>Periods of a triangle that starts at zero and rises.</summary>
    public static SourceWaveform Triangle(double volts, double periodSeconds, int periods = 1)
    {
        var points = new List<(double Seconds, double Volts)> { (0, 0) };
        for (int p = 0; p < periods; p++)
        {
            points.Add((periodSeconds * (p + 0.25), volts));
            points.Add((periodSeconds * (p + 0.75), -volts));
        }
        points.Add((periodSeconds * periods, 0));
        return SourceWaveform.PiecewiseLinear([.. points.Select(p => p.Seconds)], [.. points.Select(p => p.Volts)]);
    }

    /// <summary>Alternating pulses of +volts and −volts, each a quarter period long with edges of a hundredth, and rests as long.</summary>
    public static SourceWaveform Pulses(double volts, double periodSeconds, int periods = 1)
    {
        var points = new List<(double Seconds, double Volts)> { (0, 0) };
        double edge = periodSeconds / 100;
        for (int p = 0; p < periods; p++)
            foreach (var (start, level) in ((double, double)[])[(0.125, volts), (0.625, -volts)])
            {
                double at = periodSeconds * (p + start), end = at + 0.25 * periodSeconds;
                points.AddRange([(at, 0), (at + edge, level), (end, level), (end + edge, 0)]);
            }
        points.Add((periodSeconds * periods, 0));
        return SourceWaveform.PiecewiseLinear([.. points.Select(p => p.Seconds)], [.. points.Select(p => p.Volts)]);
    }
}
