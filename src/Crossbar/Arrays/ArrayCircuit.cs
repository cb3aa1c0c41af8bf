namespace Crossbar.Arrays;

/// <summary>One array as a linear circuit: cells, wires, and what its lines are connected to. Word line i starts at column 0, bit line j at
/// row 0. By default word lines are driven at their start and bit lines sensed at their end by ideal ports.</summary>
/// <param name="Cells">The cells, S.</param>
/// <param name="Wires">The wire segments.</param>
public sealed record ArrayCircuit(ConductanceMatrix Cells, ArrayWires Wires)
{
    /// <summary>Connections of the word lines. Default: driven at the start, 0 Ω (convention of the project).</summary>
    public LineTerminals WordTerminals { get; init; } = LineTerminals.AtStart();

    /// <summary>Connections of the bit lines. Default: sensed at the end, 0 Ω (convention of the project).</summary>
    public LineTerminals BitTerminals { get; init; } = LineTerminals.AtEnd();
}
