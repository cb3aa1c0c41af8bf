using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>What one run of a machine takes: itemised energy, its time, and its area. Immutable.</summary>
/// <param name="Machine">Whose run it is.</param>
/// <param name="Seconds">Time of one run, s. Range: &gt; 0.</param>
/// <param name="Rows">The items.</param>
public sealed record CostLedger(string Machine, double Seconds, IReadOnlyList<CostRow> Rows)
{
    /// <summary>Time of one run, s.</summary>
    public double Seconds { get; } = Check.Positive(Seconds, nameof(Seconds), "s");

    /// <summary>Energy of one run, J.</summary>
    public double Joules => Rows.Sum(row => row.Joules);

    /// <summary>Mean power during a run, W.</summary>
    public double Watts => Joules / Seconds;

    /// <summary>Area of the components whose sources give one, m².</summary>
    public double SquareMetres => Rows.Sum(row => row.SquareMetres);

    /// <summary>Energy of the measured rows, J.</summary>
    public double MeasuredJoules => Rows.Where(row => row.Evidence == CostEvidence.Measured).Sum(row => row.Joules);
}
