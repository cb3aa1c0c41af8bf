namespace Crossbar.Machines.Passive;

/// <summary>Where every state of a column ends, and where it could end if its cells switched in another order.</summary>
public sealed class AttractorMap
{
    /// <summary>Cells of the largest column whose 4096 states are mapped.</summary>
    public const int MostCells = 12;

    private readonly int[] _ends;
    private readonly ulong[][] _reachable;

    private AttractorMap(IReadOnlyList<int> attractors, int[] ends, ulong[][] reachable) =>
        (Attractors, _ends, _reachable) = (attractors, ends, reachable);

    /// <summary>States that nothing changes, in ascending order.</summary>
    public IReadOnlyList<int> Attractors { get; }

    /// <summary>The attractor of a state when the most overdriven cell goes first.</summary>
    public int EndOf(int state) => _ends[state];

    /// <summary>The attractors of a state over all orders of switching.</summary>
    public IEnumerable<int> ReachableFrom(int state) =>
        Attractors.Where((_, k) => (_reachable[state][k >> 6] >> (k & 63) & 1) == 1);

    /// <summary>How many states end in an attractor.</summary>
    public int Basin(int attractor) => _ends.Count(end => end == attractor);

    /// <summary>Maps a column of at most 12 cells: states by falling energy are a directed graph without cycles, so one pass is
    /// enough.</summary>
    /// <exception cref="ArgumentException">The column has more cells.</exception>
    public static AttractorMap Of(PassiveColumn column)
    {
        if (column.Size > MostCells)
            throw new ArgumentException($"All states of at most {MostCells} cells are mapped, not of {column.Size}.", nameof(column));
        int states = column.StateCount;
        double[] lines = [.. Enumerable.Range(0, states).Select(column.LineVolts)];
        int[] attractors = [.. Enumerable.Range(0, states).Where(state => column.Next(state) < 0)];
        int[] ends = new int[states], order = [.. Enumerable.Range(0, states).OrderByDescending(state => lines[state])];
        var reachable = new ulong[states][];
        int words = (attractors.Length + 63) / 64;
        foreach (int state in order)
        {
            var reached = new ulong[words];
            int next = column.Next(state), own = next < 0 ? Array.BinarySearch(attractors, state) : -1;
            if (own >= 0) reached[own >> 6] |= 1UL << (own & 63);
            ends[state] = next < 0 ? state : ends[state ^ 1 << next];
            for (int i = 0; i < column.Size && next >= 0; i++)
                if (column.OverdriveVolts(state, i, lines[state]) > 0)
                    for (int w = 0; w < words; w++) reached[w] |= reachable[state ^ 1 << i][w];
            reachable[state] = reached;
        }
        return new(attractors, ends, reachable);
    }
}
