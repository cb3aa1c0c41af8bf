using Cli.Output;
using Crossbar.Machines;
using Crossbar.Spice;
using Hopfield.Files;

namespace Cli.Solving;

/// <summary>A compiled crossbar as files that other tools read.</summary>
internal static class CompiledFiles
{
    /// <summary>The files that are written.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["deck.cir", "conductances.csv", "conductances.npy", "mapping.json"];

    /// <summary>Writes deck, conductances and mapping into an existing folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Name of the instance.</param>
    /// <param name="compiled">The crossbar.</param>
    /// <param name="seed">The deck starts where run 0 of a command with this seed starts.</param>
    internal static void Write(string folder, string name, CompiledHopfield compiled, ulong seed) =>
        Write(folder, name, compiled, seed, Solve.RandomStart(compiled.Model.Size, SolveResult.KeyOf(seed, 0)));

    /// <summary>The same with start activations of one's own, and without the deck where that would be too long.</summary>
    internal static void Write(string folder, string name, CompiledHopfield compiled, ulong seed, double[] start, bool withDeck = true)
    {
        var cells = compiled.Weights.Cells;
        var matrix = new Matrix(cells.Rows, cells.Columns, cells.Siemens);
        foreach (string file in (string[])["conductances.csv", "conductances.npy"]) MatrixFile.Write(Path.Combine(folder, file), matrix);
        File.WriteAllText(Path.Combine(folder, "mapping.json"), JsonText.Of(Mapping(name, compiled, seed)));
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
        var netlist = compiled.Netlist with { Comments = [$"{name}, seed {seed}, written by hopfield {AppVersion.Text}"] };
        return SpiceDeckWriter.Write(netlist, request);
    }

    private static object Mapping(string name, CompiledHopfield compiled, ulong seed)
    {
        var weights = compiled.Weights;
        int n = weights.SpinCount;
        return new
        {
            Problem = name,
            Seed = seed,
            Version = AppVersion.Text,
            weights.Mapping,
            Spins = n,
            WordLines = weights.Cells.Rows,
            BitLines = weights.Cells.Columns,
            weights.BiasLines,
            weights.UnitSiemens,
            weights.Offset,
            compiled.TimeConstantSeconds,
            compiled.GainPerVolt,
            compiled.VoltsPerWeight,
            compiled.Parameters,
            // Word line k carries sign times the output of spin (or the bias voltage where spin is null).
            Lines = Enumerable.Range(0, weights.Cells.Rows)
                .Select(k => new { Line = k, Spin = k < 2 * n ? k / 2 : (int?)null, Sign = k % 2 == 0 ? 1 : -1 }),
        };
    }
}
