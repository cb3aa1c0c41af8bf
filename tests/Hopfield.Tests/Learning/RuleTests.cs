using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Hopfield.Tests.Learning;

public class RuleTests
{
    private static readonly IReadOnlyList<ILearningRule> Rules = Catalog.Of<ILearningRule>(typeof(ILearningRule).Assembly);

    [Fact]
    public void Catalog_OfRules_HoldsBoth()
    {
        Assert.Contains(Rules, rule => rule is HebbRule { Name: "hebb" });
        Assert.Contains(Rules, rule => rule is PseudoinverseRule { Name: "pseudoinverse" });
    }

    [Fact]
    public void Hebb_OfTwoPatterns_IsTheMeanOuterProduct()
    {
        sbyte[][] patterns = [[1, -1, 1, 1], [1, 1, -1, 1]];
        var learned = new HebbRule().Learn(patterns);
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
                Assert.Equal(i == j ? 0 : (patterns[0][i] * patterns[0][j] + patterns[1][i] * patterns[1][j]) / 4.0,
                    learned.Model.Couplings[i, j]);
        Assert.All(learned.Diagonal, value => Assert.Equal(0.5, value));
        Assert.Equal(2, learned.Rank);
    }

    [Fact]
    public void ExactRules_OnOrthogonalPatterns_AgreeWithHebb()
    {
        sbyte[][] patterns = [.. Enumerable.Range(1, 3).Select(row => Hadamard(row, 64))];
        var hebb = new HebbRule().Learn(patterns);
        foreach (ILearningRule rule in (ILearningRule[])[new PseudoinverseRule(), new BlendRule(), new RidgeRule { Penalty = 1e-14 }])
        {
            var learned = rule.Learn(patterns);
            double largest = learned.Model.Couplings.ToDense().Zip(hebb.Model.Couplings.ToDense(), (a, b) => Math.Abs(a - b)).Max();
            Assert.True(largest < 1e-15, $"{rule.Name}: {largest}");
            Assert.Equal(3, learned.Rank);
        }
    }

    [Theory]
    [InlineData(20, 100)]
    [InlineData(60, 100)]
    [InlineData(99, 100)]
    public void Pseudoinverse_OfRandomPatterns_HoldsEachAsAFixedPoint(int count, int size)
    {
        var patterns = RandomPatterns(count, size);
        var learned = new PseudoinverseRule().Learn(patterns);
        Assert.Equal(count, learned.Rank);
        AssertProjects(learned, patterns, 1e-9);
        AssertFixedPoints(learned.Model, patterns);
    }

    [Fact]
    public void Pseudoinverse_OfCorrelatedPatterns_HoldsEachAsAFixedPointWhereHebbDoesNot()
    {
        var patterns = RandomPatterns(25, 200);
        foreach (var pattern in patterns.Skip(1)) for (int i = 0; i < 120; i++) pattern[i] = patterns[0][i];
        AssertFixedPoints(new PseudoinverseRule().Learn(patterns).Model, patterns);
        Assert.True(UnstablePixels(new HebbRule().Learn(patterns).Model, patterns) > 0);
    }

    [Fact]
    public void Pseudoinverse_OfDependentPatterns_SaysSoAndStillHoldsThem()
    {
        var patterns = RandomPatterns(6, 50).ToList();
        patterns.Add([.. patterns[2]]);
        patterns.Add([.. patterns[4].Select(pixel => (sbyte)-pixel)]);
        var learned = new PseudoinverseRule().Learn(patterns);
        Assert.Equal(6, learned.Rank);
        Assert.Contains("6 of the 8", Assert.Single(learned.Notes));
        AssertProjects(learned, patterns, 1e-12);
        AssertFixedPoints(learned.Model, patterns);
    }

    [Fact]
    public void Pseudoinverse_OfAsManyPatternsAsPixels_HasNoCouplingsLeftAndSaysSo()
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 8).Select(row => Hadamard(row, 8))];
        var learned = new PseudoinverseRule().Learn(patterns);
        Assert.Equal(0, learned.Model.Couplings.NonZeroCount);
        Assert.All(learned.Diagonal, value => Assert.Equal(1, value, 1e-12));
        Assert.Contains("8 pixels", Assert.Single(learned.Notes));
    }

    [Fact]
    public void Learn_OfGaugedPatterns_GivesGaugedWeights()
    {
        var patterns = RandomPatterns(5, 30);
        var gauge = Spins.Random(30, new RandomKey(99));
        sbyte[][] gauged = [.. patterns.Select(pattern => pattern.Select((pixel, i) => (sbyte)(pixel * gauge[i])).ToArray())];
        foreach (var rule in Rules)
        {
            var plain = rule.Learn(patterns).Model.Couplings;
            var turned = rule.Learn(gauged).Model.Couplings;
            for (int i = 0; i < 30; i++)
                for (int j = 0; j < 30; j++) Assert.Equal(plain[i, j] * gauge[i] * gauge[j], turned[i, j], 1e-13);
        }
    }

    [Fact]
    public void Learn_OfWhatIsNoPattern_Refuses()
    {
        foreach (var rule in Rules)
        {
            Assert.ThrowsAny<ArgumentException>(() => rule.Learn([]));
            Assert.ThrowsAny<ArgumentException>(() => rule.Learn([[1]]));
            Assert.ThrowsAny<ArgumentException>(() => rule.Learn([[1, 0]]));
            Assert.ThrowsAny<ArgumentException>(() => rule.Learn([[1, 1], [1, 1, 1]]));
        }
    }

    [Fact]
    public void Glyphs_AreHeldByThePseudoinverse_AndTheFirstSevenByHebb()
    {
        var glyphs = Glyphs.Read();
        AssertFixedPoints(new PseudoinverseRule().Learn(glyphs.Patterns).Model, glyphs.Patterns);
        AssertFixedPoints(new HebbRule().Learn(glyphs.Take(7).Patterns).Model, glyphs.Take(7).Patterns);
        Assert.True(UnstablePixels(new HebbRule().Learn(glyphs.Patterns).Model, glyphs.Patterns) > 0);
    }

    private static sbyte[] Hadamard(int row, int size) =>
        [.. Enumerable.Range(0, size).Select(column =>
            (sbyte)(1 - 2 * (System.Numerics.BitOperations.PopCount((uint)(row & column)) & 1)))];

    private static sbyte[][] RandomPatterns(int count, int size) =>
        [.. Enumerable.Range(0, count).Select(m => Spins.Random(size, new RandomKey(17).Fold(m)))];

    private static void AssertProjects(LearnedWeights learned, IEnumerable<sbyte[]> patterns, double tolerance)
    {
        var fields = new double[learned.Diagonal.Length];
        foreach (var pattern in patterns)
        {
            learned.Model.LocalFields(pattern, fields);
            for (int i = 0; i < fields.Length; i++) Assert.Equal(pattern[i], fields[i] + learned.Diagonal[i] * pattern[i], tolerance);
        }
    }

    private static void AssertFixedPoints(IsingModel model, IEnumerable<sbyte[]> patterns) =>
        Assert.Equal(0, UnstablePixels(model, patterns));

    private static int UnstablePixels(IsingModel model, IEnumerable<sbyte[]> patterns)
    {
        var fields = new double[model.Size];
        int unstable = 0;
        foreach (var pattern in patterns)
        {
            model.LocalFields(pattern, fields);
            unstable += pattern.Where((pixel, i) => pixel * fields[i] < 0).Count();
        }
        return unstable;
    }
}
