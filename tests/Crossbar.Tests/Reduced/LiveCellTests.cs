using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Crossbar.Tests.Reduced;

/// <summary>Memristors in the reduced engine against closed forms, itself and conservation of charge and energy.</summary>
public sealed class LiveCellTests(ITestOutputHelper output)
{
    private static readonly LinearIonDrift s_drift = new() { Window = DriftWindow.None };

    private static CircuitSolution Run(Netlist netlist, TransientRequest request) =>
        new ReducedEngine().Load(netlist).Transient(request, TestContext.Current.CancellationToken);

    [Fact]
    public void LinearDrift_AcrossASource_FollowsTheLawOfFluxAndResistance()
    {
        // R² = R₀² − 2 k ΔR φ: Strukov et al. 2008; tolerance: a thousand steps at 1e-8.
        var volts = DeviceBench.Sine(1, 2);
        var solution = Run(DeviceTwin.Circuit(s_drift, volts), new() { StopSeconds = 0.9, RelativeTolerance = 1e-8 });
        double change = s_drift.OffOhms - s_drift.OnOhms, k = s_drift.StatePerCoulomb;
        double Ohms(double state) => s_drift.OffOhms - change * state;
        double first = Ohms(solution.Volts["cell_s1"][0]), last = Ohms(solution.Volts["cell_s1"][^1]);
        double flux = (1 - Math.Cos(Math.PI * 0.9)) / Math.PI;
        // The sine is cut into straight lines, 3e-5 below it on the average.
        Assert.Equal(first * first - 2 * k * change * flux, last * last, 2e-5 * first * first);
        Assert.True(last < 0.99 * first);
    }

    [Fact]
    public void Steps_OfHalfTheLength_LeaveAnEighthOfTheError()
    {
        // A smooth circuit, tolerance so loose that the largest step decides: order 3.
        var device = new KnowmMetastableSwitch();
        var circuit = LiveCells.Circuit(device);
        double stop = 0.3 * LiveCells.StopSeconds(device);
        double[] End(double step, double tolerance) => [.. Run(circuit, new()
        {
            StopSeconds = stop,
            RelativeTolerance = tolerance,
            AbsoluteVolts = tolerance,
            LargestStepSeconds = step,
        }).Volts.Values.Select(v => v[^1])];
        double[] exact = End(stop / 4000, 1e-10);
        double Error(int steps) => End(stop / steps, 0.1).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
        double coarse = Error(100), fine = Error(200), finest = Error(400);
        double order = Math.Log2(coarse / fine), again = Math.Log2(fine / finest);
        output.WriteLine($"errors {coarse:e2}, {fine:e2}, {finest:e2}: orders {order:f2}, {again:f2}");
        Assert.InRange(order, 2.7, 3.5);
        Assert.InRange(again, 2.7, 3.5);
    }

    public static TheoryData<string> Devices => [.. Catalog.Of<IDeviceModel>().Select(device => device.Name)];

    [Theory]
    [MemberData(nameof(Devices))]
    public void EnergyDelivered_IsHeatInCellsAndLeaksAndCharge(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var circuit = LiveCells.Circuit(device);
        var solution = Run(circuit, LiveCells.Request(device, 1e-6));
        double leaks = 0, charge = 0;
        foreach (var leak in circuit.Elements.OfType<Resistor>())
        {
            double[] squares = [.. solution.Volts[leak.A].Select(v => v * v / leak.Ohms)];
            leaks += TrapezoidRule.Cumulate(solution.Volts.Seconds, squares)[^1];
        }
        foreach (var capacitor in circuit.Elements.OfType<Capacitor>())
            charge += 0.5 * capacitor.Farads * Math.Pow(solution.Volts[capacitor.A][^1], 2);
        double heat = double.Parse(solution.Parameters["cellJoules"], System.Globalization.CultureInfo.InvariantCulture);
        output.WriteLine($"{name}: delivered {solution.DeliveredJoules:g6} J, cells {heat:g6} J, leaks {leaks:g6} J, charge {charge:g6} J");
        Assert.True(heat > 0);
        Assert.True(solution.Converged, string.Join(" ", solution.Warnings));
        // The trapezoid rule over two hundred steps and more, edges included.
        Assert.Equal(heat + leaks + charge, solution.DeliveredJoules!.Value, 2e-3 * solution.DeliveredJoules.Value);
    }

