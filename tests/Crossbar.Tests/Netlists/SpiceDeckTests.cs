using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Spice;
using Crossbar.Tests.Engines;
using TestSupport;

namespace Crossbar.Tests.Netlists;

public sealed class SpiceDeckTests
{
    private static readonly SourceWaveform s_ramp = SourceWaveform.PiecewiseLinear([0, 1e-9, 2.5e-9], [0.1, 0.3, -0.7]);

    /// <summary>One of everything that a netlist can hold.</summary>
    private static Netlist Everything(ArrayWires wires) => new()
    {
        Title = "one of everything",
        Comments = ["seed 7", "two\nlines"],
        Elements =
        [
            new VoltageSource("s", "in", "0", s_ramp),
            new VoltageSource("d", "top", "in", SourceWaveform.Constant(-1.0 / 3)),
            new Resistor("r", "top", "u1", 12345.678901234567),
            new CurrentSource("i", "0", "u1", SourceWaveform.Constant(1e-6)),
            new Capacitor("c", "u1", "0", 1e-12 / 3),
            new Capacitor("m", "u1", "u2", 1e-13),
            new TanhAmplifier("f1", "u1", "p1", "n1", 1.1, SourceWaveform.Constant(20)),
            new TanhAmplifier("f2", "u2", "p2", null, 0.9, SourceWaveform.PiecewiseLinear([0, 1e-8], [1, 50])),
            new TanhAmplifier("f3", "u2", "p3", "n3", 1, SourceWaveform.Constant(20), 2e-9),
            new TanhAmplifier("f4", "u2", "p4", null, 1, SourceWaveform.Constant(20), 2e-9, 1e9 / 7),
            new CrossbarArray("g", ["p1", "n1", "p2"], ["u1", "u2"], new ConductanceMatrix(3, 2, [1e-4, 2e-6, 0, 5e-5, 3e-5, 1e-6]), wires),
            new Resistor("k3", "p3", "n3", 1e4),
            new Resistor("k4", "p4", "0", 1e4),
        ],
        ProbeNodes = ["u1", "p4"],
        InitialVolts = new Dictionary<string, double> { ["u1"] = 0.1, ["u2"] = -1.0 / 7 },
    };

    private static readonly TransientRequest s_request =
        new() { StopSeconds = 1e-8, LargestStepSeconds = 1e-10, RelativeTolerance = 1e-5, AbsoluteVolts = 1e-8 };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    public void WrittenDeck_ReadBack_IsTheSameCircuit(double word, double bit)
    {
        var netlist = Everything(new ArrayWires { WordSegmentOhms = word, BitSegmentOhms = bit });
        var deck = SpiceDeckReader.Read(new StringReader(SpiceDeckWriter.Write(netlist, s_request)), "deck.cir");
        var flat = CrossbarExpansion.Flatten(netlist);
        Assert.Equal(netlist.Title, deck.Netlist.Title);
        Assert.Equal(["seed 7", "two", "lines"], deck.Netlist.Comments.Take(3));
        Assert.Equal(flat.Elements.Select(Text), deck.Netlist.Elements.Select(Text));
        Assert.Equal(netlist.ProbeNodes, deck.Netlist.ProbeNodes);
        Assert.Equal(netlist.InitialVolts, deck.Netlist.InitialVolts);
        Assert.Equal((s_request.StopSeconds, s_request.LargestStepSeconds, s_request.RelativeTolerance, s_request.AbsoluteVolts),
            (deck.Request.StopSeconds, deck.Request.LargestStepSeconds, deck.Request.RelativeTolerance, deck.Request.AbsoluteVolts));
    }

    [Fact]
    public void WrittenDeck_HasNoLineOverItsWidth_AndNamesItsCells()
    {
        string deck = SpiceDeckWriter.Write(Everything(ArrayWires.Uniform(1)), s_request);
        Assert.Contains("\nRg_r2_c1 g_w_r2_c1 g_b_r2_c1 1000000\n", deck, StringComparison.Ordinal);
        Assert.DoesNotContain("Rg_r1_c0 ", deck, StringComparison.Ordinal);
        Assert.Contains("\n* circuits/periphery/tanh_amplifier.lib\n", deck, StringComparison.Ordinal);
        Assert.All(deck.Split('\n').Where(line => !line.StartsWith('*')), line => Assert.InRange(line.Length, 0, 111));
    }

    public static TheoryData<string, int, int> OracleDecks
    {
        get
        {
            // 2 n² cells, and twice as many segments where the array has wires.
            var decks = new TheoryData<string, int, int> { { "hopfield12_ideal", 12, 288 }, { "hopfield12_wired", 12, 864 } };
            if (!SharedFolder.Has("cases/spice")) return decks;
            decks.Add("hop_N16_ideal_oracle", 16, 512);
            decks.Add("hop_N16_wire_oracle", 16, 1536);
            decks.Add("hop_N32_wire_bench", 32, 6144);
            return decks;
        }
    }

