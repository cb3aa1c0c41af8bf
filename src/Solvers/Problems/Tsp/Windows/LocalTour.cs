namespace Solvers.Problems.Tsp.Windows;

/// <summary>A closed tour under classical local search: 2-opt and Or-opt (segments of up to three cities, either way round) over neighbour
/// lists, with don't-look bits kept as a queue of cities to look at. Sources: Croes 1958, Oper. Res. 6:791; Or 1976; Bentley 1992, ORSA J.
/// Comput. 4:387.</summary>
internal sealed class LocalTour
{
    private const int LongestMoved = 3;

    /// <summary>Gains below this part of the longest distance are rounding.</summary>
    private readonly double _least;

    private readonly double[] _distances;
    private readonly int[][] _near;
    private readonly int[] _tour, _position;
    private readonly Queue<int> _queue;
    private readonly bool[] _queued;

    public LocalTour(double[] distances, int[][] near, ReadOnlySpan<int> tour)
    {
        (_distances, _near, _tour) = (distances, near, tour.ToArray());
        int n = tour.Length;
        (_position, _queued, _queue) = (new int[n], new bool[n], new Queue<int>(n));
        for (int i = 0; i < n; i++) _position[_tour[i]] = i;
        _least = 1e-10 * Math.Max(distances.Max(), double.Epsilon);
        Length = Recompute();
    }

    public int CityCount => _tour.Length;

    /// <summary>Length, kept up to date.</summary>
    public double Length { get; private set; }

    /// <summary>The cities in order.</summary>
    public ReadOnlySpan<int> Cities => _tour;

    /// <summary>Where a city is in the tour.</summary>
    public int PositionOf(int city) => _position[city];

    /// <summary>Moves that were made, and what they won.</summary>
    public long TwoOptMoves { get; private set; }

    /// <inheritdoc cref="TwoOptMoves"/>
    public long OrOptMoves { get; private set; }

    /// <summary>Length from scratch.</summary>
    public double Recompute()
    {
        double length = 0;
        for (int i = 0; i < _tour.Length; i++) length += Distance(_tour[i], _tour[Next(i)]);
        return length;
    }

    public void WakeAll()
    {
        foreach (int city in _tour) Wake(city);
    }

    /// <summary>Puts a city on the list of those to look at.</summary>
    public void Wake(int city)
    {
        if (_queued[city]) return;
        _queued[city] = true;
        _queue.Enqueue(city);
    }

    /// <summary>Improves until no waking city has a better move.</summary>
    public void Improve()
    {
        while (_queue.TryDequeue(out int city))
        {
            _queued[city] = false;
            while (TryTwoOpt(city) || TryOrOpt(city)) { }
        }
    }

    /// <summary>Takes over another tour and its length.</summary>
    public void CopyFrom(LocalTour other)
    {
        other._tour.CopyTo(_tour, 0);
        other._position.CopyTo(_position, 0);
        Length = other.Length;
    }

    /// <summary>Exchanges two neighbouring segments, the double bridge of short reach: a change that neither 2-opt nor Or-opt undoes in one
    /// move. Source: Martin, Otto and Felten 1991, Complex Systems 5:299; segment form: Applegate, Cook and Rohe 2003.</summary>
    /// <param name="start">Position of the city before the first segment.</param>
    /// <param name="first">Cities of the first segment.</param>
    /// <param name="second">Cities of the second; together at most n − 2.</param>
    public void Kick(int start, int first, int second)
    {
        int n = _tour.Length;
        Span<int> moved = first <= 256 ? stackalloc int[first] : new int[first];
        int a = _tour[start], b = _tour[(start + 1) % n], c = _tour[(start + first) % n], d = _tour[(start + first + 1) % n],
            e = _tour[(start + first + second) % n], f = _tour[(start + first + second + 1) % n];
        for (int k = 0; k < first; k++) moved[k] = _tour[(start + 1 + k) % n];
        for (int k = 0; k < second; k++) Place((start + 1 + k) % n, _tour[(start + 1 + first + k) % n]);
        for (int k = 0; k < first; k++) Place((start + 1 + second + k) % n, moved[k]);
        Length += Distance(a, d) + Distance(e, b) + Distance(c, f) - Distance(a, b) - Distance(c, d) - Distance(e, f);
        foreach (int city in (ReadOnlySpan<int>)[a, b, c, d, e, f]) Wake(city);
    }

    /// <summary>Writes other cities onto a stretch; the same cities in another order.</summary>
    public void Reorder(int start, ReadOnlySpan<int> cities, double change)
    {
        for (int k = 0; k < cities.Length; k++)
        {
            Place((start + k) % _tour.Length, cities[k]);
            Wake(cities[k]);
        }
        Length += change;
    }

    private void Place(int at, int city) => (_tour[at], _position[city]) = (city, at);

    private double Distance(int a, int b) => _distances[a * _tour.Length + b];

    private int Next(int at) => at + 1 == _tour.Length ? 0 : at + 1;

