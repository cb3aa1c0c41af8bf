using MathNet.Numerics.Distributions;

namespace Hopfield.Numerics;

/// <summary>A closed interval of numbers: a confidence interval, or a band that a figure should lie in.</summary>
/// <param name="Low">Lower end; −∞ for none.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>; +∞ for none.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>Lower end; −∞ for none.</summary>
    public double Low { get; } = Low <= High ? Low
        : throw new ArgumentException($"An interval cannot run from {Low} to {High}.", nameof(Low));

    /// <summary>The band within <paramref name="tolerance"/> of a value, ends included.</summary>
    public static Interval Around(double value, double tolerance) => new(value - tolerance, value + tolerance);

    /// <summary>Everything up to a value.</summary>
    public static Interval AtMost(double high) => new(double.NegativeInfinity, high);

    /// <summary>Everything from a value on.</summary>
    public static Interval AtLeast(double low) => new(low, double.PositiveInfinity);

    /// <summary>95 % interval of a share of independent trials; honest at 0 and at 1, where the normal interval has no width. Source:
    /// Wilson 1927, J. Am. Stat. Assoc. 22:209.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    public static Interval OfShare(long successes, long trials)
    {
        Check.InRange(trials, 1, long.MaxValue, nameof(trials));
        Check.InRange(successes, 0, trials, nameof(successes));
        const double z = 1.959963984540054; // 97.5 % point of the normal distribution
        double share = (double)successes / trials, weight = z * z / trials;
        double centre = (share + weight / 2) / (1 + weight);
        double half = z * Math.Sqrt(share * (1 - share) / trials + weight / (4 * trials)) / (1 + weight);
        return new(successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half);
    }

    /// <summary>95 % interval of the mean of independent draws, by Student's t. Source: Student 1908, Biometrika 6:1.</summary>
    /// <param name="draws">At least 2.</param>
    public static Interval OfMean(IReadOnlyList<double> draws)
    {
        Check.AtLeast(draws.Count, 2, "number of draws");
        double mean = draws.Average(), variance = draws.Sum(draw => (draw - mean) * (draw - mean)) / (draws.Count - 1);
        double half = StudentT.InvCDF(0, 1, draws.Count - 1, 0.975) * Math.Sqrt(variance / draws.Count);
        return Around(mean, half);
    }

    /// <summary>True for a number from one end to the other, ends included; never for NaN.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
