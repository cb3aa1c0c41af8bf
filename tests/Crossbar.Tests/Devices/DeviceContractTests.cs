using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Tests.Devices;

/// <summary>What every device must keep to, whichever it is: found by the catalog, driven by its own sweep.</summary>
public sealed class DeviceContractTests(ITestOutputHelper output)
{
    private const int Samples = 200;

    public static TheoryData<string> All => [.. Catalog.Of<IDeviceModel>().Select(device => device.Name)];

    /// <summary>Devices that a voltage changes.</summary>
    public static TheoryData<string> WithMemory => [.. Catalog.Of<IDeviceModel>().Where(device => device.Pulses is not null).Select(device =>
        device.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Description_OfEveryDevice_IsThere(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        foreach (string text in (string[])[device.Summary, device.Source, device.NotModelled]) Assert.True(text.Length > 4, name);
        Assert.True(device.LargestVolts > 0 && device.Sweep.Volts <= device.LargestVolts && device.Sweep.PeriodSeconds > 0);
        Assert.Contains(device.SetPolarity, new[] { -1, 0, 1 });
        if (device.Pulses is { } pulses) Assert.True(pulses.LargestVolts <= device.LargestVolts, "pulses beyond the range of validity");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Current_AtRandomVoltagesAndStates_IsPassiveAndZeroAtZero(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var (volts, states) = RandomCells(device);
        double[] amperes = new double[Samples], atZero = new double[Samples];
        device.Currents(volts, states, amperes, []);
        device.Currents(new double[Samples], states, atZero, []);
        double largest = amperes.Max(Math.Abs);
        for (int c = 0; c < Samples; c++)
        {
            Assert.True(volts[c] * amperes[c] >= 0, $"{name} delivers power at {volts[c]} V");
            Assert.Equal(0, atZero[c], 1e-12 * largest);
        }
    }

    /// <summary>1e-5 of the slope: a central difference over 1e-5 of the range is good to about its square plus rounding.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Slope_AtRandomVoltagesAndStates_IsTheDifferenceQuotient(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var (volts, states) = RandomCells(device);
        double delta = 1e-5 * device.Sweep.Volts;
        double[] siemens = new double[Samples], above = new double[Samples], below = new double[Samples];
        device.Currents(volts, states, above, siemens);
        device.Currents([.. volts.Select(v => v + delta)], states, above, []);
        device.Currents([.. volts.Select(v => v - delta)], states, below, []);
        for (int c = 0; c < Samples; c++)
        {
            if (Math.Abs(volts[c]) < 2 * delta) continue;
            double quotient = (above[c] - below[c]) / (2 * delta);
            Assert.True(Math.Abs(siemens[c] - quotient) <= 1e-5 * Math.Abs(siemens[c]) + 1e-15,
                $"{name} at {volts[c]} V: {siemens[c]} S against {quotient} S");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Batch_ComparedWithSingleCells_IsTheSame(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var (volts, states) = RandomCells(device);
        int kinds = device.States.Count;
        double[] amperes = new double[Samples], rates = new double[states.Length];
        device.Currents(volts, states, amperes, []);
        device.Rates(volts, states, rates);
        double[] own = new double[kinds], ownRate = new double[kinds];
        for (int c = 0; c < Samples; c++)
        {
            for (int k = 0; k < kinds; k++) own[k] = states[k * Samples + c];
            Assert.Equal(amperes[c], device.CurrentAt(volts[c], own));
            device.Rates([volts[c]], own, ownRate);
            for (int k = 0; k < kinds; k++) Assert.Equal(rates[k * Samples + c], ownRate[k]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Sweep_OfTheDevicesOwn_StaysInRangeAndCrossesAtZero(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var trace = DeviceBench.Drive(device, DeviceBench.Sine(device.Sweep.Volts, device.Sweep.PeriodSeconds, 2),
            2 * device.Sweep.PeriodSeconds);
        double largest = trace.Amperes.Max(Math.Abs);
        Assert.True(largest > 0);
        for (int p = 0; p < trace.Seconds.Length; p++)
        {
            if (trace.Volts[p] == 0) Assert.Equal(0, trace.Amperes[p], 1e-12 * largest);
            Assert.True(trace.Volts[p] * trace.Amperes[p] >= 0);
            for (int k = 0; k < device.States.Count; k++) Assert.InRange(trace.State(k)[p], device.States[k].Low, device.States[k].High);
        }
    }

    /// <summary>The fingerprint of a memristor (Adhikari, Sah, Kim and Chua 2013): the pinched loop shrinks towards a single-valued
    /// line.</summary>
    [Theory]
    [MemberData(nameof(WithMemory))]
    public void LoopArea_AsTheFrequencyGrows_GoesToZero(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        double[] areas = [.. new[] { 1, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15 }.Select(factor =>
        {
            double period = factor * device.Sweep.PeriodSeconds;
            var trace = DeviceBench.Drive(device, DeviceBench.Sine(device.Sweep.Volts, period), period);
            return trace.LoopArea() / (device.Sweep.Volts * trace.Amperes.Max(Math.Abs));
        })];
        output.WriteLine($"{name}: area over v·i of the box {string.Join(", ", areas.Select(area => area.ToString("g3")))}");
        Assert.True(areas[0] > 1e-3, "the sweep opens no loop");
        Assert.True(areas[^1] < 1e-3 * areas[0], "the loop does not close");
        Assert.True(areas[5] <= areas[4] + 1e-6 && areas[4] <= areas[3] + 1e-6, "the area grows with the frequency");
    }

    [Theory]
    [MemberData(nameof(WithMemory))]
    public void Drive_BeyondTheModelsRange_IsRefused(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        if (double.IsInfinity(device.LargestVolts)) return;
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => DeviceBench.Drive(device,
            SourceWaveform.Constant(1.01 * device.LargestVolts), 1));
        Assert.Contains($"at most {device.LargestVolts} V", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WithMemory))]
    public void StartState_OutsideItsRange_IsRefused(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        double[] states = device.FreshStates();
        foreach (double wrong in (double[])[device.States[0].High + device.States[0].Span, device.States[0].Low - device.States[0].Span,
            double.NaN])
        {
            states[0] = wrong;
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => DeviceBench.Drive(device, SourceWaveform.Constant(0), 1, states));
            Assert.Contains(device.States[0].Name, error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Polarity says which voltage raises the conductance: after one half wave of it the low-field conductance is
    /// higher.</summary>
    [Theory]
    [MemberData(nameof(WithMemory))]
    public void SetPolarity_UnderHalfASweep_RaisesTheConductance(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        if (device.SetPolarity == 0) return;
        double[] middle = [.. device.States.Select(state => state.Denormalize(0.5))];
        foreach (int sign in (int[])[1, -1])
        {
            double period = device.Sweep.PeriodSeconds, small = 1e-2 * device.Sweep.Volts;
            var trace = DeviceBench.Drive(device, DeviceBench.Sine(sign * device.Sweep.Volts, period), period / 2, middle);
            double[] end = [.. Enumerable.Range(0, device.States.Count).Select(k => trace.State(k)[^1])];
            double change = device.CurrentAt(small, end) - device.CurrentAt(small, middle);
            Assert.Equal(sign * device.SetPolarity, Math.Sign(change));
        }
    }

    /// <summary>Volts over the sweep's range, states over theirs; the seed is fixed, so nothing here is left to chance.</summary>
    private static (double[] Volts, double[] States) RandomCells(IDeviceModel device)
    {
        var stream = Hopfield.Numerics.RandomKey.FromSeed(4).Fold(device.Name).Stream();
        double[] volts = new double[Samples], states = new double[device.States.Count * Samples];
        for (int c = 0; c < Samples; c++) volts[c] = device.Sweep.Volts * (2 * stream.NextUniform() - 1);
        for (int k = 0; k < device.States.Count; k++)
            for (int c = 0; c < Samples; c++) states[k * Samples + c] = device.States[k].Denormalize(stream.NextUniform());
        return (volts, states);
    }
}
