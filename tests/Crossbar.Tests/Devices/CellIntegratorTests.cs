using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Tests.Devices;

/// <summary>The batch integrator: its order, its independence of the batch, and that it allocates nothing.</summary>
public sealed class CellIntegratorTests
{
    /// <summary>Error against the flux law falls with the tolerance at least as its power 0.75 (order 2 of the method against order 1 of
    /// the
    /// estimate would give 1).</summary>
    [Fact]
    public void Error_AsTheToleranceShrinks_FallsWithIt()
    {
        double[] tolerances = [1e-3, 1e-4, 1e-5, 1e-6], errors = [.. tolerances.Select(FluxLawError)];
        double order = Math.Log(errors[0] / errors[^1]) / Math.Log(tolerances[0] / tolerances[^1]);
        Assert.True(order > 0.75, $"errors {string.Join(", ", errors)}: order {order}");
    }

    [Theory]
    [InlineData("stanford-pku")]
    [InlineData("phase-change")]
    public void Batch_OfDifferentStarts_EndsAsEachCellAlone(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        int kinds = device.States.Count;
        const int cells = 5;
        double[] states = new double[kinds * cells];
        for (int k = 0; k < kinds; k++)
            for (int c = 0; c < cells; c++) states[k * cells + c] = device.States[k].Denormalize(k == 0 ? 0.15 + 0.15 * c : 0);
        double[] start = [.. states];
        var drive = DeviceBench.Triangle(device.Sweep.Volts, device.Sweep.PeriodSeconds);
        new CellIntegrator(device, cells, states, new SharedSource(drive), 1e-6).Advance(0.4 * device.Sweep.PeriodSeconds);
        for (int c = 0; c < cells; c++)
        {
            double[] alone = [.. Enumerable.Range(0, kinds).Select(k => start[k * cells + c])];
            new CellIntegrator(device, 1, alone, new SharedSource(drive), 1e-6).Advance(0.4 * device.Sweep.PeriodSeconds);
            for (int k = 0; k < kinds; k++) Assert.Equal(alone[k], states[k * cells + c], 1e-4 * device.States[k].Span);
        }
    }

    /// <summary>A resting amorphous cell: G = G_a (1 + t/t₀)^−ν exactly, over nine decades.</summary>
    [Fact]
    public void PhaseChange_LeftAlone_DriftsByThePowerLaw()
    {
        var device = new PhaseChange();
        double[] states = [1, 0];
        var integrator = new CellIntegrator(device, 1, states, new SharedSource(SourceWaveform.Constant(0)), 1e-6);
        double fresh = device.CurrentAt(0.01, states);
        foreach (double seconds in (double[])[1e-6, 1e-3, 1, 1e3])
        {
            integrator.Advance(seconds);
            double expected = Math.Pow(1 + seconds / device.DriftStartSeconds, -device.DriftExponent);
            Assert.Equal(expected, device.CurrentAt(0.01, states) / fresh, 5e-4);
        }
    }

    [Fact]
    public void Advance_AfterConstruction_AllocatesNothing()
    {
        var device = new StanfordPku();
        double[] states = [.. Enumerable.Range(0, 256).Select(c => 0.3e-9 + 5e-12 * c)];
        var integrator = new CellIntegrator(device, 256, states, new SharedSource(DeviceBench.Triangle(1.5, 1e-3)), 1e-4);
        integrator.Advance(1e-5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        integrator.Advance(3e-4);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64);
        Assert.True(integrator.Steps > 50);
    }

    [Fact]
    public void Stanford_AtAReadVoltage_HasThePublishedResistances()
    {
        var device = new StanfordPku();
        Assert.Equal(541.8, 0.1 / device.CurrentAt(0.1, [0.2e-9]), 0.05);
        Assert.Equal(218.6e3, 0.1 / device.CurrentAt(0.1, [1.7e-9]), 50.0);
    }

    private static double FluxLawError(double tolerance)
    {
        var device = new LinearIonDrift();
        double[] state = [0.1];
        new CellIntegrator(device, 1, state, new SharedSource(SourceWaveform.PiecewiseLinear([0, 0.5, 1], [0, 1, 0])),
            tolerance).Advance(1);
        double start = device.OhmsAt(0.1),
            exact = Math.Sqrt(start * start - 2 * device.StatePerCoulomb * (device.OffOhms - device.OnOhms) * 0.5);
        return Math.Abs(device.OhmsAt(state[0]) - exact) / exact;
    }
}
