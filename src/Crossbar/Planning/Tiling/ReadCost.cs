using Hopfield.Numerics;

namespace Crossbar.Planning.Tiling;

/// <summary>
/// Time and energy of one read (one product) of a tile. The array draws its static power until the outputs have settled and have been
/// sampled, and its word lines are charged once:
/// <code>
/// E = P · max(t_settle, t_read) + Σ over driven word lines of C_line V².
/// </code>
/// </summary>
public sealed record ReadCost
{
    /// <summary>Settling time of the lines (<see cref="LineSettling"/>), s.</summary>
    public required double SettleSeconds { get; init; }

    /// <summary>How long the lines are driven: the settling time, or the shortest read if that is longer, s.</summary>
    public required double ReadSeconds { get; init; }

    /// <summary>Static power over the time of the read, J.</summary>
    public required double StaticJoules { get; init; }

    /// <summary>Charge on the word lines, J.</summary>
    public required double ChargeJoules { get; init; }

    /// <summary>Both, J.</summary>
    public double Joules => StaticJoules + ChargeJoules;

    /// <summary>The cost of a read.</summary>
    /// <param name="plan">The tile.</param>
    /// <param name="drive">Drivers and sense nodes.</param>
    /// <param name="watts">Power that the drivers deliver, W.</param>
    /// <param name="readVolts">Read voltage, V.</param>
    /// <param name="drivenShare">Share of word lines that are not at 0 V.</param>
    /// <param name="settleFraction">How close to its end value an output must be. Default 1 % (our choice).</param>
    public static ReadCost Of(ArrayPlan plan, ArrayDrive drive, double watts, double readVolts, double drivenShare,
        double settleFraction = 0.01)
    {
        Check.InRange(drivenShare, 0, 1, nameof(drivenShare));
        double settle = LineSettling.Of(plan, drive.DriverOhms, drive.SenseOhms, drive.FromBothEnds).Seconds(settleFraction);
        return new()
        {
            SettleSeconds = settle,
            ReadSeconds = Math.Max(settle, drive.ReadSeconds),
            StaticJoules = watts * Math.Max(settle, drive.ReadSeconds),
            ChargeJoules = drivenShare * plan.Rows * plan.WordLineFarads * readVolts * readVolts,
        };
    }
}