    [Fact]
    public void CellsThatDoNotMove_AnswerLikeAnArrayOfTheirConductances()
    {
        var siemens = new[] { 1e-4, 2e-5, 5e-5, 3e-5, 8e-5, 1e-5 };
        NetlistElement[] around =
        [
            new VoltageSource("a", "w0", "0", SourceWaveform.Constant(0.5)),
                new VoltageSource("b", "w1", "0", SourceWaveform.Constant(-0.2)),
            new TanhAmplifier("f", "b0", "w2", null, 1, SourceWaveform.PiecewiseLinear([0, 2e-8], [1, 9])),
            new Capacitor("c0", "b0", "0", 1e-12), new Capacitor("c1", "b1", "0", 1e-12),
            new Resistor("r0", "b0", "0", 1e4), new Resistor("r1", "b1", "0", 1e4),
        ];
        Netlist Of(params NetlistElement[] cells) =>
            new() { Title = "fixed", Elements = [.. around, .. cells], ProbeNodes = ["b0", "b1", "w2"] };
        var request = new TransientRequest { StopSeconds = 1e-7, RelativeTolerance = 1e-8, OutputSeconds = [1e-9, 5e-9, 1e-8, 3e-8, 1e-7] };
        var linear = Run(Of(new CrossbarArray("x", ["w0", "w1", "w2"], ["b0", "b1"], new ConductanceMatrix(3, 2, siemens),
            ArrayWires.Ideal)), request);
        var live = Run(Of([.. siemens.Select((g, c) =>
            new Memristor($"m{c}", $"w{c / 2}", $"b{c % 2}", new FixedConductance { Siemens = g }))]), request);
        for (int s = 0; s < 3; s++)
            for (int k = 0; k < 5; k++) Assert.Equal(linear.Volts.Values[s][k], live.Volts.Values[s][k], 1e-7);
        Assert.Equal(linear.DeliveredJoules!.Value, live.DeliveredJoules!.Value, 1e-6 * linear.DeliveredJoules.Value);
    }

    [Fact]
    public void ProgrammedArray_AcrossDrivers_EndsAsUnderTheCellIntegrator()
    {
        var device = new Yakopcic();
        double stop = device.Sweep.PeriodSeconds / 2, volts = device.Sweep.Volts;
        var words = Enumerable.Range(0, 4)
            .Select(i => SourceWaveform.PiecewiseLinear([0, 0.5 * stop, stop], [0, volts * (0.8 + 0.05 * i), 0])).ToArray();
        var bits = Enumerable.Repeat(SourceWaveform.Constant(0), 3).ToArray();
        double[] start = [.. Enumerable.Range(0, 12).Select(c => 0.05 + 0.01 * c)], states = [.. start];
        new CellIntegrator(device, 12, states, new WiredCells(device, ArrayWires.Ideal, words, bits), 1e-7).Advance(stop);
        var solution = Run(MemristorArray.Circuit(device, start, ArrayWires.Ideal, words, bits), new() { StopSeconds = stop });
        for (int c = 0; c < 12; c++)
        {
            Assert.Equal(states[c], solution.FinalStates![MemristorArray.StateNode(c / 3, c % 3)], 1e-5);
            Assert.True(Math.Abs(states[c] - start[c]) > 0.1);
        }
    }

    [Fact]
    public void MemristorAtAnInnerNode_IsRefusedByName()
    {
        var netlist = new Netlist
        {
            Title = "series",
            Elements = [new VoltageSource("v", "a", "0", SourceWaveform.Constant(1)), new Resistor("r", "a", "m", 1e3),
                new Memristor("x", "m", "0", s_drift)],
            ProbeNodes = ["m"],
        };
        var error = Assert.Throws<CircuitException>(() => new ReducedEngine().Load(netlist));
        Assert.Contains("memristor 'x' ends at node 'm'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VoltageBeyondTheModel_IsRefused()
    {
        var netlist = DeviceTwin.Circuit(s_drift, SourceWaveform.Constant(1)) with
        {
            Elements = [new VoltageSource("v", "in", "0", SourceWaveform.PiecewiseLinear([0, 1e-3], [0, 11])),
                new Memristor("cell", "in", "0", s_drift)],
        };
        var error = Assert.Throws<CircuitException>(() => Run(netlist, new() { StopSeconds = 1e-3 }));
        Assert.Contains("meant for at most 10 V", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_AfterTheFirst_AllocateNothing()
    {
        var device = new KnowmMetastableSwitch();
        var model = ReducedModelBuilder.Build(LiveCells.Circuit(device), CancellationToken.None);
        var dynamics = new CellDynamics(model, model.Cells!, new ReducedDynamics(model));
        var run = new TransientIntegrator(dynamics, LiveCells.Request(device, 1e-5), [0.4 * LiveCells.StopSeconds(device)], 1e-6);
        foreach (var group in model.Cells!.Groups) group.Start.CopyTo(run.State, dynamics.NodeOrder);
        run.Start();
        for (int k = 0; k < 20; k++) Assert.True(run.Advance());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 50; k++) Assert.True(run.Advance());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
