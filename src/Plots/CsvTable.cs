using System.Globalization;
using System.Text;

namespace Plots;

/// <summary>Rows under a heading as comma-separated text. Source: RFC 4180, with line feeds alone as line ends.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    internal CsvTable(params ReadOnlySpan<string> headings)
    {
        _columns = headings.Length;
        Add(headings);
    }

    /// <summary>A number with all its digits.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds a row, quoted where it must be.</summary>
    internal CsvTable Add(params ReadOnlySpan<string> cells)
    {
        if (cells.Length != _columns)
            throw new ArgumentException($"A row of {cells.Length} cells under {_columns} headings.", nameof(cells));
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0) _text.Append(',');
            bool isPlain = cells[i].AsSpan().IndexOfAny(",\"\r\n") < 0;
            if (isPlain) _text.Append(cells[i]);
            else _text.Append('"').Append(cells[i].Replace("\"", "\"\"")).Append('"');
        }
        _text.Append('\n');
        return this;
    }

    /// <summary>Adds the row of a line to compare with; its first cell says so.</summary>
    internal CsvTable AddReference(ReferenceLine? line, int column)
    {
        if (line is null) return this;
        var cells = new string[_columns];
        Array.Fill(cells, "");
        cells[0] = $"reference: {line.Label}";
        cells[column] = Number(line.Value);
        return Add(cells);
    }

    internal string ToText() => _text.ToString();
}
