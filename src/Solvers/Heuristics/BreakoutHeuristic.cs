using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Heuristics;

/// <summary>Breakout local search: steepest descent, then a jump whose length and kind depend on what the last ones brought. Back in the
/// same local minimum the jump grows by one flip; after 1000 descents without a new best it is long and random; otherwise it is directed by
/// a tabu list with probability max(exp(−ω/1000), 0.8), ω the descents since the last best, and else half exchanges of an up and a down
/// spin, half random flips. Source: Benlic and Hao 2013, Eng. Appl. Artif. Intell. 26:1162, algorithms 1 and 2, parameters of table
/// 1.</summary>
public sealed class BreakoutHeuristic : IHeuristic
{
    public string Name => "breakout";
    public string Summary => "breakout local search: descents and jumps that adapt";

    /// <summary>Descents without a new best before a long random jump, T of the source. Default 1000. Range: ≥ 1.</summary>
    public int Patience { get; init => field = Check.AtLeast(value, 1, nameof(Patience)); } = 1000;

    public IPreparedHeuristic Prepare(IsingModel model) => new Prepared(this, IntegerModel.Of(model));

    private sealed class Prepared(BreakoutHeuristic settings, IntegerModel model) : IPreparedHeuristic
    {
        public HeuristicResult Solve(Budget budget, RandomKey key, IProgress<Improvement>? progress, CancellationToken cancellation)
        {
            var record = new SearchRecord(settings.Name, model.Source, budget, key, progress, cancellation);
            new Search(settings, model, record, key).Run();
            return record.ToResult();
        }
    }

    private sealed class Search(BreakoutHeuristic settings, IntegerModel model, SearchRecord record, RandomKey key)
    {
        private const double LeastDirected = 0.8, Exchanges = 0.5;
        private const long CheckPeriod = 1000; // flips: tens of microseconds

        private readonly BucketState _state = new(model);
        private readonly long[] _until = new long[model.Size];
        private readonly int _shortest = Math.Max(1, model.Size / 100), _longest = Math.Max(2, model.Size / 10);
        private RandomStream _random = key.Fold(settings.Name).Stream();
        private long _best = long.MaxValue, _step, _counted;

        public void Run()
        {
            var start = new sbyte[model.Size];
            for (int i = 0; i < start.Length; i++) start[i] = _random.NextSpin();
            _state.Set(start);
            long last = long.MaxValue;
            int fruitless = 0, length = _shortest;
            do
            {
                while (_state.Cheapest() is var site && _state.Cost(site) < 0) Flip(site);
                long energy = _state.TwiceEnergy;
                if (energy < _best)
                {
                    _best = energy;
                    record.Offer(_state.Spins);
                    fruitless = 0;
                }
                else fruitless++;
                bool strong = fruitless > settings.Patience;
                if (strong)
                {
                    length = _longest;
                    fruitless = 0;
                }
                else length = energy == last ? Math.Min(length + 1, _longest) : _shortest;
                last = energy;
                Jump(length, strong, fruitless);
            }
            while (GoesOn());
        }

        // Which local minimum it was is told by its energy, which is what the source's comparison of whole solutions comes to.
        private void Jump(int length, bool strong, int fruitless)
        {
            double directed = Math.Max(Math.Exp(-(double)fruitless / settings.Patience), LeastDirected), draw = _random.NextUniform();
            bool exchange = !strong && draw >= directed && draw < directed + (1 - directed) * Exchanges;
            bool random = strong || (draw >= directed && !exchange);
            for (int k = 0; k < length; k++)
            {
                if (random) Flip(_random.NextIndex(model.Size));
                else if (!exchange) FlipAllowed(0);
                else
                {
                    FlipAllowed(1);
                    FlipAllowed(-1);
                }
            }
        }

        private void FlipAllowed(int spin)
        {
            int site = _state.CheapestAllowed(_until, _step, _best, spin);
            if (site >= 0) Flip(site);
            else _step++; // all are tabu, as among a few spins: time passes
        }

        private void Flip(int site)
        {
            _state.Flip(site);
            // the source's tenure: 3 + rand(n/10)
            _until[site] = ++_step + 3 + _random.NextIndex(Math.Max(1, model.Size / 10));
        }

        // Every step weighs all flips at once, by their order; it counts as one attempted update per flip that is taken.
        private bool GoesOn()
        {
            if (_step - _counted < CheckPeriod) return true;
            record.Flips = _state.Flips;
            long updates = _step - _counted;
            _counted = _step;
            return record.GoesOn(updates);
        }
    }
}
