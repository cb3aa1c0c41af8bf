using System.Diagnostics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Solvers.Problems.Tsp.Windows;

/// <summary>Tours of hundreds of cities on a machine of a hundred neurons: the machine solves windows, stretches of up to twelve cities
/// between fixed ends, inside a classical local search. A window's answer is taken only where it is a valid and shorter path; nothing is
/// repaired. Each kick starts from the best tour and is dropped unless what follows it ends in one that is no longer.</summary>
public static class WindowSearch
{
    /// <summary>One run.</summary>
    /// <param name="instance">The cities, at least 5.</param>
    /// <param name="machine">What settles the windows.</param>
    /// <param name="options">How.</param>
    /// <param name="key">Source of every random choice.</param>
    /// <param name="cancellation">Ends the run early; the best tour so far is returned.</param>
    /// <exception cref="ArgumentException">Fewer than 5 cities.</exception>
    public static WindowTour Run(TspInstance instance, IMachine machine, WindowOptions options, RandomKey key,
        CancellationToken cancellation = default)
    {
        Check.AtLeast(instance.CityCount, 5, "number of cities");
        return new Search(instance, machine, options, key, cancellation).Run();
    }

    private sealed class Search
    {
        private readonly TspInstance _instance;
        private readonly IMachine _machine;
        private readonly WindowOptions _options;
        private readonly RandomKey _key;
        private readonly CancellationToken _cancellation;
        private readonly double[] _distances;
        private readonly LocalTour _tour, _kept;
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private readonly List<(double, double)> _course = [];
        private readonly double _startLength;
        private readonly int _inner;
        private RandomStream _random;
        private long _windows, _rounds, _settlings, _valid, _better, _kicks, _betterKicks;
        private double _wonByWindows, _wonByKicks;

        public Search(TspInstance instance, IMachine machine, WindowOptions options, RandomKey key, CancellationToken cancellation)
        {
            (_instance, _machine, _options, _key, _cancellation) = (instance, machine, options, key, cancellation);
            _distances = instance.DistanceMatrix();
            _random = key.Fold("window search").Stream();
            int n = instance.CityCount;
            _inner = Math.Min(options.WindowCities, n - 2);
            int[][] near = NeighbourLists.Of(_distances, n, options.NeighbourCount);
            int[] start = NearestNeighbourTour(_distances, n, _random.NextIndex(n));
            (_tour, _kept) = (new LocalTour(_distances, near, start), new LocalTour(_distances, near, start));
            _startLength = _tour.Length;
        }

        private bool Reached => _options.TargetLength is { } target && _kept.Length <= target * (1 + 1e-12);

        private bool Over => Reached || _windows >= _options.MostWindows || _cancellation.IsCancellationRequested
            || _clock.Elapsed.TotalSeconds >= _options.LimitSeconds;

        public WindowTour Run()
        {
            if (_options.LocalSearch)
            {
                _tour.WakeAll();
                _tour.Improve();
            }
            double local = _tour.Length;
            Keep();
            bool cancelled = false;
            try
            {
                while (!Over)
                {
                    if (_options.LocalSearch) Kicks();
                    if (!Over) Windows();
                }
                cancelled = _cancellation.IsCancellationRequested;
            }
            catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
            {
                cancelled = true;
            }
            int[] best = _kept.Cities.ToArray();
            return new WindowTour
            {
                Tour = best,
                Length = _instance.Length(best),
                StartLength = _startLength,
                LocalLength = local,
                Windows = _windows,
                Settlings = _settlings,
                ValidSettlings = _valid,
                BetterWindows = _better,
                WonByWindows = _wonByWindows,
                Moves = (_tour.TwoOptMoves, _tour.OrOptMoves, _kicks),
                BetterKicks = _betterKicks,
                WonByKicks = _wonByKicks,
                Course = _course,
                Seconds = _clock.Elapsed.TotalSeconds,
                TargetReached = Reached,
                Cancelled = cancelled,
            };
        }

        /// <summary>Takes the tour at hand as the better one.</summary>
        private void Keep()
        {
            if (_course.Count == 0 || _tour.Length < _kept.Length) _course.Add((_clock.Elapsed.TotalSeconds, _tour.Length));
            _kept.CopyFrom(_tour);
        }

