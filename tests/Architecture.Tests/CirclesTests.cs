namespace Architecture.Tests;

public class CirclesTests
{
    [Fact]
    public void Of_TwoCirclesJoinedByAnArrow_FindsBothAndNothingElse() =>
        Assert.Equal(["a b c", "d e"], Found("ab", "bc", "ca", "cd", "de", "ed", "ef", "af"));

    [Fact]
    public void Of_AGraphWithoutCircles_IsEmpty() => Assert.Empty(Found("ab", "ac", "bd", "cd", "ad"));

    [Fact]
    public void Of_CirclesThatShareANode_IsOne() => Assert.Equal(["a b c d"], Found("ab", "ba", "bc", "cb", "cd", "db"));

    private static string[] Found(params string[] arrows) =>
        [.. Circles.Of(arrows.Select(arrow => (arrow[..1], arrow[1..]))).Select(circle => string.Join(' ', circle))];
}
