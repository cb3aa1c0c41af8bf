using System.Globalization;
using System.Text;

namespace Plots.Tests;

/// <summary>Reads RFC 4180 text back; knows nothing of the writer.</summary>
internal static class CsvReader
{
    public static string[][] Read(string text)
    {
        var (rows, row, cell) = (new List<string[]>(), new List<string>(), new StringBuilder());
        bool isQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (isQuoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\n')) cell.Append(c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        Assert.False(isQuoted);
        Assert.Empty(row);
        Assert.All(rows, cells => Assert.Equal(rows[0].Length, cells.Length));
        return [.. rows];
    }

    public static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
}
