namespace Architecture.Tests;

/// <summary>Circles of a directed graph: its strongly connected components of more than one node (Tarjan 1972,
/// doi:10.1137/0201010).</summary>
internal sealed class Circles
{
    private readonly ILookup<string, string> _next;
    private readonly Dictionary<string, int> _order = [];
    private readonly Dictionary<string, int> _lowest = [];
    private readonly Stack<string> _open = [];
    private readonly List<IReadOnlyList<string>> _found = [];

    private Circles(IEnumerable<(string From, string To)> arrows) => _next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);

    /// <summary>Each circle's nodes in ordinal order; circles by their first node.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<(string From, string To)> arrows)
    {
        var search = new Circles(arrows);
        foreach (var group in search._next)
            if (!search._order.ContainsKey(group.Key)) search.Visit(group.Key);
        return [.. search._found.OrderBy(circle => circle[0], StringComparer.Ordinal)];
    }

    private void Visit(string node)
    {
        _order[node] = _lowest[node] = _order.Count;
        _open.Push(node);
        foreach (string next in _next[node])
        {
            if (!_order.ContainsKey(next)) Visit(next);
            if (_open.Contains(next)) _lowest[node] = Math.Min(_lowest[node], _lowest[next]);
        }
        if (_lowest[node] != _order[node]) return;

        var component = new List<string>();
        do component.Add(_open.Pop());
        while (component[^1] != node);
        if (component.Count > 1) _found.Add([.. component.Order(StringComparer.Ordinal)]);
    }
}
