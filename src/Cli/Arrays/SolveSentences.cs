using Cli.Output;
using Studies.Arrays;

namespace Cli.Arrays;

/// <summary>A solved array in words.</summary>
internal static class SolveSentences
{
    /// <summary>What was solved, in what pieces, how exactly.</summary>
    internal static IEnumerable<string> Of(ArraySolveRecord r)
    {
        yield return $"{r.Rows} x {r.Columns} cells, {r.Inputs} input vector{(r.Inputs == 1 ? "" : "s")}, segments "
            + $"{Quantity.Text(r.WordSegmentOhms, "Ω")} (word) and {Quantity.Text(r.BitSegmentOhms, "Ω")} (bit): "
            + $"{Quantity.Text(r.WallSeconds, "s")}";
        if (r.Tiles is { } tiles)
            yield return $"{tiles.Count} tile{(tiles.Count == 1 ? "" : "s")} of at most {tiles.Rows} x {tiles.Columns} cells, "
                + (r.LineIterations is { } lines
                    ? $"partial sums on shared lines of {Quantity.Text(tiles.GlobalSegmentOhms, "Ω")} a segment: at most {lines} iterations"
                    : "partial sums added as numbers");
        string work = r.NewtonSteps is { } steps
            ? $"{r.CellLaw} cells: at most {steps} Newton steps" : $"at most {r.Iterations} iterations";
        yield return $"largest output {Quantity.Text(r.LargestAmperes, "A")}, estimated error {Quantity.Text(r.OutputErrorAmperes, "A")}, "
            + $"KCL residual {Quantity.Text(r.ResidualAmperes, "A")}, {work}";
    }
}
