using Cli.Output;
using Plots.Export;
using Studies.Compiling;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The files of one problem: record, the compiled circuit, figures. Existing files of these names are replaced, others left
/// alone.</summary>
internal static class ProblemFiles
{
    /// <summary>Largest array that is written as a deck, cells with their wires counted; a line each, some 60 bytes (our choice: 25
    /// MB).</summary>
    private const long MostDeckElements = 400_000;

    /// <summary>Writes them.</summary>
    /// <returns>One row per file: name and what it holds.</returns>
    internal static ResultTable Write(string folder, SolveRecord outcome, CircuitReplay? replay, IEnumerable<ReportFigure> figures,
        IReadOnlyList<FigureFormat> formats)
    {
        var table = new ResultTable("file", "what it is");
        Text("record.json", outcome.ToJson(), "the full record, as --json writes it");
        if (replay is not null)
        {
            long elements = replay.Compiled.Weights.Cells.Siemens.LongLength * (replay.Compiled.Parameters.Wires.IsIdeal ? 1 : 3);
            bool withDeck = elements <= MostDeckElements;
            var best = outcome.Main.Best!;
            CrossbarFiles.Write(folder, $"{outcome.Problem}, run {best.Number}", replay.Compiled, outcome.Seed, best.Start,
                withDeck);
            table.Add("conductances.csv", "siemens; rows are word lines, columns bit lines").Add("conductances.npy", "the same for NumPy")
                .Add("mapping.json", "what each word line carries, and the scale from weights to siemens")
                .Add(withDeck ? "deck.cir" : "(no deck)", withDeck
                    ? "the best run's circuit and start as a SPICE deck: ngspice -b -r out.raw deck.cir"
                    : $"{elements:n0} resistors are too many for a report; 'hopfield compile' writes such decks");
        }
        foreach (var figure in figures)
            foreach (string file in FigureFiles.Write(folder, figure.Name, figure.Figure, formats,
                figure.HasOwnTable))
                table.Add(file, Path.GetExtension(file) == ".csv" ? $"the numbers of the figure {figure.Name}" : figure.Figure.Title);
        return table;

        void Text(string name, string content, string what)
        {
            File.WriteAllText(Path.Combine(folder, name), content);
            table.Add(name, what);
        }
    }
}