    [Theory]
    [MemberData(nameof(OracleDecks))]
    public void OracleDeck_IsRead(string name, int size, int arrayResistors)
    {
        var deck = GoldenDecks.Names.Contains(name) ? GoldenDecks.Deck(name)
            : SpiceDeckReader.Read(SharedFolder.File($"cases/spice/{name}.cir"));
        Assert.Equal(size, deck.Netlist.Elements.OfType<TanhAmplifier>()
            .Count(a => a.InvertedOutput is not null && a.SupplyVolts == 1 && a.GainPerVolt.At(0) == 20));
        Assert.Equal(arrayResistors + size, deck.Netlist.Elements.OfType<Resistor>().Count());
        Assert.Equal(size, deck.Netlist.InitialVolts.Count);
        Assert.Equal(size, deck.Netlist.ProbeNodes.Count);
        NetlistCheck.Validate(deck.Netlist, "test");
    }

    [Fact]
    public void ExampleDecks_AreRead()
    {
        foreach (string path in Directory.GetFiles(Path.Combine(SharedFolder.Repository, "circuits"), "*.cir", SearchOption.AllDirectories))
        {
            var deck = SpiceDeckReader.Read(path);
            NetlistCheck.Validate(deck.Netlist, "test");
            Assert.NotEmpty(deck.Netlist.ProbeNodes);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void LatchDeck_ThroughEveryEngine_EndsInItsMemory(string name)
    {
        var engine = EngineList.Get(name);
        var deck = SpiceDeckReader.Read(Path.Combine(SharedFolder.Repository, "circuits", "arrays", "latch.cir"));
        var solution = engine.Load(deck.Netlist).Transient(deck.Request, TestContext.Current.CancellationToken);
        Assert.Equal(1, solution.Volts["p1"][^1], 1e-3);
        Assert.Equal(1, solution.Volts["p2"][^1], 1e-3);
        Assert.True(solution.Volts["p2"][0] < 0);
    }

    public static TheoryData<string> Engines => EngineList.Names;

    [Fact]
    public void HandWrittenDeck_WithSuffixesCommentsAndContinuations_IsRead()
    {
        const string text = """
            My title
            * a comment
            V1 in GND DC 1.5Meg ; tail
            R1 in out 1k5$ no comment, no space before
            .end
            """;
        var error = Assert.Throws<InvalidDataException>(() => SpiceDeckReader.Read(new StringReader(text), "a.cir"));
        Assert.StartsWith("a.cir:4: ", error.Message, StringComparison.Ordinal);
        var deck = SpiceDeckReader.Read(new StringReader("""
            My title
            * a comment
            V1 in GND DC 1.5 ; tail
            R1 in out 1.5kohm $ tail
            C1 out
            * between
            + 0 10pF
            + ic=5m
            B2 p 0 V = tanh( 3 * v(out) )
            RL p 0 1MEG
            .OPTION RELTOL=1m
            .tran 1n 1u uic
            .end
            this is not read
            """), "a.cir");
        Assert.Equal("My title", deck.Netlist.Title);
        Assert.Equal(["r1=in,out,1500", "c1=out,0,1e-11"], deck.Netlist.Elements.Where(e => e.Name is "r1" or "c1")
            .Select(e => Text(e) is var t ? e.Name + t[t.IndexOf('=')..] : ""));
        Assert.Equal(0.005, deck.Netlist.InitialVolts["out"]);
        Assert.Equal(["in", "out", "p"], deck.Netlist.ProbeNodes);
        Assert.Equal(1e-3, deck.Request.RelativeTolerance);
        Assert.Null(deck.Request.LargestStepSeconds);
        Assert.Equal("2", deck.Netlist.Elements.OfType<TanhAmplifier>().Single().Name);
    }

    [Theory]
    [InlineData("D1 a 0 diode", 2, "'d1' is not supported")]
    [InlineData("R1 a 0", 2, "Rname node node ohms")]
    [InlineData("R1 a 0 ten", 2, "'ten' is not a number")]
    [InlineData("R1 a 0 1\nR1 b 0 1", 3, "already on line 2")]
    [InlineData("B1 a 0 V=v(b)*v(c)", 2, "V=vdd*tanh(gain*v(node))")]
    [InlineData("E1 a 0 b 0 2", 2, "complement")]
    [InlineData("E1 a 0 b 0 -1", 2, "no amplifier output")]
    [InlineData("X1 a b c d opamp", 2, "'opamp' is not known")]
    [InlineData("X1 a g p n tanh_amplifier", 2, "gain line 'g'")]
    [InlineData("X1 a g p n tanh_amplifier lag=1", 2, "no parameter 'lag'")]
    [InlineData("V1 a 0 SIN(0 1 1k)", 2, "PWL")]
    [InlineData("V1 a 0 PWL(0 0 0 1)", 2, "increasing times")]
    [InlineData(".ac dec 10 1 1k", 2, "'.ac' is not supported")]
    [InlineData(".options kludge=1", 2, "not supported")]
    [InlineData(".save @r1[i]", 2, "cannot be saved")]
    [InlineData(".ic v(a)=x", 2, "'x' is not a number")]
    [InlineData("C1 a 0 1p\nR1 a 0 1k\n.tran 1n 1u", 4, "no start voltage")]
    [InlineData("C1 a 0 1p ic=1\nR1 a 0 1k\n.tran 1n 1u", 2, "uic")]
    [InlineData("R1 a 0 1k\n.save v(b)\n.tran 1n 1u", 3, "'b' of .save")]
    [InlineData("R1 a 0 1k\n.options reltol=3\n.tran 1n 1u", 3, "out of range")]
    [InlineData(".subckt mine a b\n.ends", 2, "'mine' is not known")]
    [InlineData(".subckt differential_pair plus minus sense plusohms=1meg minusohms=1meg\nRplus plus sense 1\n.ends", 3, "is not that of")]
    [InlineData("+ 1 2", 2, "continuation")]
    public void Deck_ThatIsNotUnderstood_NamesItsLine(string body, int line, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            SpiceDeckReader.Read(new StringReader("title\n" + body + "\n.end\n"), "bad.cir"));
        Assert.StartsWith($"bad.cir:{line}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Deck_WithoutTransient_SaysSo() => Assert.StartsWith("bad.cir: there is no .tran",
        Assert.Throws<InvalidDataException>(() => SpiceDeckReader.Read(new StringReader("t\nR1 a 0 1\n.end\n"), "bad.cir")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Deck_IncludingAMissingFile_NamesIt() => Assert.Contains("nowhere.lib",
        Assert.Throws<FileNotFoundException>(() => SpiceDeckReader.Read(new StringReader("t\n.include Nowhere/nowhere.lib\n"), "bad.cir"))
            .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("-1.5e-3", -1.5e-3)]
    [InlineData("1k", 1e3)]
    [InlineData("1e3k", 1e6)]
    [InlineData("10pF", 10e-12)]
    [InlineData("2.2MEGohm", 2.2e6)]
    [InlineData("3m", 3e-3)]
    [InlineData("1mil", 25.4e-6)]
    [InlineData("5volts", 5)]
    [InlineData("1f", 1e-15)]
    [InlineData("2e", 2)]
    public void Number_WithSuffix_IsRead(string text, double expected)
    {
        Assert.True(SpiceNumber.TryParse(text, out double value));
        Assert.Equal(expected, value, Math.Abs(expected) * 1e-15);
    }

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("1k5")]
    [InlineData("1e999")]
    [InlineData("nan")]
    [InlineData("1..2")]
    public void Number_ThatIsNone_IsRefused(string text) => Assert.False(SpiceNumber.TryParse(text, out _));

    [Fact]
    public void Name_ThatDoesNotFitIntoADeck_IsRefused()
    {
        var netlist = TestCircuits.Of("bad name", ["a=b"], new Resistor("r", "a=b", "0", 1));
        Assert.Contains("'a=b'", Assert.Throws<CircuitException>(() => SpiceDeckWriter.Write(netlist, s_request)).Message,
            StringComparison.Ordinal);
    }

    private static string Text(NetlistElement element) => element switch
    {
        Resistor r => $"R {r.Name}={r.A},{r.B},{SpiceNumber.Format(r.Ohms)}",
        Capacitor c => $"C {c.Name}={c.A},{c.B},{SpiceNumber.Format(c.Farads)}",
        VoltageSource v => $"V {v.Name}={v.Plus},{v.Minus},{Text(v.Volts)}",
        CurrentSource i => $"I {i.Name}={i.From},{i.To},{Text(i.Amperes)}",
        TanhAmplifier a => $"A {a.Name}={a.Input},{a.Output},{a.InvertedOutput},{a.SupplyVolts:R},{Text(a.GainPerVolt)},{a.LagSeconds:R},{a.SlewVoltsPerSecond:R}",
        _ => element.ToString(),
    };

    private static string Text(SourceWaveform waveform) =>
        string.Join(' ', waveform.Seconds.Zip(waveform.Values).Select(p => $"{p.First:R}:{p.Second:R}"));
}
