using System.Text.RegularExpressions;
using Crossbar.Arrays;
using Crossbar.Circuits;
using Crossbar.Spice;
using Hopfield.Model;
using TestSupport;

namespace Crossbar.Tests.Engines;

/// <summary>Our own decks in tests/Golden, each with the waveforms that ngspice computed once; its README says how.</summary>
internal static class GoldenDecks
{
    private static readonly Regex Cell = new(@"^x_r(\d+)_c(\d+)$", RegexOptions.CultureInvariant);

    private static string Folder => Path.Combine(SharedFolder.Repository, "tests", "Golden");

    /// <summary>Names without extension.</summary>
    public static string[] Names =>
        [.. Directory.GetFiles(Folder, "*.cir").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>The deck of that name.</summary>
    public static SpiceDeck Deck(string name) => SpiceDeckReader.Read(Path.Combine(Folder, name + ".cir"));

    /// <summary>The deck's circuit with its array as one element again: the cells as the deck has them, segments of the given
    /// resistance.</summary>
    public static Netlist WithArray(string name, double segmentOhms)
    {
        var netlist = Deck(name).Netlist;
        var cells = netlist.Elements.OfType<Resistor>().Select(resistor => (Match: Cell.Match(resistor.Name), resistor.Ohms))
            .Where(cell => cell.Match.Success)
            .ToDictionary(cell => (int.Parse(cell.Match.Groups[1].Value), int.Parse(cell.Match.Groups[2].Value)), cell => 1 / cell.Ohms);
        int rows = 1 + cells.Keys.Max(cell => cell.Item1), columns = 1 + cells.Keys.Max(cell => cell.Item2);
        var array = new CrossbarArray("x", [.. Enumerable.Range(0, rows).Select(k => (k % 2 == 0 ? "p" : "n") + k / 2)],
            [.. Enumerable.Range(0, columns).Select(i => $"u{i}")],
            new ConductanceMatrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(k => cells[(k / columns, k % columns)])]),
            ArrayWires.Uniform(segmentOhms));
        return netlist with
        {
            Elements = [.. netlist.Elements.Where(element => !element.Name.StartsWith("x_", StringComparison.Ordinal)), array],
        };
    }

    /// <summary>The waveforms of that name.</summary>
    public static Waveforms Reference(string name)
    {
        string[] lines = [.. File.ReadLines(Path.Combine(Folder, name + ".csv")).Where(line => !line.StartsWith('#'))];
        double[][] rows = [.. lines[1..].Select(line => line.Split(',').Select(double.Parse).ToArray())];
        string[] nodes = lines[0].Split(',')[1..];
        return new([.. rows.Select(row => row[0])], nodes, [.. nodes.Select((_, i) => rows.Select(row => row[i + 1]).ToArray())]);
    }
}
