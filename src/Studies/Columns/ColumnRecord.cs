using System.Text.Json.Serialization;
using Crossbar.Machines.Passive;

namespace Studies.Columns;

/// <summary>Where every state of a passive column ends.</summary>
public sealed record ColumnRecord : StudyRecord
{
    /// <summary>Voltage of each row, V.</summary>
    public required double[] RowVolts { get; init; }

    /// <summary>The switch at every row.</summary>
    public required BipolarSwitch Cell { get; init; }

    /// <summary>The stable states.</summary>
    public IReadOnlyList<Attractor> Attractors =>
        [.. Map.Attractors.Select(state => new Attractor(Text(state), Column.LineVolts(state), Map.Basin(state)))];

    /// <summary>Of every state its way, and all ends that another order of switching reaches.</summary>
    public IReadOnlyList<Transition> Transitions => [.. Enumerable.Range(0, Column.StateCount).Select(state =>
        new Transition([.. Column.Path(state).Select(Text)], [.. Map.ReachableFrom(state).Select(Text)]))];

    /// <summary>Largest difference of a state's line voltage from that of the array solver, V.</summary>
    public required double LargestDifferenceVolts { get; init; }

    /// <summary>Relative standard deviation of thresholds and conductances from cell to cell; 0 for equal cells.</summary>
    public required double Spread { get; init; }

    /// <summary>Columns that were drawn; 0 without spread.</summary>
    public required int Draws { get; init; }

    /// <summary>Seed of the draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The column.</summary>
    [JsonIgnore]
    public required PassiveColumn Column { get; init; }

    /// <summary>Its map.</summary>
    [JsonIgnore]
    public required AttractorMap Map { get; init; }

    /// <summary>Share of draws in which a start (row) ends in a state (column); null without spread.</summary>
    [JsonIgnore]
    public double[]? Shares { get; init; }

    /// <summary>A state as text, the first row's cell first.</summary>
    public string Text(int state) => string.Concat(Enumerable.Range(0, Column.Size).Select(i => (char)('0' + (state >> i & 1))));
}

/// <summary>A stable state.</summary>
/// <param name="State">Its cells, the first row's first: 1 is closed.</param>
/// <param name="LineVolts">Voltage of the floating line, V.</param>
/// <param name="Basin">States that end in it.</param>
public sealed record Attractor(string State, double LineVolts, int Basin);

/// <summary>The way of a state.</summary>
/// <param name="Path">The states it passes, itself first.</param>
/// <param name="Reachable">All ends that some order of switching reaches.</param>
public sealed record Transition(IReadOnlyList<string> Path, IReadOnlyList<string> Reachable);
