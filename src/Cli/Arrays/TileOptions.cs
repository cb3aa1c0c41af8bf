using System.CommandLine;
using Studies.Arrays;

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

    /// <summary>How the array is cut; null when it stays whole.</summary>
    /// <exception cref="ArgumentException">Options contradict each other.</exception>
    internal TileCut? Read(ParseResult parsed)
    {
        bool isCut = parsed.GetValue(_rows) is not null || parsed.GetValue(_columns) is not null;
        bool isShared = parsed.GetValue(_sums) == "shared";
        if (!isCut && parsed.GetValue(_sums) is not null)
            throw new ArgumentException("--partial-sums needs tiles; expected --tile-rows N as well");
        if (!isShared && (parsed.GetValue(_segment) ?? parsed.GetValue(_sense)) is not null)
            throw new ArgumentException("--global-segment-ohms and --global-sense-ohms are of shared lines; expected --tile-rows N --partial-sums shared as well");
        return !isCut ? null : new()
        {
            Rows = Size(parsed, _rows),
            Columns = Size(parsed, _columns),
            Lines = isShared ? new() { SegmentOhms = parsed.GetValue(_segment) ?? 0, SenseOhms = parsed.GetValue(_sense) ?? 0 } : null,
        };
    }

    private static int? Size(ParseResult parsed, Option<int?> option) => parsed.GetValue(option) is not (< 1 and var size)
        ? parsed.GetValue(option) : throw new ArgumentException($"{option.Name} must be a whole number of at least 1, not {size}");
}
