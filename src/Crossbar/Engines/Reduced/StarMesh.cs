namespace Crossbar.Engines.Reduced;

/// <summary>Eliminates the interior nodes of any resistor network by the star–mesh transform, fewest neighbours first: removing a node with
/// conductances g_a to its neighbours adds g_a g_b / Σg between each pair. Only positive numbers are added and divided, so every resulting
/// conductance is good to a few units in the last place. Source: Rosen 1924, J. IEE 62:916.</summary>
/// <remarks>Cost: Σ degree² over eliminated nodes; meant for periphery and decks read from files, not for large arrays with
/// wires.</remarks>
internal sealed class StarMesh
{
    private readonly Dictionary<int, double>[] _neighbours;
    private readonly double[] _injected; // A into each node, own and handed on
    private readonly double[] _source;   // A into each node, own only
    private readonly List<(int Node, KeyValuePair<int, double>[] Neighbours, double TotalSiemens, double Injected)> _eliminated = [];

    /// <summary>A network of nodes 0 … <paramref name="nodes"/> − 1 without elements.</summary>
    public StarMesh(int nodes)
    {
        _neighbours = new Dictionary<int, double>[nodes];
        for (int i = 0; i < nodes; i++) _neighbours[i] = [];
        _injected = new double[nodes];
        _source = new double[nodes];
    }

    /// <summary>Adds a conductance between two nodes, S; both ends on one node is nothing.</summary>
    public void Add(int a, int b, double siemens)
    {
        if (a == b || siemens == 0) return;
        _neighbours[a][b] = _neighbours[a].GetValueOrDefault(b) + siemens;
        _neighbours[b][a] = _neighbours[b].GetValueOrDefault(a) + siemens;
    }

    /// <summary>Adds a constant current into a node, A; elimination hands it on to the neighbours.</summary>
    public void Inject(int node, double amperes)
    {
        _injected[node] += amperes;
        _source[node] += amperes;
    }

    /// <summary>Constant current that sources feed into a node itself, A.</summary>
    public double SourceAmperes(int node) => _source[node];

    /// <summary>Conductance that remains between two nodes, S.</summary>
    public double Between(int a, int b) => _neighbours[a].GetValueOrDefault(b);

    /// <summary>Heat that the injected currents cause by themselves in what was eliminated, Σ j²/g, W.</summary>
    public double InjectionWatts { get; private set; }

    /// <summary>What remains connected to a node.</summary>
    public IEnumerable<KeyValuePair<int, double>> Neighbours(int node) => _neighbours[node];

    /// <summary>Constant current into a node, own and handed on, A.</summary>
    public double Injected(int node) => _injected[node];

    /// <summary>Removes every node that is not a port.</summary>
    /// <param name="isPort">For every node, whether it stays.</param>
    /// <param name="cancellation">Ends a long elimination.</param>
    /// <exception cref="ArithmeticException">A node without any connection carries a current.</exception>
    public void Eliminate(bool[] isPort, CancellationToken cancellation)
    {
        var queue = new PriorityQueue<int, (int Degree, int Node)>();
        for (int i = 0; i < isPort.Length; i++)
            if (!isPort[i]) queue.Enqueue(i, (_neighbours[i].Count, i));
        while (queue.TryDequeue(out int node, out var priority))
        {
            if (priority.Degree != _neighbours[node].Count)
            {
                queue.Enqueue(node, (_neighbours[node].Count, node));
                continue;
            }
            cancellation.ThrowIfCancellationRequested();
            Eliminate(node);
        }
    }

    /// <summary>Fills in the voltages of the eliminated nodes from those of the ports.</summary>
    /// <param name="volts">One number per node; ports given, the rest overwritten.</param>
    public void BackSubstitute(Span<double> volts)
    {
        for (int i = _eliminated.Count - 1; i >= 0; i--)
        {
            var (node, neighbours, total, injected) = _eliminated[i];
            double sum = injected;
            foreach (var (other, siemens) in neighbours) sum += siemens * volts[other];
            volts[node] = total > 0 ? sum / total : 0;
        }
    }

    private void Eliminate(int node)
    {
        var star = _neighbours[node].ToArray();
        double total = 0;
        foreach (var (_, siemens) in star) total += siemens;
        if (star.Length == 0 && _injected[node] != 0)
            throw new ArithmeticException($"A current of {_injected[node]} A flows into a node without a connection.");
        if (total > 0) InjectionWatts += _injected[node] * _injected[node] / total;
        _eliminated.Add((node, star, total, _injected[node]));
        for (int a = 0; a < star.Length; a++)
        {
            var (first, siemens) = star[a];
            var neighbours = _neighbours[first];
            neighbours.Remove(node);
            _injected[first] += _injected[node] * siemens / total;
            for (int b = 0; b < star.Length; b++)
            {
                if (b == a) continue;
                ref double entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(neighbours, star[b].Key,
                    out _);
                entry += siemens * star[b].Value / total;
            }
        }
        _neighbours[node] = [];
    }
}
