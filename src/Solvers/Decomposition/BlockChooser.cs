using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Decomposition;

/// <summary>Chooses blocks of spins, in turn by two ideas: a neighbourhood of a spin that has not been in a block for longest (spins that
/// are coupled must move together), and the spins whose flips cost least (those that are least sure). Source of the second: Booth,
/// Reinhardt and Roy 2017, D-Wave technical report 14-1006A (qbsolv).</summary>
internal sealed class BlockChooser(IsingModel model, int size, RandomKey key)
{
    private readonly long[] _lastSeen = new long[model.Size];
    private readonly int[] _block = new int[Math.Min(size, model.Size)];
    private readonly bool[] _taken = new bool[model.Size];
    private readonly double[] _costs = new double[model.Size];
    private readonly int[] _order = new int[model.Size];
    private RandomStream _random = key.Fold("blocks").Stream();
    private long _count;

    /// <summary>The next block; the span is overwritten by the next call.</summary>
    public ReadOnlySpan<int> Next(ReadOnlySpan<sbyte> spins, ReadOnlySpan<double> fields)
    {
        int found = ++_count % 3 == 0 ? ByCost(spins, fields) : ByNeighbourhood();
        foreach (int i in _block.AsSpan(0, found))
        {
            _taken[i] = false;
            _lastSeen[i] = _count;
        }
        return _block.AsSpan(0, found);
    }

    /// <summary>Breadth first from the longest unseen of a few spins; from another one where a component ends.</summary>
    private int ByNeighbourhood()
    {
        int found = 0;
        for (int next = 0; found < _block.Length;)
        {
            if (next == found)
            {
                int seed = -1;
                for (int draw = 0; draw < 16 || seed < 0; draw++)
                {
                    int candidate = _random.NextIndex(model.Size);
                    if (!_taken[candidate] && (seed < 0 || _lastSeen[candidate] < _lastSeen[seed])) seed = candidate;
                }
                Take(seed, ref found);
            }
            else
            {
                var neighbours = model.Couplings.Row(_block[next++]).Select(entry => entry.Column).Where(i => !_taken[i]).ToArray();
                _random.Shuffle<int>(neighbours);
                foreach (int i in neighbours)
                    if (found < _block.Length) Take(i, ref found);
            }
        }
        return found;
    }

    /// <summary>The spins whose flips cost least, among a random half, so that the same block does not come again.</summary>
    private int ByCost(ReadOnlySpan<sbyte> spins, ReadOnlySpan<double> fields)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
            _costs[i] = _random.NextUniform() < 0.5 ? spins[i] * fields[i] : double.PositiveInfinity;
        }
        Array.Sort(_costs, _order);
        int found = 0;
        foreach (int i in _order.AsSpan(0, _block.Length)) Take(i, ref found);
        return found;
    }

    private void Take(int i, ref int found)
    {
        _taken[i] = true;
        _block[found++] = i;
    }
}
