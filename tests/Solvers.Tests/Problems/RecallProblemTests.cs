using Hopfield.Learning;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Solvers.Problems.Recall;

namespace Solvers.Tests.Problems;

public class RecallProblemTests
{
    [Fact]
    public void Decode_OfTheTargetAndOfItsNegative_ScoresPlusAndMinusOne()
    {
        var glyphs = Glyphs.Read();
        var problem = new RecallProblem(glyphs, new PseudoinverseRule(), 3, glyphs.Patterns[3]);
        var exact = Assert.IsType<RecallSolution>(problem.Decode(glyphs.Patterns[3]));
        Assert.True(exact.Exact);
        Assert.Equal((1.0, 3), (exact.Score, exact.Nearest));
        sbyte[] negative = [.. glyphs.Patterns[3].Select(pixel => (sbyte)-pixel)];
        Assert.Equal(-1, problem.Decode(negative).Score);
        var other = Assert.IsType<RecallSolution>(problem.With(5, problem.Cue).Decode(glyphs.Patterns[3]));
        Assert.Equal(3, other.Nearest);
        Assert.False(other.Exact);
        Assert.Same(problem.Encode(), problem.With(5, problem.Cue).Encode());
    }

    [Fact]
    public void EnergyOfTheTarget_UnderThePseudoinverse_IsBelowThatOfItsCue()
    {
        var glyphs = Glyphs.Read();
        for (int target = 0; target < glyphs.Count; target++)
        {
            var problem = new RecallProblem(glyphs, new PseudoinverseRule(), target,
                PatternNoise.Flip(glyphs.Patterns[target], 0.15, new RandomKey(4).Fold(target)));
            Assert.True(problem.Encode().Energy(glyphs.Patterns[target]) < problem.Encode().Energy(problem.Cue));
        }
    }
}
