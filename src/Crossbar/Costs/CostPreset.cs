using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>One unit cost of a preset.</summary>
public sealed record CostItem
{
    /// <summary>What takes the energy.</summary>
    public required string Component { get; init; }

    /// <summary>What it is per; a quantity of <see cref="Activity.Meanings"/>.</summary>
    public required string Per
    {
        get;
        init => field = Activity.Meanings.ContainsKey(value) ? value : throw Activity.Unknown(value);
    }

    /// <summary>Energy of one, J; null when <see cref="Watts"/> is given. Range: ≥ 0.</summary>
    public double? Joules { get; init => field = value is { } j ? Check.NotNegative(j, nameof(Joules), "J") : null; }

    /// <summary>Power, W, of what draws it all the time (per second); null when <see cref="Joules"/> is given. Range: ≥ 0.</summary>
    public double? Watts { get; init => field = value is { } w ? Check.NotNegative(w, nameof(Watts), "W") : null; }

    /// <summary>Area, m²; 0 where the source gives none. Range: ≥ 0.</summary>
    public double SquareMetres { get; init => field = Check.NotNegative(value, nameof(SquareMetres), "m²"); }

    /// <summary>Technology node of the figure.</summary>
    public string Node { get; init; } = "-";

    /// <summary>Where the figure comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What a reader should know.</summary>
    public string Note { get; init; } = "";

    /// <summary>True for a figure that its source does not explain.</summary>
    public bool IsUnexplained { get; init; }

    /// <summary>Energy of one, J.</summary>
    public double UnitJoules => Joules ?? Watts ?? 0;
}

/// <summary>Unit costs of one kind of machine, from published sources or a user's own file.</summary>
public sealed record CostPreset
{
    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The kind of machine: clocked, continuous, digital, time.</summary>
    public required string Machine { get; init; }

    /// <summary>True when the items hold the cells' energy already, so that the measured one is not counted twice.</summary>
    public bool HoldsArray { get; init; }

    /// <summary>Everything is multiplied by this for supply and cooling. Range: ≥ 1. Default 1.</summary>
    public double Overhead { get; init => field = Check.InRange(value, 1, 100, nameof(Overhead)); } = 1;

    /// <summary>Where the overhead comes from.</summary>
    public string OverheadSource { get; init; } = "";

    /// <summary>Columns per clock that the figures assume; null for any.</summary>
    public int? BatchColumns { get; init; }

    /// <summary>Neurons that the figures are of, where they hold whole arrays; null for any. They are not scaled.</summary>
    public int? Neurons { get; init; }

    /// <summary>Clock of the source, Hz; null for any.</summary>
    public double? ClockHertz { get; init; }

    /// <summary>Decisions per second of a digital engine; null where time comes from the run.</summary>
    public double? UpdatesPerSecond { get; init; }

    /// <summary>Time to solution that the source prints, s, for machines that are not simulated here; null for none. It is of another
    /// instance.</summary>
    public double? PublishedToSolutionSeconds { get; init => field = value is { } s ? Check.Positive(s, nameof(PublishedToSolutionSeconds), "s") : null; }

    /// <summary>The items.</summary>
    public required IReadOnlyList<CostItem> Items { get; init; }

    /// <summary>How a run differs from what the figures were published for; empty where it does not.</summary>
    public string MismatchOf(int neurons, int batchColumns, double clockHertz)
    {
        var parts = new List<string>();
        if (Neurons is { } n && n != neurons) parts.Add($"{n} neurons");
        if (BatchColumns is { } batch && batch != batchColumns) parts.Add($"{batch} column(s) per clock");
        if (ClockHertz is { } hertz && Math.Abs(hertz / clockHertz - 1) > 1e-6)
            parts.Add(FormattableString.Invariant($"{hertz / 1e6:g4} MHz"));
        return parts.Count == 0 ? "" : $"published for {string.Join(", ", parts)}, not scaled";
    }

    /// <summary>The ledger of a run.</summary>
    /// <param name="activity">What the run did.</param>
    /// <param name="measured">Rows that were measured in it; left out where the preset holds the array.</param>
    public CostLedger Apply(Activity activity, IReadOnlyList<CostRow> measured)
    {
        var rows = new List<CostRow>(HoldsArray ? [] : measured);
        foreach (var item in Items)
            rows.Add(new()
            {
                Component = item.Component,
                Per = item.Per,
                Count = activity[item.Per],
                UnitJoules = item.UnitJoules,
                SquareMetres = item.SquareMetres,
                Node = item.Node,
                Source = item.Source,
                Note = item.Note,
                IsUnexplained = item.IsUnexplained,
                Evidence = CostEvidence.Modelled,
            });
        if (Overhead > 1)
            rows.Add(new()
            {
                Component = "supply and cooling",
                Per = "run",
                Count = 1,
                UnitJoules = (Overhead - 1) * rows.Sum(row => row.Joules),
                Source = OverheadSource,
                Evidence = CostEvidence.Modelled,
                Note = FormattableString.Invariant($"factor {Overhead} on everything"),
            });
        return new(activity.Machine, activity.Seconds, rows);
    }
}
