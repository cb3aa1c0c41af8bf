using Plots;

namespace Cli.Output;

/// <summary>A figure of the report: on the page and as a file of its own.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Caption">What to see in it.</param>
internal sealed record ReportFigure(string Name, Figure Figure, string Caption)
{
    /// <summary>True when the verb itself writes a table NAME.csv, which the numbers of the figure must not replace.</summary>
    internal bool HasOwnTable { get; init; }
}
