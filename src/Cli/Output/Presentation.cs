using Plots.Export;
using Plots.Pages;
using Studies.Records;

namespace Cli.Output;

/// <summary>What a verb shows of a record, in order: sentences, tables, figures, files. Printed, it is text on stdout; in a folder, a page
/// with every figure as a file beside it.</summary>
internal sealed class Presentation(string title)
{
    private readonly List<object> _parts = [];

    private sealed record Line(string Text, bool OnPage, bool Printed);

    private sealed record Titled(string? Heading, ResultTable Table, bool OnPage, bool Printed);

    private sealed record Extra(string Name, Action<string> WriteTo);

    /// <summary>A sentence.</summary>
    internal Presentation Say(string text, bool onPage = true, bool printed = true)
    {
        _parts.Add(new Line(text, onPage, printed));
        return this;
    }

    /// <summary>A table, under a heading of its own where one is given.</summary>
    internal Presentation Table(ResultTable? table, string? heading = null, bool onPage = true, bool printed = true)
    {
        if (table is not null) _parts.Add(new Titled(heading, table, onPage, printed));
        return this;
    }

    /// <summary>A figure: on the page and as a file.</summary>
    internal Presentation Figure(ReportFigure? figure)
    {
        if (figure is not null) _parts.Add(figure);
        return this;
    }

    /// <summary>Figures.</summary>
    internal Presentation Figures(IEnumerable<ReportFigure> figures)
    {
        _parts.AddRange(figures);
        return this;
    }

    /// <summary>A file of the folder that is no figure; the action writes it to the path it is given.</summary>
    internal Presentation File(string name, Action<string> writeTo)
    {
        _parts.Add(new Extra(name, writeTo));
        return this;
    }

    /// <summary>Writes sentences and tables to stdout.</summary>
    /// <param name="folder">Where the page is; null without one.</param>
    internal void Print(string? folder)
    {
        bool first = true;
        foreach (object part in _parts)
        {
            if (part is Line { Printed: true } line) Console.Out.WriteLine(line.Text);
            else if (part is Titled { Printed: true } table)
            {
                if (!first) Console.Out.WriteLine();
                if (table.Heading is { } heading) Console.Out.WriteLine(heading);
                table.Table.Print();
            }
            else continue;
            first = false;
        }
        if (folder is not null) Console.Out.WriteLine($"report: {Path.Combine(folder, "index.html")}");
    }

    /// <summary>Writes page, figures and files; those of the same names are replaced.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <param name="formats">Formats of the figures' files.</param>
    internal void Write(string folder, IReadOnlyList<FigureFormat> formats)
    {
        var page = new HtmlReport(title);
        foreach (object part in _parts)
            switch (part)
            {
                case Line { OnPage: true } line:
                    page.Paragraph(line.Text);
                    break;
                case Titled { OnPage: true } table:
                    if (table.Heading is { } heading) page.Subsection(heading);
                    page.Table(table.Table.Headings, table.Table.Rows);
                    break;
                case ReportFigure figure:
                    page.Figure(figure.Figure, figure.Caption);
                    FigureFiles.Write(folder, figure.Name, figure.Figure, formats, figure.HasOwnTable);
                    break;
                case Extra extra:
                    extra.WriteTo(Path.Combine(folder, extra.Name));
                    break;
            }
        page.Paragraph($"hopfield {ProgramVersion.Text}.");
        System.IO.File.WriteAllText(Path.Combine(folder, "index.html"), page.ToHtml());
    }
}
