namespace Architecture.Tests;

/// <summary>Folders are rooms with one-way doors: no circles, and only the agreed arrows.</summary>
public class RoomTests
{
    private static readonly Lazy<NamespaceGraph[]> s_graphs = new(() => [.. Project.All.Select(NamespaceGraph.Read)]);

    [Fact]
    public void Folders_OfEachProject_HaveNoCircles()
    {
        var circles = s_graphs.Value.SelectMany(graph => Circles.Of(graph.Arrows.Select(arrow => (arrow.From, arrow.To))));
        string[] found = [.. circles.Select(circle => string.Join(' ', circle))];
        LayoutFile.AssertHolds("known-circles.txt", found, () => string.Join("\n\n", found.Select(Drawn)));
    }

    [Fact]
    public void Rooms_OfEachProject_SeeOnlyWhatTheyMay()
    {
        string[] found = [.. s_graphs.Value.SelectMany(RoomLines)];
        LayoutFile.AssertHolds("rooms.txt", found, () => string.Join("\n\n", s_graphs.Value.Select(AllArrows)));
    }

    private static string Drawn(string circle)
    {
        string[] members = circle.Split(' ');
        var arrows = s_graphs.Value.SelectMany(graph => graph.Arrows).Where(a => members.Contains(a.From) && members.Contains(a.To));
        return $"Circle of {members.Length} folders:\n  {string.Join("\n  ", arrows)}";
    }

    private static IEnumerable<string> RoomLines(NamespaceGraph graph) => graph.Arrows
        .Select(arrow => (From: graph.Room(arrow.From), To: graph.Room(arrow.To)))
        .Where(arrow => arrow.From != arrow.To).Distinct()
        .Select(arrow => $"{graph.Root}: {arrow.From} -> {arrow.To}").Order(StringComparer.Ordinal);

    private static string AllArrows(NamespaceGraph graph) => $"All arrows in {graph.Root}:\n  {string.Join("\n  ", graph.Arrows)}";
}
