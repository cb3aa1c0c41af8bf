using System.Text.Json.Nodes;
using Crossbar.Machines;
using Studies.Records;

namespace Studies.Compiling;

/// <summary>What stands where in a compiled array: <c>mapping.json</c> beside its deck.</summary>
internal sealed record MappingRecord
{
    /// <summary>Instance name.</summary>
    public required string Problem { get; init; }

    /// <summary>The deck starts where run 0 of a command with this seed starts.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public string Version { get; init; } = ProgramVersion.Text;

    /// <summary>Name of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>Number of spins.</summary>
    public required int Spins { get; init; }

    /// <summary>Word lines of the array.</summary>
    public required int WordLines { get; init; }

    /// <summary>Bit lines of the array.</summary>
    public required int BitLines { get; init; }

    /// <summary>Bias pairs among the word lines.</summary>
    public required int BiasLines { get; init; }

    /// <summary>Conductance difference of one unit of weight, S.</summary>
    public required double UnitSiemens { get; init; }

    /// <summary>Offset of the model, which no conductance carries.</summary>
    public required double Offset { get; init; }

    /// <summary>Mean time constant of a node, s.</summary>
    public required double TimeConstantSeconds { get; init; }

    /// <summary>Final amplifier gain, 1/V.</summary>
    public required double GainPerVolt { get; init; }

    /// <summary>Node voltage of one unit of field, V.</summary>
    public required double VoltsPerWeight { get; init; }

    /// <summary>The machine's parameters: a parameters file.</summary>
    public required JsonObject Parameters { get; init; }

    /// <summary>What each word line carries.</summary>
    public required IReadOnlyList<WordLine> Lines { get; init; }

    /// <summary>Of a compiled circuit.</summary>
    public static MappingRecord Of(string name, CompiledHopfield compiled, ulong seed)
    {
        var weights = compiled.Weights;
        int n = weights.SpinCount;
        return new()
        {
            Problem = name,
            Seed = seed,
            Mapping = weights.Mapping,
            Spins = n,
            WordLines = weights.Cells.Rows,
            BitLines = weights.Cells.Columns,
            BiasLines = weights.BiasLines,
            UnitSiemens = weights.UnitSiemens,
            Offset = weights.Offset,
            TimeConstantSeconds = compiled.TimeConstantSeconds,
            GainPerVolt = compiled.GainPerVolt,
            VoltsPerWeight = compiled.VoltsPerWeight,
            Parameters = Records.Parameters.Of(compiled.Parameters),
            Lines = [.. Enumerable.Range(0, weights.Cells.Rows)
                .Select(k => new WordLine(k, k < 2 * n ? k / 2 : null, k % 2 == 0 ? 1 : -1))],
        };
    }
}

/// <summary>A word line.</summary>
/// <param name="Line">Its number, from 0.</param>
/// <param name="Spin">The spin whose output it carries; null for the bias voltage.</param>
/// <param name="Sign">Sign of what it carries.</param>
internal sealed record WordLine(int Line, int? Spin, int Sign);
