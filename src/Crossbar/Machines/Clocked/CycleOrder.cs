using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>The order in which the columns of each cycle are read. The random order is drawn as the digital engine draws it, so the two
/// visit neurons alike for the same key. Where neighbours are read in fixed groups, the groups are shuffled.</summary>
internal sealed class CycleOrder(ClockedMachineParameters parameters, int size, RandomKey key)
{
    private readonly int[] _order = [.. Enumerable.Range(0, size)];
    private readonly int[] _groups = [.. Enumerable.Range(0, parameters.ClocksPerCycle(size))];
    private RandomStream _stream = key.Stream();

    /// <summary>The columns of the next cycle.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (parameters.Order == ReadOrder.Sequential) return _order;
        if (parameters.Unselected == UnselectedColumns.Grounded || parameters.BatchColumns == 1)
        {
            _stream.Shuffle<int>(_order);
            return _order;
        }
        _stream.Shuffle<int>(_groups);
        int at = 0;
        foreach (int group in _groups)
            for (int i = group * parameters.BatchColumns; i < Math.Min(size, (group + 1) * parameters.BatchColumns); i++) _order[at++] = i;
        return _order;
    }
}
