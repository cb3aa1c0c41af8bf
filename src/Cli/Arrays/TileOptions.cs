using System.CommandLine;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;
using Crossbar.Arrays.Tiling;

namespace Cli.Arrays;

/// <summary>The options by which users cut an array into tiles and say how partial sums are added.</summary>
internal sealed class TileOptions
{
    private readonly Option<int?> _rows = new("--tile-rows")
    {
        Description = "Cut the array into tiles of N word lines, each with its own drivers. Default: all of them in one tile.",
        HelpName = "N",
    };

    private readonly Option<int?> _columns = new("--tile-columns")
    {
        Description = "Cut the array into tiles of M bit lines. Default: all of them in one tile.",
        HelpName = "M",
    };

    private readonly Option<string?> _sums = new("--partial-sums")
    {
        Description = "Add the tiles' outputs as numbers, each sensed on its own (digital, the default), or as currents on global bit lines (shared).",
        HelpName = "digital|shared",
    };

    private readonly Option<double?> _segment =
        ArrayOptions.Ohms("--global-segment-ohms",
            "Resistance of a global bit line from tile to tile, and from the last one to its sense node, in ohms. Default 0.");

    private readonly Option<double?> _sense =
        ArrayOptions.Ohms("--global-sense-ohms", "Resistance between a global bit line and its virtual ground, in ohms. Default 0.");

    internal TileOptions() => _sums.AcceptOnlyFromAmong("digital", "shared");

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_rows, _columns, _sums, _segment, _sense]) command.Options.Add(option);
    }

    /// <summary>True when the array is cut.</summary>
    internal bool AreGiven(ParseResult parsed) => parsed.GetValue(_rows) is not null || parsed.GetValue(_columns) is not null;

    /// <summary>Solver of the tiles; null when the array stays whole.</summary>
    /// <exception cref="ArgumentException">Options contradict each other.</exception>
    internal (TiledArraySolver Solver, TileRecord Record)? Solver(ParseResult parsed, ArrayCircuit circuit, ICellLawFactory? law,
        ArraySolverOptions options)
    {
        bool shared = parsed.GetValue(_sums) == "shared";
        if (!AreGiven(parsed) && parsed.GetValue(_sums) is not null)
            throw new ArgumentException("--partial-sums needs tiles; expected --tile-rows N as well");
        if (!shared && (parsed.GetValue(_segment) ?? parsed.GetValue(_sense)) is not null)
            throw new ArgumentException("--global-segment-ohms and --global-sense-ohms are of shared lines; expected --tile-rows N --partial-sums shared as well");
        if (!AreGiven(parsed)) return null;
        if (shared && law is not null)
            throw new ArgumentException($"--cell-law {law.Name} with --partial-sums shared: tiles on shared lines are solved for ohmic cells only; "
                + "expected --partial-sums digital or --cell-law linear");
        int rows = Size(parsed, _rows, circuit.Cells.Rows), columns = Size(parsed, _columns, circuit.Cells.Columns);
        var lines = shared ? new GlobalBitLines { SegmentOhms = parsed.GetValue(_segment) ?? 0, SenseOhms = parsed.GetValue(_sense) ?? 0 }
            : null;
        var solver = new TiledArraySolver(circuit, rows, columns, lines, law, options);
        return (solver, new(rows, columns, solver.Tiles, shared ? "shared" : "digital", lines?.SegmentOhms, lines?.SenseOhms));
    }

    private static int Size(ParseResult parsed, Option<int?> option, int whole)
    {
        int size = parsed.GetValue(option) ?? whole;
        return size >= 1 ? size : throw new ArgumentException($"{option.Name} must be a whole number of at least 1, not {size}");
    }
}

/// <summary>How an array was cut, for the record.</summary>
/// <param name="Rows">Word lines of a whole tile.</param>
/// <param name="Columns">Bit lines of a whole tile.</param>
/// <param name="Count">Number of tiles.</param>
/// <param name="PartialSums">digital or shared.</param>
/// <param name="GlobalSegmentOhms">Resistance from tile to tile, Ω; null without shared lines.</param>
/// <param name="GlobalSenseOhms">Resistance at the end of a global line, Ω; null without shared lines.</param>
internal sealed record TileRecord(int Rows, int Columns, int Count, string PartialSums, double? GlobalSegmentOhms, double? GlobalSenseOhms);
