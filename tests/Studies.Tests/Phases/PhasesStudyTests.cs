using Hopfield.Learning;
using Studies.Phases;
using Studies.Tests.Support;

namespace Studies.Tests.Phases;

public class PhasesStudyTests
{
    private static readonly PhasesStudy s_small = new() { Size = 60, Features = 6, Probes = 8, Loads = [0.5, 0.1, 0.1] };

    /// <summary>The pseudoinverse keeps every pattern below load one.</summary>
    [Fact]
    public void Phases_FromTheirRecord_AreTheSame_AndTheTrainedMixturesAreKept()
    {
        var record = Rerun.Repeats(s_small with { Rule = new PseudoinverseRule(), Relaxed = true, Unsigned = true, KeepDiagonal = true });
        Assert.Equal([0.1, 0.5], record.Points.Select(point => point.Load));
        Assert.All(record.Points, point => Assert.Equal(1, point.Training, 1e-12));
        Assert.False(record.IsSigned);
    }

    [Fact]
    public void Phases_Cancelled_KeepTheFinishedLoads()
    {
        using var source = new CancellationTokenSource();
        var record = s_small.Run(new CancelAtPiece(source, 1), source.Token);
        Assert.True(record.Cancelled);
        Assert.Equal(s_small.Run().Points[0], Assert.Single(record.Points));
    }

    [Fact]
    public void Phases_OfALoadOfZero_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => s_small with { Loads = [0.1, 0] });
}
