using Crossbar.Arrays;
using Crossbar.Arrays.Solving;
using Crossbar.Bench;
using Crossbar.Devices;
using Crossbar.Programming;
using Hopfield.Numerics;

namespace Crossbar.Tests.Programming;

/// <summary>Voltages and state changes of a whole passive array during a pulse.</summary>
public sealed class HalfSelectTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("v2", 0.5, 0.5, 0)]
    [InlineData("v3", 1.0 / 3, 1.0 / 3, -1.0 / 3)]
    public void CellVolts_WithIdealWires_AreThoseOfTheScheme(string scheme, double onRow, double onColumn, double elsewhere)
    {
        var device = new Vteam();
        double[] states = [.. Enumerable.Range(0, 20).Select(c => device.States[0].Denormalize(0.3 + 0.02 * c))], volts = new double[20];
        var lines = LinePulse.Lines(BiasScheme.All.Single(s => s.Name == scheme), 4, 5, 1, 2, 0.3, 1e-9);
        new WiredCells(device, ArrayWires.Ideal, lines.Words, lines.Bits).Solve(0.5e-9, states, volts);
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 5; j++)
            {
                double expected = i == 1 && j == 2 ? 1 : i == 1 ? onRow : j == 2 ? onColumn : elsewhere;
                Assert.Equal(0.3 * expected, volts[5 * i + j], 1e-12);
            }
    }

    /// <summary>Nonlinear cells behind wires: the iteration's answer must satisfy the array with each cell replaced by its own
    /// chord.</summary>
    [Fact]
    public void CellVolts_OfNonlinearCellsBehindWires_SolveTheArray()
    {
        var device = new StanfordPku();
        double[] states = [.. Enumerable.Range(0, 20).Select(c => 1e-9 + 0.03e-9 * c)];
        var lines = LinePulse.Lines(BiasScheme.Half, 4, 5, 1, 2, 1.0, 1e-9);
        var volts = new double[20];
        new WiredCells(device, ArrayWires.Uniform(50), lines.Words, lines.Bits).Solve(0.5e-9, states, volts);
        var amperes = new double[20];
        device.Currents(volts, states, amperes, []);
        double[] chords = [.. amperes.Zip(volts, (i, v) => i / v)];
        var solution = ArraySolver.Solve(new ConductanceMatrix(4, 5, chords), ArrayWires.Uniform(50), [0.5, 1, 0.5, 0.5],
            [0.5, 0.5, 0, 0.5, 0.5]);
        var again = solution.CellVolts();
        for (int c = 0; c < 20; c++) Assert.Equal(again[c], volts[c], 1e-7);
        Assert.True(Math.Abs(volts[7]) < 0.999, "the wires lose nothing");
    }

    /// <summary>An array written out for ngspice, every cell a memristor behind its wires, against the array integrator.</summary>
    [Theory]
    [InlineData("ngspice", "vteam", 0.6, 5e-8)]
    [InlineData("ngspice", "stanford-pku", 1.5, 5e-8)]
    [InlineData("spicesharp", "vteam", 0.6, 5e-8)]
    [InlineData("spicesharp", "stanford-pku", 1.5, 5e-8)]
    public void ArrayTransient_AgainstSpiceOnTheSameCircuit_Agrees(string engineName, string name, double volts, double width)
    {
        Crossbar.Circuits.ICircuitEngine? engine = engineName == "ngspice" ? new Crossbar.Engines.Ngspice.NgspiceEngine()
            : Crossbar.SpiceSharp.SpiceSharpSupport.TryCreate();
        Assert.SkipUnless(engine is { Availability.Present: true }, $"{engineName} is not here");
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var lines = LinePulse.Lines(BiasScheme.Third, 3, 4, 1, 2, volts, width);
        double[] states = [.. Enumerable.Range(0, 12).Select(c => device.States[0].Denormalize(0.3 + 0.05 * c))], end = [.. states];
        var wires = ArrayWires.Uniform(5);
        var integrator = new CellIntegrator(device, 12, end, new WiredCells(device, wires, lines.Words, lines.Bits), 1e-6);
        double stop = 1.2 * width;
        integrator.Advance(stop);
        var netlist = MemristorArray.Circuit(device, states, wires, lines.Words, lines.Bits);
        var solution = engine!.Load(netlist).Transient(new()
        {
            StopSeconds = stop,
            RelativeTolerance = 1e-5,
            AbsoluteVolts = 1e-8,
            LargestStepSeconds = stop / 500,
        });
        double worst = 0, moved = 0;
        for (int c = 0; c < 12; c++)
        {
            double theirs = solution.Volts[MemristorArray.StateNode(c / 4, c % 4)][^1], ours = device.States[0].Normalize(end[c]);
            worst = Math.Max(worst, Math.Abs(theirs - ours));
            moved = Math.Max(moved, Math.Abs(ours - device.States[0].Normalize(states[c])));
        }
        output.WriteLine($"{name} on {engineName}: worst state difference {worst:e2} of the range, largest move {moved:f3}, joules "
            + $"{integrator.CellJoules:e3} against {solution.DeliveredJoules:e3}");
        Assert.InRange(worst, 0, 1e-3);
        Assert.InRange(moved, 0.01, 1);
        Assert.InRange(integrator.CellJoules, 0.8 * solution.DeliveredJoules!.Value,
            1.001 * solution.DeliveredJoules!.Value); // the rest heats the wires
    }
}
