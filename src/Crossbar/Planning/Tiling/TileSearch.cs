using Hopfield.Numerics;

namespace Crossbar.Planning.Tiling;

/// <summary>The largest tile within a budget.</summary>
/// <param name="Size">Word and bit lines of the tile; 0 when even the smallest is beyond the budget.</param>
/// <param name="Error">Error of that tile; of the smallest when none fits.</param>
/// <param name="NextError">Error of a tile with one step more lines; NaN where the search's limit fits the budget.</param>
public sealed record TileSearch(int Size, double Error, double NextError)
{
    /// <summary>Searches by doubling and bisection, for an error that grows with the size (as IR drop makes it).</summary>
    /// <param name="error">Error of a tile with so many word and bit lines.</param>
    /// <param name="budget">Largest error that is allowed.</param>
    /// <param name="smallest">First size tried, and the step of sizes: 2 where lines come in pairs.</param>
    /// <param name="limit">No tile is larger.</param>
    public static TileSearch Largest(Func<int, double> error, double budget, int smallest, int limit)
    {
        Check.AtLeast(smallest, 1, nameof(smallest));
        Check.AtLeast(limit, smallest, nameof(limit));
        int step = smallest, good = 0, bad = 0;
        double goodError = double.NaN, badError = double.NaN;
        int last = limit / step * step;
        for (int size = step; bad == 0 && good < last; size = Math.Min(2 * size, last))
        {
            double at = error(size);
            if (at <= budget) (good, goodError) = (size, at);
            else (bad, badError) = (size, at);
        }
        if (good == 0) return new(0, badError, badError);
        while (bad > 0 && bad - good > step)
        {
            int middle = (good + bad) / 2 / step * step;
            double at = error(middle);
            if (at <= budget) (good, goodError) = (middle, at);
            else (bad, badError) = (middle, at);
        }
        return new(good, goodError, badError);
    }
}
