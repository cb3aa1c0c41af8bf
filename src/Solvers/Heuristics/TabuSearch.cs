using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>The inner loop of tabu search: all flips are weighed in vectors of sixteen, the cheapest that is allowed is taken, ties at
/// random. Used by every heuristic that improves a state by tabu search.</summary>
internal sealed unsafe class TabuSearch
{
    /// <summary>Weighed flips between looks at the clock.</summary>
    private const long CheckPeriod = 100_000;

    private readonly IntegerModel _model;
    private readonly OneFlipState _state;
    private readonly AlignedArray<int> _until, _costs;
    private readonly sbyte[] _best;
    private readonly int _tenure;
    private RandomStream _random;
    private long _bestEnergy = long.MaxValue, _pending, _recordFlips;
    private int _now;

    public TabuSearch(IntegerModel model, RandomKey key)
    {
        _model = model;
        _state = new(model);
        (_until, _costs) = (new(_state.Stride), new(_state.Stride));
        _best = new sbyte[model.Size];
        // n/100 plus a little as Glover, Lü and Hao; on small models never so long that only a few spins are left
        _tenure = Math.Min(model.Size / 4, model.Size / 100 + 3);
        _random = key.Stream();
    }

    /// <summary>True until the budget is spent.</summary>
    public bool GoesOn { get; private set; } = true;

    /// <summary>The best spins since <see cref="Start"/>.</summary>
    public ReadOnlySpan<sbyte> BestSpins => _best;

    /// <summary>A fresh search from these spins.</summary>
    public void Start(ReadOnlySpan<sbyte> spins)
    {
        _bestEnergy = long.MaxValue;
        Restart(spins);
    }

    /// <summary>Goes on from these spins; the best so far is kept, nothing is tabu.</summary>
    public void Restart(ReadOnlySpan<sbyte> spins)
    {
        _state.Set(spins);
        _until.Span.Clear();
        _now = 0;
        Keep();
    }

    /// <summary>Steps until none has improved the best for so long, or the budget ends. Improvements of the record are offered.</summary>
    public void Run(long patience, SearchRecord record)
    {
        patience = Math.Min(patience, int.MaxValue / 2);
        for (long since = 0; since < patience && GoesOn; since++)
        {
            if (_now > int.MaxValue / 2)
            {
                _until.Span.Clear();
                _now = 0;
            }
            int site = Choose();
            if (site < 0) break;
            _state.Flip(site);
            _until.Pointer[site] = ++_now + _tenure + _random.NextIndex(Math.Min(10, _model.Size / 4 + 1));
            if (_state.TwiceEnergy < _bestEnergy)
            {
                since = 0;
                // Only the end of a descent is worth copying.
                if (!Improves()) Keep();
            }
            if ((_pending += _model.Size) >= CheckPeriod) Book(record);
        }
        Book(record);
    }

    // True while some flip lowers the energy further.
    private bool Improves()
    {
        for (int j = 0; j < _state.Stride; j += 16)
        {
            var cost = Vector512.Load(_state.Spins + j) * Vector512.Load(_state.Fields + j);
            if (Vector512.LessThanAny(cost, Vector512<int>.Zero)) return true;
        }
        return false;
    }

    private void Keep()
    {
        if (_state.TwiceEnergy >= _bestEnergy) return;
        _bestEnergy = _state.TwiceEnergy;
        _state.Copy(_best);
    }

    private void Book(SearchRecord record)
    {
        if (_state.TwiceEnergy < _bestEnergy) Keep();
        double energy = _bestEnergy / 2.0 / _model.Scale + _model.Source.Offset;
        if (energy < record.Energy) record.Offer(_best);
        record.Flips = (record.Flips ?? 0) + _state.Flips - _recordFlips;
        _recordFlips = _state.Flips;
        GoesOn = record.GoesOn(_pending);
        _pending = 0;
    }

    /// <summary>The allowed site whose flip costs least, ties at random; −1 when all are tabu.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Choose()
    {
        int* spins = _state.Spins, fields = _state.Fields, until = _until.Pointer, costs = _costs.Pointer;
        // below this cost a flip leads under the best energy: 2E + 4x < best
        long gap = (_bestEnergy - _state.TwiceEnergy) / 4;
        var aspiration = Vector512.Create((int)Math.Max(gap, int.MinValue));
        var now = Vector512.Create(_now);
        var most = Vector512.Create(int.MaxValue);
        var least = most;
        int stride = _state.Stride;
        for (int j = 0; j < stride; j += 16)
        {
            var cost = Vector512.Load(spins + j) * Vector512.Load(fields + j);
            var allowed = Vector512.LessThanOrEqual(Vector512.Load(until + j), now) | Vector512.LessThan(cost, aspiration);
            cost = Vector512.ConditionalSelect(allowed, cost, most);
            cost.Store(costs + j);
            least = Vector512.Min(least, cost);
        }
        int minimum = int.MaxValue;
        for (int lane = 0; lane < 16; lane++) minimum = Math.Min(minimum, least[lane]);
        if (minimum == int.MaxValue) return -1;
        // the first of the cheapest from a random place on, once round
        int start = _random.NextIndex(stride), block = start & ~15;
        uint lanes = uint.MaxValue << (start & 15);
        var wanted = Vector512.Create(minimum);
        for (int step = 0; step <= stride; step += 16)
        {
            uint found = lanes & (uint)Vector512.Equals(Vector512.Load(costs + block), wanted).ExtractMostSignificantBits();
            if (found != 0) return block + BitOperations.TrailingZeroCount(found);
            lanes = uint.MaxValue;
            block = block + 16 == stride ? 0 : block + 16;
        }
        return -1;
    }
}