        private void Kicks()
        {
            int n = _tour.CityCount, longest = Math.Min(_options.LongestKick, (n - 2) / 2);
            for (int k = 0; k < _options.KicksPerWindow && !Reached; k++)
            {
                _tour.Kick(_random.NextIndex(n), 1 + _random.NextIndex(longest), 1 + _random.NextIndex(longest));
                _tour.Improve();
                _kicks++;
                double won = _kept.Length - _tour.Length;
                if (won < 0)
                {
                    _tour.CopyFrom(_kept);
                    continue;
                }
                if (won > 0)
                {
                    _betterKicks++;
                    _wonByKicks += won;
                }
                Keep();
            }
        }

        /// <summary>A window at a random place of the tour, and every other time windows round the three ends of a kick instead, so that
        /// the machine sees stretches that are not settled yet. The outcome is kept unless it is longer.</summary>
        private void Windows()
        {
            int n = _tour.CityCount, start = _random.NextIndex(n);
            double before = _kept.Length, won = 0;
            if (_rounds++ % 2 == 0)
            {
                won = Solve(start);
            }
            else
            {
                foreach (int city in Kick(start))
                {
                    won += Solve((_tour.PositionOf(city) + n - _inner / 2) % n);
                    if (_options.LocalSearch) break;
                }
            }
            if (won > 0 && _options.LocalSearch) _tour.Improve();
            if (_tour.Length > before)
            {
                _tour.CopyFrom(_kept);
                return;
            }
            if (won > 0 && _tour.Length < before)
            {
                _better++;
                _wonByWindows += Math.Min(won, before - _tour.Length);
            }
            Keep();
        }

        /// <summary>A kick, and local search after it where there is any; the cities at its ends in random order.</summary>
        private int[] Kick(int start)
        {
            int n = _tour.CityCount, longest = Math.Min(_options.LongestKick, (n - 2) / 2);
            int first = 1 + _random.NextIndex(longest), second = 1 + _random.NextIndex(longest);
            int[] ends = [_tour.Cities[start], _tour.Cities[(start + first) % n], _tour.Cities[(start + first + second) % n]];
            _tour.Kick(start, first, second);
            if (_options.LocalSearch) _tour.Improve();
            _random.Shuffle<int>(ends);
            return ends;
        }

        /// <summary>Length that the machine takes off the stretch after position <paramref name="start"/>; 0 where its answers are no
        /// shorter.</summary>
        private double Solve(int start)
        {
            int n = _tour.CityCount, all = _inner + 2;
            var cities = new int[all];
            for (int k = 0; k < all; k++) cities[k] = _tour.Cities[(start + k) % n];
            var distances = new double[all * all];
            for (int a = 0; a < all; a++)
                for (int b = 0; b < all; b++) distances[a * all + b] = a == b ? 0 : _distances[cities[a] * n + cities[b]];
            if (!distances.AsSpan().ContainsAnyExcept(0.0)) return 0;
            var window = new TourWindow(distances);
            double own = window.Length([.. Enumerable.Range(0, _inner)]), least = own * (1 - 1e-12);
            int[]? best = null;
            var prepared = _machine.Prepare(window.Model, _cancellation);
            var key = _key.Fold("window").Fold((ulong)_windows++);
            for (int k = 0; k < _options.SettlingsPerWindow; k++)
            {
                var stream = key.Fold("start").Fold(k).Stream();
                var activations = new double[window.Model.Size];
                for (int i = 0; i < activations.Length; i++) activations[i] = stream.NextGaussian();
                _settlings++;
                if (window.Decode(prepared.Settle(activations, key.Fold(k), _cancellation).Spins) is not { } order) continue;
                _valid++;
                if (window.Length(order) is var length && length < least) (best, least) = (order, length);
            }
            if (best is null) return 0;
            _tour.Reorder((start + 1) % n, [.. best.Select(city => cities[city + 1])], least - own);
            return own - least;
        }

        private static int[] NearestNeighbourTour(double[] distances, int n, int start)
        {
            var tour = new int[n];
            var used = new bool[n];
            tour[0] = start;
            used[start] = true;
            for (int k = 1; k < n; k++)
            {
                int best = -1;
                for (int city = 0; city < n; city++)
                    if (!used[city] && (best < 0 || distances[tour[k - 1] * n + city] < distances[tour[k - 1] * n + best])) best = city;
                tour[k] = best;
                used[best] = true;
            }
            return tour;
        }
    }
}
