using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Engines;
using Crossbar.Tests.Layout;

namespace Crossbar.Tests.Reduced;

/// <summary>Wires with capacitance: moments in closed form, and waveforms against SPICE on the full RC network.</summary>
public class LineCapacitanceTests(ITestOutputHelper output)
{
    /// <summary>One cell, one bit segment R with C at its node: the port sees C (G⁻¹/(G⁻¹+R))² of the charge, in closed form.</summary>
    [Fact]
    public void Moments_OfOneCell_AreTheClosedForm()
    {
        const double G = 1e-4, Rw = 50, Rb = 200, Cw = 3e-15, Cb = 2e-15;
        var wires = new ArrayWires { WordSegmentOhms = Rw, BitSegmentOhms = Rb, WordSegmentFarads = Cw, BitSegmentFarads = Cb };
        var c = LineCapacitance.Of(new(new ConductanceMatrix(1, 1, [G]), wires), [0], [1], 1, CancellationToken.None);
        // Node voltages for 1 V at the bit port (b, w) and at the word port.
        double total = Rw + 1 / G + Rb, bitAtBit = (Rw + 1 / G) / total, bitAtWord = Rw / total, wordAtWord = (Rb + 1 / G) / total,
            wordAtBit = Rb / total;
        Assert.Equal(Cb * bitAtBit * bitAtBit + Cw * bitAtWord * bitAtWord, c.Farads[0], 1e-10 * Cb);
        Assert.Equal(Cb * wordAtBit * wordAtBit + Cw * wordAtWord * wordAtWord, c.Farads[3], 1e-10 * Cw);
        Assert.Equal(Cb * bitAtBit * wordAtBit + Cw * bitAtWord * wordAtWord, c.Farads[1], 1e-10 * Cw);
        Assert.Equal(c.Farads[1], c.Farads[2]);
    }

    [Fact]
    public void Moments_WithIdealWires_AreAllOfTheCapacitanceAtThePorts()
    {
        var (cells, _, _) = RandomArray.Make(6, 3, 4);
        var wires = new ArrayWires { WordSegmentFarads = 1e-16, BitSegmentFarads = 3e-16 };
        var c = LineCapacitance.Of(new(cells, wires), [0, 0, 1, 1, 2, 2], [1, -1, 1, -1, 1, -1], 3, CancellationToken.None);
        for (int k = 0; k < 6; k++)
            for (int l = 0; l < 6; l++)
                Assert.Equal(k != l ? 0 : k < 3 ? 6 * 3e-16 : 2 * 3 * 1e-16, c.Farads[k * 6 + l], 1e-25);
        Assert.All(c.SecondMoment, moment => Assert.Equal(0, moment));
    }

    /// <summary>
    /// A latching array whose lines are slow enough to see: the full RC network in ngspice (or SpiceSharp) at tight tolerance, and the
    /// first-order model. The difference must stay within the bound that the run itself states, and far below what ignoring the wires'
    /// charge would do.
    /// </summary>
    [Theory]
    [InlineData("ngspice", 1e-16)]
    [InlineData("ngspice", 1e-15)]
    [InlineData("ngspice", 4e-15)]
    [InlineData("spicesharp", 1e-15)]
    public void Transient_WithLineDelay_AgreesWithSpiceWithinTheStatedBound(string engineName, double farads)
    {
        var engine = EngineList.Get(engineName);
        const int N = 6;
        var (cells, _, _) = RandomArray.Make(2 * N, N, 7, open: 0);
        var wires = new ArrayWires { WordSegmentOhms = 30, BitSegmentOhms = 30, WordSegmentFarads = farads, BitSegmentFarads = farads };
        Netlist With(ArrayWires w) => HopfieldCircuit.Make(N, cells, w, 1e-12, 1e4, 1, 40,
            [.. Enumerable.Range(0, N).Select(i => 0.02 * Math.Cos(3 * i))]);
        double[] times = [.. Enumerable.Range(1, 60).Select(k => k * 2e-10)];
        var request = new TransientRequest { StopSeconds = 12e-9, OutputSeconds = times, RelativeTolerance = 1e-7, AbsoluteVolts = 1e-9 };
        var ours = new ReducedEngine().Load(With(wires)).Transient(request);
        var without = new ReducedEngine().Load(With(wires with { WordSegmentFarads = 0, BitSegmentFarads = 0 })).Transient(request);
        var spice = engine.Load(With(wires)).Transient(request);
        double Apart(CircuitSolution a) => Enumerable.Range(0, N).Max(i => Enumerable.Range(0, times.Length)
            .Max(k => Math.Abs(a.Volts.Values[i][k] - spice.Volts.Values[i][k])));
        double bound = double.Parse(ours.Parameters["lineDelayBeyondFirstOrderVolts"]);
        output.WriteLine($"{engineName}, {farads} F a segment: first order {Apart(ours):e2} V, stated {bound:e2} V, charge ignored {Apart(without):e2} V");
        Assert.True(ours.Converged);
        // SPICE's own error on these circuits at this tolerance is 10 to 50 microvolts.
        Assert.True(Apart(ours) <= bound + 5e-5, $"{Apart(ours)} against {bound}");
        if (farads > 5e-16) Assert.True(Apart(ours) < 0.1 * Apart(without));
        // Energy delivered by the drivers, charging of the wires included.
        double joules = spice.DeliveredJoules!.Value, mine = ours.DeliveredJoules!.Value;
        output.WriteLine($"energy {mine:e6} J against {joules:e6} J, without charge {without.DeliveredJoules:e6} J");
        Assert.Equal(joules, mine, 0.01 * joules);
    }

    [Fact]
    public void ArraysThatAreNotDriven_WithLineCapacitance_AreRefused()
    {
        var wires = new ArrayWires { WordSegmentOhms = 1, WordSegmentFarads = 1e-15 };
        var netlist = new Netlist
        {
            Title = "a free word line",
            Elements =
            [
                new CrossbarArray("x", ["a"], ["b"], new ConductanceMatrix(1, 1, [1e-4]), wires),
                new Resistor("r", "a", "0", 1),
                new Capacitor("c", "b", "0", 1e-12),
            ],
            ProbeNodes = ["b"],
        };
        Assert.Contains("wires with capacitance", Assert.Throws<CircuitException>(() => new ReducedEngine().Load(netlist)).Message,
            StringComparison.Ordinal);
    }
}
