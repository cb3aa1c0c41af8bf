using Spectre.Console;

namespace Cli.Output;

/// <summary>A table of results: framed and coloured on a terminal, aligned columns of plain text in a pipe or file.</summary>
internal sealed class ResultTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    /// <summary>The rows so far.</summary>
    internal IReadOnlyList<string[]> Rows => _rows;

    /// <summary>Column headings.</summary>
    internal IReadOnlyList<string> Headings => headings;

    internal ResultTable Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
            throw new ArgumentException($"{cells.Length} cells under {headings.Length} headings.", nameof(cells));
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes the table to stdout.</summary>
    internal void Print()
    {
        if (Console.IsOutputRedirected) Console.Out.Write(ToPlainText());
        else foreach (var columns in Parts(AnsiConsole.Profile.Width)) AnsiConsole.Write(ToSpectre(columns));
    }

    /// <summary>The columns of each table that a terminal of this many characters gets, so that no number is broken: a table that is too
    /// wide goes on below, and each part begins with the first column.</summary>
    internal IReadOnlyList<int[]> Parts(int width)
    {
        int[] widths = Widths();
        var parts = new List<List<int>> { new() { 0 } };
        foreach (int column in Enumerable.Range(1, headings.Length - 1))
        {
            var part = parts[^1];
            // A frame takes three characters a column and one more.
            if (part.Count > 1 && part.Append(column).Sum(shown => widths[shown] + 3) + 1 > width) parts.Add(part = [0]);
            part.Add(column);
        }
        return [.. parts.Select(part => part.ToArray())];
    }

    /// <summary>Columns padded to their widest cell, two spaces apart, no trailing blanks; numbers to the right.</summary>
    internal string ToPlainText()
    {
        int[] widths = Widths();
        bool[] right = [.. headings.Select((_, column) => IsNumeric(column))];
        var lines = _rows.Prepend([.. headings]).Select(row => string.Join("  ",
            row.Select((cell, column) => right[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private int[] Widths() =>
        [.. headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Max())];

    private Table ToSpectre(int[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (int column in columns)
        {
            var made = new TableColumn($"[bold]{Markup.Escape(headings[column])}[/]");
            table.AddColumn(IsNumeric(column) ? made.RightAligned() : made);
        }
        foreach (string[] row in _rows) table.AddRow([.. columns.Select(column => Markup.Escape(row[column]))]);
        return table;
    }

    private bool IsNumeric(int column) => _rows.Count > 0
        && _rows.All(row => row[column] is "" or "-" || char.IsAsciiDigit(row[column].TrimStart('-', '−')[..1].FirstOrDefault()));
}
