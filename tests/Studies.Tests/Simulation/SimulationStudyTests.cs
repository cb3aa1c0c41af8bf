using Crossbar.Engines.Reduced;
using Crossbar.Noise.Models;
using Studies.Simulation;
using Studies.Tests.Support;

namespace Studies.Tests.Simulation;

public class SimulationStudyTests
{
    private const string Deck = """
        * rc
        V1 in 0 PWL(0 0 1n 1 1 1)
        R1 in out 1k
        C1 out 0 1n
        .tran 10n 20u uic
        .save v(out)
        .end

        """;

    /// <summary>After twenty time constants the capacitor holds the source's voltage.</summary>
    [Fact]
    public void Simulate_FromItsRecord_IsTheSame_AndTheCapacitorIsFull()
    {
        using var folder = new ScratchFolder();
        var record = Rerun.Repeats(new SimulationStudy { Deck = folder.Write("deck.cir", Deck), Engine = new ReducedEngine() });
        Assert.Equal(1, record.FinalVolts["out"], 1e-6);
        Assert.InRange(record.SettleSeconds!.Value, 4.5e-6, 4.8e-6); // to one per cent: τ ln 100 = 4.6 τ
        Assert.Empty(record.CrossCheck);
    }

    [Fact]
    public void Simulate_WithNoise_FromItsRecord_IsTheSame_AndAnotherSeedIsNot()
    {
        using var folder = new ScratchFolder();
        var study = new SimulationStudy
        {
            Deck = folder.Write("deck.cir", Deck),
            Engine = new ReducedEngine(),
            CrossCheck = [new ReducedEngine()],
            Noise = [new ThermalNoise()],
            Kelvin = 350,
            Seed = 5,
        };
        var record = Rerun.Repeats(study);
        Assert.True(record.Agrees);
        Assert.Equal(0, record.CrossCheck[0].WorstVoltsDifference);
        Assert.NotEqual(record.FinalVolts["out"], (study with { Seed = 6 }).Run().FinalVolts["out"]);
    }

    /// <summary>A record stands for the whole circuit: what an included file includes counts as well.</summary>
    [Theory]
    [InlineData("load.lib")]
    [InlineData("deeper.inc")]
    public void Simulate_OfADeckWhoseIncludedFileHasChanged_IsRefused(string changed)
    {
        using var folder = new ScratchFolder();
        folder.Write("deeper.inc", "C1 out 0 1n\n");
        folder.Write("load.lib", "* the load\n.inc deeper.inc\n");
        var deck = folder.Write("deck.cir", Deck.Replace("C1 out 0 1n", ".include 'load.lib'"));
        var asked = (SimulationStudy)new SimulationStudy { Deck = deck, Engine = new ReducedEngine() }.Run().Options!;
        Rerun.Repeats(asked);
        Assert.Equal(["load.lib", "deeper.inc"], asked.Includes!.Select(file => file.Name));
        File.AppendAllText(folder[changed], "* other\n");
        Assert.Contains($"{changed}: the file has changed", Assert.Throws<InvalidDataException>(() => asked.Run()).Message);
    }
}