    private int Previous(int at) => at == 0 ? _tour.Length - 1 : at - 1;

    /// <summary>Replaces (a, next a) and (c, next c), or the edges before them, by (a, c) and the ends.</summary>
    private bool TryTwoOpt(int a)
    {
        for (int side = 0; side < 2; side++)
        {
            bool forward = side == 0;
            int at = _position[a], b = _tour[forward ? Next(at) : Previous(at)];
            double ab = Distance(a, b);
            foreach (int c in _near[a])
            {
                double ac = Distance(a, c);
                if (ac >= ab) break;
                int d = _tour[forward ? Next(_position[c]) : Previous(_position[c])];
                if (c == b || d == a) continue;
                double change = ac + Distance(b, d) - ab - Distance(c, d);
                if (change >= -_least) continue;
                if (forward) Reverse(_position[b], _position[c]);
                else Reverse(_position[a], _position[d]);
                Length += change;
                TwoOptMoves++;
                foreach (int city in (ReadOnlySpan<int>)[b, c, d]) Wake(city);
                return true;
            }
        }
        return false;
    }

    /// <summary>Moves a segment that starts or ends at a between c and one of its neighbours, c near a.</summary>
    private bool TryOrOpt(int a)
    {
        int n = _tour.Length;
        for (int count = 1; count <= LongestMoved && count <= n - 3; count++)
            for (int side = 0; side < 2; side++)
            {
                // The segment from a away from side: its far end z, and the neighbours p (of a) and q (of z) outside.
                int step = side == 0 ? 1 : n - 1, at = _position[a];
                int z = _tour[(at + step * (count - 1)) % n], p = _tour[(at + n - step) % n], q = _tour[(at + step * count) % n];
                double won = Distance(p, a) + Distance(z, q) - Distance(p, q);
                if (won <= _least) continue;
                foreach (int c in _near[a])
                {
                    double ac = Distance(a, c);
                    if (ac >= won) break;
                    if (Inside(c, at, step, count)) continue;
                    for (int other = 0; other < 2; other++)
                    {
                        int d = _tour[other == 0 ? Next(_position[c]) : Previous(_position[c])];
                        if (Inside(d, at, step, count)) continue;
                        if ((c == p && d == q) || (c == q && d == p)) continue;
                        double change = ac + Distance(z, d) - Distance(c, d) - won;
                        if (change >= -_least) continue;
                        MoveSegment(a, z, c, d, step == 1, count);
                        Length += change;
                        OrOptMoves++;
                        foreach (int city in (ReadOnlySpan<int>)[p, q, z, c, d]) Wake(city);
                        return true;
                    }
                }
            }
        return false;
    }

    private bool Inside(int city, int at, int step, int count)
    {
        int n = _tour.Length, offset = step == 1 ? (_position[city] - at + n) % n : (at - _position[city] + n) % n;
        return offset < count;
    }

    /// <summary>The segment a … z goes between c and d, a beside c: it and the stretch between it and the edge are reversed together, then
    /// the stretch alone, and the segment alone if it must. Cost: the length of the stretch.</summary>
    private void MoveSegment(int a, int z, int c, int d, bool forward, int count)
    {
        int n = _tour.Length;
        int first = forward ? _position[a] : _position[z], last = (first + count - 1) % n;
        bool dAfterC = Next(_position[c]) == _position[d];
        // Before: … p [segment] x … (c d or d c) …; walk the gap to the nearer side of the edge.
        int low = dAfterC ? _position[c] : _position[d], high = dAfterC ? _position[d] : _position[c];
        int ahead = (low - last + n) % n, behind = (first - high + n) % n;
        // The first reversal turns the segment; it must read from a to z where c comes before d.
        bool turnsBack = forward == dAfterC;
        if (ahead <= behind)
        {
            Reverse(first, low, ahead + count);
            int start = (low - count + 1 + n) % n;
            Reverse(first, (start + n - 1) % n, ahead);
            if (turnsBack) Reverse(start, low, count);
        }
        else
        {
            Reverse(high, last, behind + count);
            int end = (high + count - 1) % n;
            Reverse((end + 1) % n, last, behind);
            if (turnsBack) Reverse(high, end, count);
        }
    }

    /// <summary>Reverses the path, or the rest of the tour where that is shorter: the same cycle.</summary>
    private void Reverse(int from, int to)
    {
        int n = _tour.Length, count = (to - from + n) % n + 1;
        if (2 * count <= n) Reverse(from, to, count);
        else Reverse(Next(to), Previous(from), n - count);
    }

    /// <summary>Reverses the cities at positions from … to (cyclic).</summary>
    private void Reverse(int from, int to, int count)
    {
        if (count <= 1) return;
        for (int k = count / 2; k > 0; k--)
        {
            int a = _tour[from], b = _tour[to];
            Place(from, b);
            Place(to, a);
            (from, to) = (Next(from), Previous(to));
        }
    }
}
