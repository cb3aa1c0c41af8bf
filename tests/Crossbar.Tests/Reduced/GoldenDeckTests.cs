using Crossbar.Engines.Reduced;
using Crossbar.Spice;
using TestSupport;

namespace Crossbar.Tests.Reduced;

/// <summary>Decks in tests/Golden with waveforms that ngspice computed once, so that a machine without ngspice still has that
/// oracle.</summary>
public class GoldenDeckTests(ITestOutputHelper output)
{
    public static TheoryData<string> Decks =>
        [.. Directory.GetFiles(Path.Combine(SharedFolder.Repository, "tests", "Golden"), "*.cir").Select(path => Path.GetFileName(path))];

    /// <summary>20 µV: ten times what reltol 1e-7 leaves of the oracle circuits, which settle more slowly.</summary>
    [Theory, MemberData(nameof(Decks))]
    public void Waveforms_OfAGoldenDeck_AreThoseOfNgspice(string name)
    {
        string path = Path.Combine(SharedFolder.Repository, "tests", "Golden", name);
        string[] lines = [.. File.ReadLines(Path.ChangeExtension(path, ".csv")).Where(line => !line.StartsWith('#'))];
        string[] nodes = lines[0].Split(',')[1..];
        double[][] rows = [.. lines[1..].Select(line => line.Split(',').Select(double.Parse).ToArray())];
        var deck = SpiceDeckReader.Read(path);
        var solution = new ReducedEngine().Load(deck.Netlist).Transient(deck.Request with
        {
            OutputSeconds = [.. rows.Select(row => row[0])],
            RelativeTolerance = 1e-9,
            AbsoluteVolts = 1e-12,
        });
        double worst = 0;
        for (int k = 0; k < rows.Length; k++)
            for (int i = 0; i < nodes.Length; i++) worst = Math.Max(worst, Math.Abs(rows[k][i + 1] - solution.Volts[nodes[i]][k]));
        output.WriteLine($"{name}: largest difference {worst:e2} V");
        Assert.True(worst < 2e-5, $"{worst} V");
        Assert.True(rows[0][1..].Zip(rows[^1][1..]).All(pair => Math.Abs(pair.First - pair.Second) > 0.01), "the circuit must have moved");
    }
}
