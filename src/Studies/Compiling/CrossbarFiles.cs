using Crossbar.Machines;
using Crossbar.Spice;
using Hopfield.Files;
using Studies.Records;
using Studies.Solving;

namespace Studies.Compiling;

/// <summary>A compiled crossbar as files that other tools read.</summary>
public static class CrossbarFiles
{
    /// <summary>The files that are written.</summary>
    public static IReadOnlyList<string> Names { get; } = ["deck.cir", "conductances.csv", "conductances.npy", "mapping.json"];

    /// <summary>Writes deck, conductances and mapping into an existing folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Name of the instance.</param>
    /// <param name="compiled">The crossbar.</param>
    /// <param name="seed">The deck starts where run 0 of a command with this seed starts.</param>
    public static void Write(string folder, string name, CompiledHopfield compiled, ulong seed) =>
        Write(folder, name, compiled, seed, Experiment.RandomStart(compiled.Model.Size, Experiment.KeyOf(seed, 0)));

    /// <summary>The same with start activations of one's own, and without the deck where that would be too long.</summary>
    public static void Write(string folder, string name, CompiledHopfield compiled, ulong seed, double[] start, bool withDeck = true)
    {
        var cells = compiled.Weights.Cells;
        var matrix = new Matrix(cells.Rows, cells.Columns, cells.Siemens);
        foreach (string file in (string[])["conductances.csv", "conductances.npy"]) MatrixFile.Write(Path.Combine(folder, file), matrix);
        File.WriteAllText(Path.Combine(folder, "mapping.json"), RecordJson.Of(MappingRecord.Of(name, compiled, seed)));
        if (withDeck) File.WriteAllText(Path.Combine(folder, "deck.cir"), Deck(name, compiled, seed, start));
    }

    private static string Deck(string name, CompiledHopfield compiled, ulong seed, double[] start)
    {
        var parameters = compiled.Parameters;
        // A deck cannot stop at rest: it runs through the annealing and a hundred time constants more.
        var request = compiled.Request(start) with
        {
            StopSeconds = Math.Min(parameters.StopTimeConstants, parameters.AnnealTimeConstants + 100) * compiled.TimeConstantSeconds,
        };
        var netlist = compiled.Netlist with { Comments = [$"{name}, seed {seed}, written by hopfield {ProgramVersion.Text}"] };
        return SpiceDeckWriter.Write(netlist, request);
    }
}
