using Hopfield.Numerics;

namespace Crossbar.Planning;

/// <summary>
/// How long the lines of an array take to settle after all drivers step at once, by two time constants in a chain. A line of n equal
/// sections r, c held at one end has the slowest time constant r c / (4 sin²(π/(4n + 2))), held at both ends r c / (4 sin²(π/(2n + 2))):
/// exact for a ladder (eigenvalues of the second difference). Driver and sense resistance add R · n c (half of it from both ends). An
/// output then misses its end value by
/// <code>
/// (4/π) (τ₁ e^(−t/τ₁) − τ₂ e^(−t/τ₂)) / (τ₁ − τ₂),   4/π: the first mode's share at the far end of an RC line.
/// </code>
/// The current through the cells is left out, which only damps, and so is that near cells arrive earlier: the estimate is late, not early
/// (a test holds it against the exact transient).
/// </summary>
internal sealed record LineSettling
{
    private LineSettling(double wordSeconds, double bitSeconds) => (WordSeconds, BitSeconds) = (wordSeconds, bitSeconds);

    /// <summary>Slowest time constant of a word line, s.</summary>
    public double WordSeconds { get; }

    /// <summary>Slowest time constant of a bit line, s.</summary>
    public double BitSeconds { get; }

    /// <summary>The time constants of an array.</summary>
    /// <param name="plan">The array.</param>
    /// <param name="driverOhms">Resistance of a word line's driver, Ω, at least 0.</param>
    /// <param name="senseOhms">Resistance between a bit line's end and its virtual ground, Ω, at least 0.</param>
    /// <param name="bothEnds">Word lines are driven from both ends.</param>
    public static LineSettling Of(ArrayPlan plan, double driverOhms = 0, double senseOhms = 0, bool bothEnds = false)
    {
        var technology = plan.Technology;
        return new(
            Line(plan.Columns, technology.WordSegmentOhms, technology.WordSegmentFarads,
                Check.NotNegative(driverOhms, nameof(driverOhms), "ohm"), bothEnds),
            Line(plan.Rows, technology.BitSegmentOhms, technology.BitSegmentFarads, Check.NotNegative(senseOhms, nameof(senseOhms), "ohm"),
                false));
    }

    /// <summary>Time after which the slowest output stays within a fraction of its end value, s.</summary>
    /// <param name="fraction">Range: above 0, below 1. Default 1 % (our choice).</param>
    public double Seconds(double fraction = 0.01)
    {
        if (!(fraction is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, $"fraction must lie between 0 and 1, not {fraction}.");
        double slow = Math.Max(WordSeconds, BitSeconds), fast = Math.Min(WordSeconds, BitSeconds);
        if (slow == 0) return 0;
        double low = 0, high = slow;
        while (Missing(high, slow, fast) > fraction) high *= 2;
        for (int step = 0; step < 60; step++)
        {
            double middle = 0.5 * (low + high);
            if (Missing(middle, slow, fast) > fraction) low = middle;
            else high = middle;
        }
        return high;
    }

    private static double Missing(double seconds, double slow, double fast)
    {
        double late = Math.Exp(-seconds / slow);
        // Equal time constants are the limit of the quotient.
        return 4 / Math.PI * (slow - fast < 1e-6 * slow ? (1 + seconds / slow) * late
            : (slow * late - (fast == 0 ? 0 : fast * Math.Exp(-seconds / fast))) / (slow - fast));
    }

    private static double Line(int sections, double ohms, double farads, double endOhms, bool bothEnds)
    {
        double sine = Math.Sin(bothEnds ? Math.PI / (2 * sections + 2) : Math.PI / (4 * sections + 2));
        return ohms * farads / (4 * sine * sine) + endOhms * sections * farads * (bothEnds ? 0.5 : 1);
    }
}
