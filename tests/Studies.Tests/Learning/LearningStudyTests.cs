using Hopfield.Learning;
using Studies.Learning;
using Studies.Tests.Support;

namespace Studies.Tests.Learning;

public class LearningStudyTests
{
    [Fact]
    public void Learning_FromItsRecord_IsTheSame_AndForgettingLeavesTheOthers()
    {
        var record = Rerun.Repeats(new LearningStudy { Forget = [7, 3, 3] });
        Assert.Equal((8, 8, 8), (record.Pictures, record.Rank, record.FixedPoints));
        Assert.InRange(record.LargestDifferenceFromAfresh!.Value, 0, 1e-12); // rank-one updates of 120 pixels
        Assert.Equal(record.LargestWeight, record.Weights.Values.Max(Math.Abs));
    }

    /// <summary>A projection on p patterns has the norm √p.</summary>
    [Fact]
    public void Weights_OfThePseudoinverseWithDiagonal_HaveTheNormOfAProjection() =>
        Assert.Equal(Math.Sqrt(10), new LearningStudy { KeepDiagonal = true }.Run().FrobeniusNorm, 1e-9);

    [Fact]
    public void Forgetting_OfARuleThatCannot_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new LearningStudy { Rule = new StorkeyRule(), Forget = [1] }.Run());
}
