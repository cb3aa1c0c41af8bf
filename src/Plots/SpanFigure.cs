namespace Plots;

/// <summary>Horizontal bars made of spans: stacked parts of a whole, or the range that a result moves over (a tornado).</summary>
public sealed record SpanFigure : Figure
{
    /// <summary>What the bars measure.</summary>
    public required Axis X { get; init; }

    /// <summary>The bars from top to bottom.</summary>
    public required IReadOnlyList<SpanBar> Bars { get; init; }

    /// <summary>A value to compare with, drawn as a dashed vertical line; null for none.</summary>
    public ReferenceLine? Reference { get; init; }

    /// <summary>A bar of parts laid end to end from 0.</summary>
    public static SpanBar Stacked(string label, IEnumerable<(string Name, double Value)> parts)
    {
        var spans = new List<Span>();
        double end = 0;
        foreach (var (name, value) in parts) spans.Add(new(name, end, end += value));
        return new(label, spans);
    }

    private protected override CsvTable Table()
    {
        string unit = X.Unit.Length == 0 ? "" : $" ({X.Unit})";
        var table = new CsvTable("bar", "part", $"from{unit}", $"to{unit}");
        foreach (var bar in Bars)
            foreach (var span in bar.Spans) table.Add(bar.Label, span.Name, CsvTable.Number(span.From), CsvTable.Number(span.To));
        return table.AddReference(Reference, 2);
    }
}

/// <summary>One bar.</summary>
/// <param name="Label">Text beside it.</param>
/// <param name="Spans">Its parts.</param>
public sealed record SpanBar(string Label, IReadOnlyList<Span> Spans);

/// <summary>One part of a bar; parts of the same name have the same colour in all bars.</summary>
/// <param name="Name">Legend entry.</param>
/// <param name="From">Left end.</param>
/// <param name="To">Right end.</param>
public sealed record Span(string Name, double From, double To);
