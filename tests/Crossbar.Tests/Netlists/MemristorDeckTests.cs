using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Crossbar.Spice;
using Crossbar.Tests.Reduced;
using Hopfield.Numerics;

namespace Crossbar.Tests.Netlists;

/// <summary>Decks of memristors, written and read back.</summary>
public sealed class MemristorDeckTests
{
    public static TheoryData<string> Devices =>
        [.. Catalog.Of<IDeviceModel>().Where(device => device is not MeasuredTable).Select(device => device.Name)];

    private static SpiceDeck Read(string deck) => SpiceDeckReader.Read(new StringReader(deck), "deck.cir");

    [Theory]
    [MemberData(nameof(Devices))]
    public void Deck_OfEveryDevice_IsReadBackToTheSameCircuit(string name)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var (netlist, request) = (LiveCells.Circuit(device), LiveCells.Request(device, 1e-5));
        var read = Read(SpiceDeckWriter.Write(netlist, request));
        Assert.Equal(netlist.ProbeNodes.Order(), read.Netlist.ProbeNodes.Order());
        Assert.DoesNotContain(read.Netlist.InitialVolts, start => start.Value != 0);
        var cells = read.Netlist.Elements.OfType<Memristor>().ToDictionary(cell => cell.Name);
        foreach (var cell in netlist.Elements.OfType<Memristor>())
        {
            var back = cells[cell.Name];
            Assert.Equal(cell.Device, back.Device);
            Assert.Equal((cell.Plus, cell.Minus), (back.Plus, back.Minus));
            Assert.Equal(cell.StateNodes, back.StateNodes);
            for (int k = 0; k < cell.StartStates.Count; k++)
                Assert.Equal(cell.StartStates[k], back.StartStates[k], 1e-12 * device.States[k].Span);
        }
    }

    [Fact]
    public void Deck_WithParametersOfItsOwn_GivesThemToTheDevice()
    {
        var read = Read("""
            a user's deck
            V1 in 0 PWL(0 0 1 1)
            Xone in 0 mine linear_ion_drift onohms=200 offohms=20k window=2 windowexponent=2
            .ic v(mine)=0.25
            .tran 1m 1
            """);
        var cell = Assert.Single(read.Netlist.Elements.OfType<Memristor>());
        var expected = new LinearIonDrift { OnOhms = 200, OffOhms = 20e3, Window = DriftWindow.Biolek, WindowExponent = 2 };
        Assert.Equal(expected, cell.Device);
        Assert.Equal(["mine"], cell.StateNodes);
        Assert.Equal(expected.States[0].Denormalize(0.25), cell.StartStates[0], 1e-12 * expected.States[0].Span);
        var solution = new ReducedEngine().Load(read.Netlist).Transient(read.Request);
        Assert.Equal(0.25, solution.Volts["mine"][0], 1e-12);
        Assert.True(solution.Volts["mine"][^1] > 0.3);
    }

    [Theory]
    [InlineData("Xa in 0 s vteam ohms=5", ".ic v(s)=0", "deck.cir:3: 'vteam' has no parameter 'ohms'; expected onohms, ")]
    [InlineData("Xa in 0 s vteam onohms=-5", ".ic v(s)=0", "deck.cir:3: onohms=-5 is refused; expected OnOhms must be")]
    [InlineData("Xa in 0 vteam", ".ic v(s)=0", "deck.cir:3: 3 fields after 'xa'; expected Xname plus minus s1 vteam")]
    [InlineData("Xa in 0 s vteam", ".ic v(s)=1.5", "deck.cir:4: state node 's' starts at 1.5; expected 0 to 1")]
    [InlineData("Xa in 0 s vteam", "", "deck.cir:5: state node 's' of memristor 'a' has no start; expected .ic v(s)=0 to 1, or uic")]
    [InlineData("Xa in 0 s table_00ff startfraction=0.5", "",
        "deck.cir:3: subcircuit 'table_00ff' is a measured table, which cannot be read back")]
    [InlineData("Xa in 0 s memristor", "", "deck.cir:3: subcircuit 'memristor' is not known; expected one of ")]
    public void Deck_WithAWrongMemristor_SaysWhereAndWhat(string element, string start, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read($"t\nV1 in 0 1\n{element}\n{start}\n.tran 1n 1u\n"));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deck_WithATwinThatWasChanged_IsRefused()
    {
        string deck = SpiceDeckWriter.Write(LiveCells.Circuit(new KnowmMetastableSwitch()),
            LiveCells.Request(new KnowmMetastableSwitch(), 1e-5));
        var error = Assert.Throws<InvalidDataException>(() =>
            Read(deck.Replace("Rstate s1 0 1e15", "Rstate s1 0 1e3", StringComparison.Ordinal)));
        Assert.Contains("subcircuit 'knowm_mss' is not that of circuits/devices/knowm_mss.lib", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StateNode_ThatSomethingElseTouches_IsRefused()
    {
        var netlist = LiveCells.Circuit(new KnowmMetastableSwitch());
        var error = Assert.Throws<CircuitException>(() => new ReducedEngine().Load(netlist with
        {
            Elements = [.. netlist.Elements, new Resistor("tap", "x0_s1", "0", 1e3)],
        }));
        Assert.Contains("resistor 'tap': node 'x0_s1' shows a memristor's state", error.Message, StringComparison.Ordinal);
    }
}
