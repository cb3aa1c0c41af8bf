using Cli.Output;
using Cli.Solving;
using Crossbar.Netlists;
using Hopfield.Files;

namespace Cli.Reports;

/// <summary>The files of one problem: record, conductances, deck, figures. Existing files of these names are replaced, others left alone.</summary>
internal static class ProblemFiles
{
    /// <summary>Largest array that is written as a deck, cells with their wires counted; a line each, some 60 bytes (our choice: 25 MB).</summary>
    private const long MostDeckElements = 400_000;

    /// <summary>Writes them.</summary>
    /// <returns>One row per file: name and what it holds.</returns>
    internal static ResultTable Write(string folder, SolveOutcome outcome, CircuitReplay? replay, IEnumerable<ReportFigure> figures)
    {
        var table = new ResultTable("file", "what it is");
        Text("record.json", outcome.ToReport().ToJson(), "the full record, as --json writes it");
        if (replay is not null)
        {
            var cells = replay.Compiled.Weights.Cells;
            var matrix = new Matrix(cells.Rows, cells.Columns, cells.Siemens);
            MatrixFile.Write(Path.Combine(folder, "conductances.csv"), matrix);
            MatrixFile.Write(Path.Combine(folder, "conductances.npy"), matrix);
            table.Add("conductances.csv", "siemens; rows are word lines, columns bit lines").Add("conductances.npy", "the same for NumPy");
            WriteDeck(replay);
        }
        foreach (var figure in figures) Text($"{figure.Name}.svg", figure.Figure.ToSvg(), figure.Figure.Title);
        return table;

        void WriteDeck(CircuitReplay run)
        {
            var wires = run.Compiled.Parameters.Wires;
            long elements = run.Compiled.Weights.Cells.Siemens.LongLength * (wires.IsIdeal ? 1 : 3);
            if (elements > MostDeckElements)
            {
                table.Add("(no deck)", $"{elements:n0} resistors are too many for a report; 'hopfield compile' writes such decks");
                return;
            }
            var netlist = run.Compiled.Netlist with
            {
                Comments = [$"problem: {outcome.Job.Name}; run {outcome.Main.Best!.Number} of seed {outcome.Settings.Seed}", .. run.Compiled.Netlist.Comments],
            };
            Text("deck.cir", SpiceDeckWriter.Write(netlist, run.Request), "the best run's circuit and start as a SPICE deck: ngspice -b -r out.raw deck.cir");
        }

        void Text(string name, string content, string what)
        {
            File.WriteAllText(Path.Combine(folder, name), content);
            table.Add(name, what);
        }
    }
}
