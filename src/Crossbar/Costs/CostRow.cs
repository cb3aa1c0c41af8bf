using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>Where the energy of a row comes from.</summary>
public enum CostEvidence
{
    /// <summary>Integrated from the run: voltages and currents of the circuit, or the array solved for states that the run went
    /// through.</summary>
    Measured,

    /// <summary>A count of this run times a unit cost that somebody published, or that is stated as an assumption.</summary>
    Modelled,
}

/// <summary>One item of a ledger: so many of something, at so much each.</summary>
public sealed record CostRow
{
    private readonly string _component = "", _source = "";

    /// <summary>What takes the energy. Not empty.</summary>
    public required string Component
    {
        get => _component;
        init => _component = value.Trim().Length > 0 ? value
            : throw new ArgumentException("A cost row must name its component.", nameof(Component));
    }

    /// <summary>What is counted: "column-read", "clock", "second" …; see <see cref="Activity"/>.</summary>
    public required string Per { get; init; }

    /// <summary>How many in one run. Range: ≥ 0.</summary>
    public required double Count { get; init => field = Check.NotNegative(value, nameof(Count)); }

    /// <summary>Energy of one, J. Range: ≥ 0.</summary>
    public required double UnitJoules { get; init => field = Check.NotNegative(value, nameof(UnitJoules), "J"); }

    /// <summary>Silicon area of the component, m²; 0 where the source gives none. Range: ≥ 0.</summary>
    public double SquareMetres { get; init => field = Check.NotNegative(value, nameof(SquareMetres), "m²"); }

    /// <summary>Technology node that the unit cost belongs to; "-" where it does not depend on one.</summary>
    public string Node { get; init; } = "-";

    /// <summary>Where the unit cost comes from. Not empty: a figure that nobody stands for is not entered.</summary>
    public required string Source
    {
        get => _source;
        init => _source = value.Trim().Length > 0 ? value
            : throw new ArgumentException($"The cost row '{Component}' has no source.", nameof(Source));
    }

    /// <summary>Measured in the run or modelled.</summary>
    public required CostEvidence Evidence { get; init; }

    /// <summary>What a reader should know about it; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>True for a figure that its own source does not explain.</summary>
    public bool IsUnexplained { get; init; }

    /// <summary>Count times unit cost, J.</summary>
    public double Joules => Count * UnitJoules;

    /// <summary>The sum with its numbers, as text.</summary>
    public string Formula => FormattableString.Invariant($"{Component}: {Count:g6} {Per}(s) × {UnitJoules:g6} J = {Joules:g6} J per run");
}
