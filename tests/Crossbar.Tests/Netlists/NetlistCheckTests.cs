using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Tests.Engines;

namespace Crossbar.Tests.Netlists;

public sealed class NetlistCheckTests
{
    private static readonly SourceWaveform s_one = SourceWaveform.Constant(1);
    private static readonly VoltageSource s_source = new("s", "a", "0", s_one);

    public static TheoryData<NetlistElement, string> Faults => new()
    {
        { new Resistor("r", "b", "c", 1), "node 'b' floats" },
        { new Capacitor("c", "b", "0", 1e-12), "node 'b' floats" },
        { new CurrentSource("i", "0", "b", s_one), "node 'b' floats" },
        { new TanhAmplifier("f", "b", "p", null, 1, s_one), "node 'b' floats" },
        { new CrossbarArray("g", ["a"], ["b"], new ConductanceMatrix(1, 1, [0]), ArrayWires.Uniform(1)), "node 'b' floats" },
        { new Resistor("s", "a", "0", 1), "two elements are called 's'" },
        { new Resistor("r", "a", "0", 0), "greater than 0 ohm, not 0" },
        { new Resistor("r", "a", "0", double.NaN), "greater than 0 ohm, not NaN" },
        { new Capacitor("c", "a", "0", -1), "greater than 0 F, not -1" },
        { new VoltageSource("t", "0", "a", s_one), "voltage source 't' closes a loop of ideal voltage sources" },
        { new VoltageSource("t", "b", "b", s_one), "closes a loop" },
        { new TanhAmplifier("f", "a", "a", null, 1, s_one), "amplifier 'f' closes a loop" },
        { new TanhAmplifier("f", "a", "b", "b", 1, s_one), "amplifier 'f' closes a loop" },
        { new TanhAmplifier("f", "a", "b", null, 1, s_one, 0, 1e9), "slew rate needs a lag" },
        { new TanhAmplifier("f", "a", "b", null, 0, s_one), "supply must be" },
        { new CrossbarArray("g", ["a", "a"], ["0"], new ConductanceMatrix(1, 1, [1]), ArrayWires.Ideal), "1 rows of cells need as many word nodes, not 2" },
        { new Resistor("r", "a", "gnd", 1), "call it '0'" },
        { new Resistor("r", "A", "0", 1), "must be lower case" },
        { new Resistor("", "a", "0", 1), "a name must be" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Circuit_WithAFault_IsRefusedInOneLine(NetlistElement element, string expected)
    {
        var error = Assert.Throws<CircuitException>(() =>
            NetlistCheck.Validate(TestCircuits.Of("test", ["a"], s_source, element), "some engine"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal("some engine", error.Engine);
    }

    [Fact]
    public void ProbeThatDoesNotExist_IsRefused() => Assert.Contains("probe node 'z'",
        Assert.Throws<CircuitException>(() => NetlistCheck.Validate(TestCircuits.Of("test", ["z"], s_source), "x")).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("a", "held by a source")]
    [InlineData("z", "no capacitor")]
    public void StartVoltage_WhereNoneCanBe_IsRefused(string node, string expected)
    {
        var netlist = TestCircuits.Rc(s_one) with { InitialVolts = new Dictionary<string, double> { [node == "a" ? "in" : node] = 1 } };
        Assert.Contains(expected, Assert.Throws<CircuitException>(() => NetlistCheck.Validate(netlist, "x")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ElementThatLooksLikeACell_IsRefused()
    {
        var array = new CrossbarArray("g", ["a"], ["0"], new ConductanceMatrix(1, 1, [1]), ArrayWires.Uniform(1));
        Assert.Contains("'g_r0_c0' looks like", Assert.Throws<CircuitException>(() => NetlistCheck.Validate(
            TestCircuits.Of("test", ["a"], s_source, array, new Resistor("g_r0_c0", "a", "0", 1)), "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StartVolts_OfFreeCapacitorNodes_DefaultToZero()
    {
        var start = NetlistCheck.StartVolts(TestCircuits.Latch(20), new Dictionary<string, double> { ["u2"] = 0.5 }, "x");
        Assert.Equal([("u1", 0.0), ("u2", 0.5)], start.Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData(0, 0, 5)]
    [InlineData(1, 0, 11)]
    [InlineData(0, 1, 11)]
    [InlineData(1, 1, 17)]
    public void Expansion_HasOneResistorPerClosedCellAndSegment(double word, double bit, int expected)
    {
        var array = new CrossbarArray("g", ["w0", "w1", "w2"], ["b0", "b1"], new ConductanceMatrix(3, 2, [1, 1, 0, 1, 1, 1]),
            new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit });
        var resistors = CrossbarExpansion.Resistors(array).ToList();
        Assert.Equal(expected, resistors.Count);
        Assert.Equal(expected, resistors.Select(r => r.Name).Distinct().Count());
    }
}
