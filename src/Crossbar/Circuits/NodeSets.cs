namespace Crossbar.Circuits;

/// <summary>Disjoint sets of node names (union–find with path halving; Tarjan 1975): which nodes are connected.</summary>
internal sealed class NodeSets
{
    private readonly Dictionary<string, int> _index = [];
    private readonly List<int> _parent = [];

    /// <summary>Every node seen, in order of appearance.</summary>
    public IEnumerable<string> Members => _index.Keys;

    /// <summary>Makes the node known, alone in its set unless it is known already.</summary>
    public int Add(string node)
    {
        if (_index.TryGetValue(node, out int at)) return at;
        _index[node] = _parent.Count;
        _parent.Add(_parent.Count);
        return _parent.Count - 1;
    }

    /// <summary>True when the node has been added or joined.</summary>
    public bool Contains(string node) => _index.ContainsKey(node);

    /// <summary>Unites two sets; false when they already were one.</summary>
    public bool Join(string a, string b)
    {
        int rootA = Root(Add(a)), rootB = Root(Add(b));
        if (rootA == rootB) return false;
        _parent[rootB] = rootA;
        return true;
    }

    /// <summary>True when both lie in one set.</summary>
    public bool Joined(string a, string b) => Root(Add(a)) == Root(Add(b));

    private int Root(int at)
    {
        while (_parent[at] != at) at = _parent[at] = _parent[_parent[at]];
        return at;
    }
}
