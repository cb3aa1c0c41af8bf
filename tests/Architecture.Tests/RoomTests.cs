namespace Architecture.Tests;

/// <summary>Folders are rooms with one-way doors: no circles, neither of folders nor of rooms, and only the agreed arrows.</summary>
public class RoomTests
{
    private static readonly Lazy<NamespaceGraph[]> s_graphs = new(() => [.. Project.All.Select(NamespaceGraph.Read)]);

    [Fact]
    public void Folders_OfEachProject_HaveNoCircles() => AssertNoCircles("folders", (_, space) => space);

    [Fact]
    public void Rooms_OfEachProject_HaveNoCircles() => AssertNoCircles("rooms", (graph, space) => graph.Room(space));

    [Fact]
    public void Rooms_OfEachProject_SeeOnlyWhatTheyMay()
    {
        string[] found = [.. s_graphs.Value.SelectMany(RoomLines)];
        LayoutFile.AssertHolds("rooms.txt", found, () => string.Join("\n\n", s_graphs.Value.Select(AllArrows)));
    }

    private static void AssertNoCircles(string what, Func<NamespaceGraph, string, string> place)
    {
        foreach (var graph in s_graphs.Value)
        {
            var placed = graph.Arrows.Select(arrow => (From: place(graph, arrow.From), To: place(graph, arrow.To), Arrow: arrow))
                .Where(arrow => arrow.From != arrow.To).ToArray();
            var circles = Circles.Of(placed.Select(arrow => (arrow.From, arrow.To))).Select(circle =>
                $"Circle of {circle.Count} {what} in {graph.Root}:\n  " + string.Join("\n  ", placed
                    .Where(arrow => circle.Contains(arrow.From) && circle.Contains(arrow.To)).Select(arrow => arrow.Arrow)));
            Assert.Empty(string.Join("\n\n", circles));
        }
    }

    private static IEnumerable<string> RoomLines(NamespaceGraph graph) => graph.Arrows
        .Select(arrow => (From: graph.Room(arrow.From), To: graph.Room(arrow.To)))
        .Where(arrow => arrow.From != arrow.To).Distinct()
        .Select(arrow => $"{graph.Root}: {arrow.From} -> {arrow.To}").Order(StringComparer.Ordinal);

    private static string AllArrows(NamespaceGraph graph) => $"All arrows in {graph.Root}:\n  {string.Join("\n  ", graph.Arrows)}";
}
