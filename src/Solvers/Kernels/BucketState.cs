namespace Solvers.Kernels;

/// <summary>One spin vector whose flips are kept sorted by what they cost, in doubly linked lists, one per cost: the cheapest is found
/// without looking at the others, and a flip moves only its neighbours. For sparse models. Where costs have many more values than there are
/// sites, a list holds a range of them and the order within it is lost; negative costs never share a list with others. Source: Fiduccia and
/// Mattheyses 1982, DAC, p. 175; for MAX-CUT Benlic and Hao 2013, section 2.3.3.</summary>
internal sealed class BucketState
{
    private const int None = -1;

    private readonly IntegerModel _model;
    private readonly sbyte[] _spins;
    private readonly int[] _fields, _next, _previous, _heads;
    private readonly int _shift, _offset;
    private int _lowest;

    public BucketState(IntegerModel model)
    {
        _model = model;
        (_spins, _fields) = (new sbyte[model.Size], new int[model.Size]);
        (_next, _previous) = (new int[model.Size], new int[model.Size]);
        // empty lists are passed one by one, so there must not be many more of them than sites
        int most = Math.Max(256, 4 * model.Size);
        while ((2L * model.LargestRowSum >> _shift) + 3 > most) _shift++;
        _offset = (model.LargestRowSum >> _shift) + 1;
        _heads = new int[2 * _offset + 1];
    }

    public ReadOnlySpan<sbyte> Spins => _spins;

    /// <summary>Twice the energy in whole numbers.</summary>
    public long TwiceEnergy { get; private set; }

    /// <summary>Flips since the state was made.</summary>
    public long Flips { get; private set; }

    /// <summary>Takes spins and sorts all flips. Cost: one product with J.</summary>
    public void Set(ReadOnlySpan<sbyte> spins)
    {
        spins.CopyTo(_spins);
        _model.LocalFields(_spins, _fields);
        TwiceEnergy = _model.TwiceEnergy(_spins, _fields);
        _heads.AsSpan().Fill(None);
        _lowest = _heads.Length;
        for (int i = 0; i < _spins.Length; i++) Insert(i);
    }

    /// <summary>s l of a site: half of what its flip costs.</summary>
    public int Cost(int site) => _spins[site] * _fields[site];

    /// <summary>A site of the lowest list: its flip costs least, up to the range of a list.</summary>
    public int Cheapest()
    {
        while (_heads[_lowest] == None) _lowest++;
        return _heads[_lowest];
    }

    /// <summary>The cheapest site whose time has come, or that leads below an energy, with spin up or down where that is asked
    /// for.</summary>
    /// <param name="until">Step until which each site must not be flipped.</param>
    /// <param name="now">The present step.</param>
    /// <param name="leadsBelow">Twice the energy below which a flip may always lead.</param>
    /// <param name="spin">+1 or −1 for sites of that spin only, 0 for any.</param>
    /// <returns>The site; −1 when none is allowed.</returns>
    public int CheapestAllowed(ReadOnlySpan<long> until, long now, long leadsBelow, int spin)
    {
        while (_heads[_lowest] == None) _lowest++;
        for (int bucket = _lowest; bucket < _heads.Length; bucket++)
            for (int i = _heads[bucket]; i != None; i = _next[i])
                if ((spin == 0 || _spins[i] == spin) && (until[i] <= now || TwiceEnergy + 4L * Cost(i) < leadsBelow)) return i;
        return None;
    }

    /// <summary>Flips one spin and moves it and its neighbours to their new lists.</summary>
    public void Flip(int site)
    {
        int spin = _spins[site];
        TwiceEnergy += 4L * Cost(site);
        Flips++;
        Remove(site);
        _spins[site] = (sbyte)-spin;
        Insert(site);
        int change = 2 * spin;
        for (int k = _model.RowStart[site]; k < _model.RowStart[site + 1]; k++)
        {
            int j = _model.Columns[k];
            Remove(j);
            _fields[j] -= change * _model.Values[k];
            Insert(j);
        }
    }

    private int Bucket(int site) => (Cost(site) >> _shift) + _offset;

    private void Insert(int site)
    {
        int bucket = Bucket(site), head = _heads[bucket];
        (_next[site], _previous[site]) = (head, None);
        if (head != None) _previous[head] = site;
        _heads[bucket] = site;
        if (bucket < _lowest) _lowest = bucket;
    }

    private void Remove(int site)
    {
        int next = _next[site], previous = _previous[site];
        if (next != None) _previous[next] = previous;
        if (previous != None) _next[previous] = next;
        else _heads[Bucket(site)] = next;
    }
}
