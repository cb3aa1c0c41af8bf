using Hopfield.Dynamics;
using Hopfield.Learning;
using Studies.Capacity;
using Studies.Tests.Support;

namespace Studies.Tests.Capacity;

public class CapacityStudyTests
{
    private static readonly CapacityStudy s_small = new()
    {
        Size = 40,
        Draws = 3,
        Counts = [20, 2],
        Rules = [new HebbRule(), new BlendRule { Alpha = 0.9 }],
    };

    [Fact]
    public void Capacity_FromItsRecord_IsTheSame_AndFallsWithTheLoad()
    {
        var record = Rerun.Repeats(s_small with { Ties = TieRule.Up, KeepsDiagonal = true });
        Assert.Equal(["hebb 2", "blend 2", "hebb 20", "blend 20"], record.Points.Select(point => $"{point.Rule} {point.Count}"));
        Assert.True(record.Points[0].Recalled > record.Points[2].Recalled);
        Assert.All(record.Points, point => Assert.InRange(point.Recalled, point.Low, point.High));
    }

    [Fact]
    public void Capacity_OfPictures_FromItsRecord_IsTheSame()
    {
        var record = Rerun.Repeats(new CapacityStudy { Patterns = new(), Draws = 2, Rules = [new PseudoinverseRule()] });
        Assert.Equal(10, record.Points[^1].Count); // of ten letters
    }

    [Fact]
    public void Capacity_Cancelled_KeepsTheFinishedPoints()
    {
        using var source = new CancellationTokenSource();
        var record = s_small.Run(new CancelAtPiece(source, 3), source.Token);
        Assert.True(record.Cancelled);
        Assert.Equal(s_small.Run().Points.Take(3), record.Points);
    }

    [Fact]
    public void Capacity_CancelledBeforeTheFirstPoint_HasNoRecord() =>
        Assert.Throws<OperationCanceledException>(() => s_small.Run(null, new CancellationToken(true)));

    [Fact]
    public void Capacity_OfMorePicturesThanThereAre_IsRefused() =>
        Assert.Contains("Counts must be a number from 1 to 10, not 11", Assert.Throws<ArgumentOutOfRangeException>(
            () => new CapacityStudy { Patterns = new(), Counts = [11] }.Run()).Message, StringComparison.Ordinal);
}
