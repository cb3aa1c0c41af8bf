namespace Crossbar.Circuits;

/// <summary>A circuit and what to observe in it, in no engine's language. Every engine answers the same netlist.</summary>
public sealed record Netlist
{
    /// <summary>One line that says what the circuit is.</summary>
    public required string Title { get; init; }

    /// <summary>The elements, in order.</summary>
    public required IReadOnlyList<NetlistElement> Elements { get; init; }

    /// <summary>Nodes whose voltage is recorded, in order.</summary>
    public required IReadOnlyList<string> ProbeNodes { get; init; }

    /// <summary>Initial voltages of capacitor nodes, V; nodes not named start at 0 V.</summary>
    public IReadOnlyDictionary<string, double> InitialVolts { get; init; } = new Dictionary<string, double>();

    /// <summary>Comment lines carried into a written deck (provenance: problem, seed, mapping).</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];
}
