using System.Globalization;
using System.Net;
using System.Text;
using Plots.Export;

namespace Plots.Pages;

/// <summary>One self-contained page: headings, text, tables and figures in the order in which they are added. No script, no file beside it,
/// no network; follows the reader's light or dark setting; prints.</summary>
public sealed class HtmlReport(string title)
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fff; --line: #d1d9e0; --band: #f6f8fa; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --line: #3d444d; --band: #151b23; } }
        body { font: 16px/1.5 system-ui, 'Segoe UI', 'DejaVu Sans', Helvetica, Arial, sans-serif; color: var(--ink); background: var(--paper);
          max-width: 78rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; }
        p, ul { max-width: 54rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; margin: 1rem 0; font-size: .92rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .35rem .65rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { border-bottom-width: 2px; } tbody tr:nth-child(even) { background: var(--band); } .n { text-align: right; } td.n { white-space: nowrap; }
        td { max-width: 26rem; } td:first-child { min-width: 8rem; }
        .figures { display: flex; flex-wrap: wrap; gap: 1.25rem; align-items: flex-start; }
        figure { margin: 0 0 1rem; max-width: 100%; }
        figure svg { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
        /* A caption is as wide as its figure, never wider: figures could not stand side by side. */
        figcaption { color: var(--soft); font-size: .88rem; margin-top: .4rem; width: 0; min-width: 100%; }
        """;

    private readonly StringBuilder _body = new();
    private int _figures;
    private bool _inFigures;

    /// <summary>Starts a section.</summary>
    public HtmlReport Section(string heading) => Append($"<h2>{Escape(heading)}</h2>\n");

    /// <summary>Starts a part of a section.</summary>
    public HtmlReport Subsection(string heading) => Append($"<h3>{Escape(heading)}</h3>\n");

    /// <summary>Adds a paragraph of plain text.</summary>
    public HtmlReport Paragraph(string text) => Append($"<p>{Escape(text)}</p>\n");

    /// <summary>Adds a list of plain sentences.</summary>
    public HtmlReport List(IEnumerable<string> items) =>
        Append($"<ul>\n{string.Concat(items.Select(item => $"<li>{Escape(item)}</li>\n"))}</ul>\n");

    /// <summary>Adds a table; columns that hold only numbers (with or without a unit) are aligned to the right.</summary>
    /// <exception cref="ArgumentException">A row has another number of cells than the heading.</exception>
    public HtmlReport Table(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.FirstOrDefault(row => row.Count != headings.Count) is { } odd)
            throw new ArgumentException($"A row has {odd.Count} cells under {headings.Count} headings.", nameof(rows));
        var html = new StringBuilder("<div class=\"scroll\"><table>\n");
        string[] classes = [.. headings.Select((_, column) => rows.Count > 0 && rows.All(row => IsNumber(row[column])) ? " class=\"n\""
            : "")];
        html.Append("<thead>").Append(Row("th", classes, headings)).Append("</thead>\n<tbody>\n");
        foreach (var row in rows) html.Append(Row("td", classes, row));
        return Append(html.Append("</tbody></table></div>\n").ToString());
    }

    /// <summary>Adds a figure; figures that follow each other stand side by side where the page is wide enough.</summary>
    public HtmlReport Figure(Figure figure, string caption = "")
    {
        if (!_inFigures) _body.Append("<div class=\"figures\">\n");
        _inFigures = true;
        string svg = WithPrefixedIds(figure.ToSvg(), $"f{++_figures}-");
        string below = caption.Length == 0 ? "" : $"<figcaption>{Escape(caption)}</figcaption>";
        _body.Append($"<figure>{svg}{below}</figure>\n");
        return this;
    }

    /// <summary>The page so far.</summary>
    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Escape(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <h1>{Escape(title)}</h1>
        {_body}{(_inFigures ? "</div>\n" : "")}</body>
        </html>

        """;

    private HtmlReport Append(string html)
    {
        if (_inFigures) _body.Append("</div>\n");
        _inFigures = false;
        _body.Append(html);
        return this;
    }

    // Renderers number their clip paths from 1; in one page those of two figures would be mixed up.
    private static string WithPrefixedIds(string svg, string prefix) => svg
        .Replace(" id=\"", $" id=\"{prefix}").Replace("url(#", $"url(#{prefix}").Replace("href=\"#", $"href=\"#{prefix}");

    private static string Row(string tag, string[] classes, IReadOnlyList<string> cells) =>
        $"<tr>{string.Concat(cells.Select((cell, i) => $"<{tag}{classes[i]}>{Escape(cell)}</{tag}>"))}</tr>\n";

    private static bool IsNumber(string cell) => cell is "" or "-" or "–"
        || double.TryParse(cell.Replace('−', '-').Split(' ')[0].TrimEnd('%'),
            NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
