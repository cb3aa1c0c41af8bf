using Solvers.Kernels;

namespace Solvers.Baselines;

/// <summary>The exact minimum by depth-first search over the spins in a fixed order. A branch with the first d spins set is left when
/// E(set) − Σ_{i ≥ d} |c_i| + D_d is no lower than the best known, c_i being the field of the set spins on spin i and D_d the exact minimum
/// of the model of the spins from d on alone. These minima are found first, from the last spin backwards ("Russian dolls"). Spins with the
/// largest sums |J| + |h| come first. Practical up to some 35 spins where all are coupled and up to about 80 on sparse graphs. Source:
/// Verfaillie, Lemaître and Schiex 1996, AAAI, p. 181; the bound with |c_i| is the plain one for ±1 variables.</summary>
internal sealed class BranchAndBound
{
    private readonly int _size;
    private readonly int[] _order;
    private readonly int[][] _columns, _values; // row by position: later positions only
    private readonly long[] _fields, _minima;
    private readonly long[] _cross; // c_i of the present branch
    private readonly sbyte[] _spins, _bestSpins;
    private readonly bool _symmetric;
    private readonly Func<long, bool> _goesOn;
    private long _best, _pending;
    private bool _stopped;

    /// <summary>Takes a model.</summary>
    /// <param name="model">In whole numbers, so that bounds are exact.</param>
    /// <param name="goesOn">Asked now and then with the number of branches since; false ends the search without a proof.</param>
    public BranchAndBound(IntegerModel model, Func<long, bool> goesOn)
    {
        (_size, _goesOn, _symmetric) = (model.Size, goesOn, !model.Source.HasFields);
        var weight = new long[_size];
        for (int i = 0; i < _size; i++)
        {
            weight[i] = Math.Abs((long)model.Fields[i]);
            for (int k = model.RowStart[i]; k < model.RowStart[i + 1]; k++) weight[i] += Math.Abs((long)model.Values[k]);
        }
        _order = [.. Enumerable.Range(0, _size).OrderByDescending(i => weight[i])];
        var position = new int[_size];
        for (int p = 0; p < _size; p++) position[_order[p]] = p;
        (_columns, _values, _fields) = (new int[_size][], new int[_size][], new long[_size]);
        for (int p = 0; p < _size; p++)
        {
            int i = _order[p];
            _fields[p] = model.Fields[i];
            var later = Enumerable.Range(model.RowStart[i], model.RowStart[i + 1] - model.RowStart[i])
                .Where(k => position[model.Columns[k]] > p).ToList();
            _columns[p] = [.. later.Select(k => position[model.Columns[k]])];
            _values[p] = [.. later.Select(k => model.Values[k])];
        }
        (_minima, _cross) = (new long[_size + 1], new long[_size]);
        (_spins, _bestSpins) = (new sbyte[_size], new sbyte[_size]);
        _bestSpins.AsSpan().Fill(1);
    }

    /// <summary>Searches.</summary>
    /// <returns>True when the spins are proven to be a minimum.</returns>
    public bool Run(Span<sbyte> spins)
    {
        for (int from = _size - 1; from >= 0 && !_stopped; from--)
        {
            // the doll within gives the first solution: its spins with the better of both signs in front
            _best = Extend(from) + 1;
            _cross.AsSpan().Clear();
            Branch(from, from, 0, 0);
            _minima[from] = _best;
        }
        for (int p = 0; p < _size; p++) spins[_order[p]] = _bestSpins[p];
        return !_stopped;
    }

    // Energy of the best spins so far behind position `from`, with the better sign at it; writes that sign.
    private long Extend(int from)
    {
        long field = _fields[from];
        for (int k = 0; k < _columns[from].Length; k++) field += (long)_values[from][k] * _bestSpins[_columns[from][k]];
        _bestSpins[from] = (sbyte)(field < 0 ? -1 : 1);
        return _minima[from + 1] - Math.Abs(field);
    }

    /// <summary>Sets the spin at one position both ways.</summary>
    /// <param name="from">Where this doll begins.</param>
    /// <param name="at">Position to set.</param>
    /// <param name="energy">Energy of the spins set.</param>
    /// <param name="pull">Σ |c_i| over the positions from <paramref name="at"/> on.</param>
    private void Branch(int from, int at, long energy, long pull)
    {
        if (_stopped) return;
        if (at == _size)
        {
            if (energy >= _best) return;
            _best = energy;
            _spins.AsSpan(from).CopyTo(_bestSpins.AsSpan(from));
            return;
        }
        if (energy - pull + _minima[at] >= _best && at > from) return;
        if (++_pending == 1 << 14)
        {
            _stopped = !_goesOn(_pending);
            _pending = 0;
        }
        long field = _fields[at] + _cross[at], rest = pull - Math.Abs(_cross[at]);
        int first = field < 0 ? -1 : 1;
        for (int turn = 0; turn < 2; turn++)
        {
            int spin = turn == 0 ? first : -first;
            if (turn == 1 && at == from && _symmetric) break;
            _spins[at] = (sbyte)spin;
            long next = rest;
            int[] columns = _columns[at], values = _values[at];
            for (int k = 0; k < columns.Length; k++)
            {
                ref long cross = ref _cross[columns[k]];
                next -= Math.Abs(cross);
                cross += (long)spin * values[k];
                next += Math.Abs(cross);
            }
            Branch(from, at + 1, energy - spin * field, next);
            for (int k = 0; k < columns.Length; k++) _cross[columns[k]] -= (long)spin * values[k];
        }
    }
}
