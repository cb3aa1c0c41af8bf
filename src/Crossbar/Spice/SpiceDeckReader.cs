using Crossbar.Circuits;

namespace Crossbar.Spice;

/// <summary>Reads the decks that this house writes and simple ones by hand, so that every engine can run them: R, C, V and I (dc, PWL), B
/// with V=vdd*tanh(gain*v(node)), E with gain −1 on an amplifier output, X of our subcircuits and of the devices' twins
/// (<c>circuits/devices</c>), .ic and ic=, .tran, .options, .save and .include. Anything else is an error with its line, never
/// skipped.</summary>
public static class SpiceDeckReader
{
    /// <summary>Reads a deck file.</summary>
    /// <exception cref="FileNotFoundException">The deck or a file that it includes is missing.</exception>
    /// <exception cref="InvalidDataException">A line is not understood; the message has path and line.</exception>
    public static SpiceDeck Read(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"{path}: no such deck", path);
        using var reader = File.OpenText(path);
        return Read(reader, path);
    }

    /// <summary>Reads a deck from text.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="path">Its name in messages, and the place from which .include paths start.</param>
    /// <exception cref="FileNotFoundException">An included file is missing.</exception>
    /// <exception cref="InvalidDataException">A line is not understood; the message has path and line.</exception>
    public static SpiceDeck Read(TextReader reader, string path)
    {
        var (title, comments, lines) = SpiceDeckLines.Read(reader, path);
        var elements = new SpiceElementReader();
        var commands = new SpiceCommandReader();
        for (int at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Text.StartsWith(".subckt", StringComparison.Ordinal)) at = SkipSubcircuit(lines, at);
            else if (line.Text[0] == '.') commands.Read(line);
            else elements.Read(line);
        }
        var (list, nodes) = elements.Finish(commands.SavedNodes);
        var starts = commands.StartVolts(list, elements.CapacitorStarts);
        list = commands.StartStates(list);
        var states = list.OfType<Memristor>().SelectMany(m => m.StateNodes).ToHashSet();
        var netlist = new Netlist
        {
            Title = title,
            Comments = comments,
            Elements = list,
            ProbeNodes = commands.Probes(nodes),
            InitialVolts = starts.Where(start => !states.Contains(start.Key)).ToDictionary(),
        };
        return new(netlist, commands.Request(path));
    }

    /// <summary>A subcircuit's text may stand in the deck if it is one of ours, word for word. Returns the index of its .ends.</summary>
    private static int SkipSubcircuit(List<SpiceLine> lines, int start)
    {
        string name = lines[start].Text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "";
        bool isTwin = SpiceTwins.Find(name) is not null;
        if (!isTwin && !SpiceLibrary.Names.Contains(name)) throw SpiceTwins.Unknown(lines[start], name);
        int end = lines.FindIndex(start, line => line.Text.StartsWith(".ends", StringComparison.Ordinal));
        if (end < 0) throw lines[start].Error($"subcircuit '{name}' has no .ends", ".ends");
        string[] given = [.. lines[start..(end + 1)].Select(line => SpiceLibrary.Normalize(line.Text))];
        string[] ours = isTwin ? SpiceTwins.DefinitionOf(name) : SpiceLibrary.DefinitionOf(name);
        for (int k = 0; k < Math.Max(given.Length, ours.Length); k++)
            if (k >= given.Length || k >= ours.Length || given[k] != ours[k])
                throw lines[Math.Min(start + k, end)].Error($"subcircuit '{name}' is not that of {(isTwin ? $"circuits/devices/{name}.lib" : SpiceLibrary.FileOf(name))}",
                    k < ours.Length ? $"'{ours[k]}'" : "no more lines");
        return end;
    }
}
