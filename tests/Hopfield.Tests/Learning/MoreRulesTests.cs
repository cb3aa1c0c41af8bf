using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Learning;

public class MoreRulesTests
{
    private static sbyte[][] RandomPatterns(int count, int size, ulong seed = 17) =>
        [.. Enumerable.Range(0, count).Select(m => Spins.Random(size, new RandomKey(seed).Fold(m)))];

    private static double Largest(LearnedWeights a, LearnedWeights b) =>
        a.ToMatrix(true).Zip(b.ToMatrix(true), (x, y) => Math.Abs(x - y)).Max();

    [Fact]
    public void Ridge_WithAVanishingPenalty_IsThePseudoinverse_LinearlyInIt()
    {
        var patterns = RandomPatterns(20, 80);
        var exact = new PseudoinverseRule().Learn(patterns);
        double wide = Largest(exact, new RidgeRule { Penalty = 1e-2 }.Learn(patterns));
        double narrow = Largest(exact, new RidgeRule { Penalty = 1e-4 }.Learn(patterns));
        Assert.InRange(wide / narrow, 99, 101);
        Assert.True(Largest(exact, new RidgeRule { Penalty = 1e-10 }.Learn(patterns)) < 1e-11);
    }

    [Fact]
    public void Ridge_WithAHugePenalty_IsHebbTimesNOverIt()
    {
        var patterns = RandomPatterns(5, 40);
        double[] ridge = new RidgeRule { Penalty = 1e9 }.Learn(patterns).ToMatrix(true),
            hebb = new HebbRule().Learn(patterns).ToMatrix(true);
        for (int k = 0; k < ridge.Length; k++) Assert.Equal(hebb[k], ridge[k] * 1e9 / 40, 1e-6);
    }

    [Fact]
    public void Blend_AtItsEnds_IsHebbAndThePseudoinverse()
    {
        var patterns = RandomPatterns(7, 30);
        Assert.Equal(0, Largest(new BlendRule { Alpha = 0 }.Learn(patterns), new HebbRule().Learn(patterns)));
        Assert.True(Largest(new BlendRule { Alpha = 1 }.Learn(patterns), new PseudoinverseRule().Learn(patterns)) < 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlendRule { Alpha = 1.5 });
    }

    /// <summary>By definition, with its sums over k ≠ i, j.</summary>
    [Fact]
    public void Storkey_OfThreePatterns_IsItsDefinition()
    {
        const int n = 9;
        var patterns = RandomPatterns(3, n);
        var w = new double[n, n];
        foreach (var x in patterns)
        {
            var before = (double[,])w.Clone();
            double Field(int i, int j) => Enumerable.Range(0, n).Where(k => k != i && k != j).Sum(k => before[i, k] * x[k]);
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    if (i != j) w[i, j] += (x[i] * x[j] - x[i] * Field(j, i) - x[j] * Field(i, j)) / n;
        }
        var learned = new StorkeyRule().Learn(patterns).Model.Couplings;
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) Assert.Equal(w[i, j], learned[i, j], 1e-14);
    }

    /// <summary>N = 200, 30 random patterns: Hebb keeps hardly any exactly, Storkey nearly all (its capacity there is above 40).</summary>
    [Fact]
    public void Storkey_AboveHebbsCapacity_StillHoldsPatterns()
    {
        var patterns = RandomPatterns(30, 200);
        Assert.True(Stable(new StorkeyRule().Learn(patterns), patterns) > Stable(new HebbRule().Learn(patterns), patterns) + 10);
    }

    [Fact]
    public void CentredHebb_OfPatternsThatShareAPixel_LeavesItWithoutCouplingsAndSaysSo()
    {
        var patterns = RandomPatterns(4, 20);
        foreach (var pattern in patterns) pattern[3] = -1;
        var learned = new CentredHebbRule().Learn(patterns);
        for (int j = 0; j < 20; j++) Assert.Equal(0, learned.Model.Couplings[3, j]);
        Assert.Equal(0, learned.Diagonal[3]);
        Assert.Contains(learned.Notes, note => note.Contains("the same in all patterns"));
        double mean5 = patterns.Average(pattern => (double)pattern[5]), mean6 = patterns.Average(pattern => (double)pattern[6]);
        Assert.Equal(patterns.Sum(pattern => (pattern[5] - mean5) * (pattern[6] - mean6)) / 20, learned.Model.Couplings[5, 6], 1e-15);
    }

    [Fact]
    public void IncrementalMemory_AfterAddingAndRemoving_IsWhatTheRulesLearnAtOnce()
    {
        var patterns = RandomPatterns(30, 60);
        var memory = new IncrementalMemory(60);
        foreach (var pattern in patterns) memory.Add(pattern);
        foreach (int gone in (int[])[29, 0, 11, 11, 5]) memory.RemoveAt(gone);
        memory.Add(patterns[0]);
        Assert.Equal(26, memory.Patterns.Count);
        Assert.True(Largest(memory.Hebb(), new HebbRule().Learn(memory.Patterns)) < 1e-14);
        Assert.True(Largest(memory.Pseudoinverse(), new PseudoinverseRule().Learn(memory.Patterns)) < 1e-11);
        Assert.Contains("combination", Assert.Throws<ArgumentException>(() => memory.Add(patterns[0])).Message);
        while (memory.Patterns.Count > 0) memory.RemoveAt(0);
        Assert.All(memory.Pseudoinverse().ToMatrix(true), value => Assert.Equal(0, value, 1e-11));
    }

    /// <summary>Of p orthogonal patterns Hebb with its diagonal is a projector: eigenvalue 1 p times, 0 otherwise.</summary>
    [Fact]
    public void Spectrum_OfOrthogonalPatterns_IsThatOfAProjector()
    {
        sbyte[][] patterns =
            [.. Enumerable.Range(1, 3).Select(row => Enumerable.Range(0, 16)
                .Select(column => (sbyte)(1 - 2 * (System.Numerics.BitOperations.PopCount((uint)(row & column)) & 1))).ToArray())];
        var spectrum = WeightSpectrum.Of(new HebbRule().Learn(patterns), patterns, withDiagonal: true);
        for (int k = 0; k < 16; k++) Assert.Equal(k < 3 ? 1 : 0, spectrum.Eigenvalues[k], 1e-12);
        Assert.Equal(1, spectrum.Gap, 1e-12);
        Assert.Equal([0, 0, 0], spectrum.InnerProducts);
        var without = WeightSpectrum.Of(new HebbRule().Learn(patterns), patterns);
        Assert.Equal(1 - 3.0 / 16, without.Eigenvalues[0], 1e-12);
    }

    [Fact]
    public void Spectrum_OfBiasedPatterns_HasTheMeanOnTop()
    {
        var patterns = RandomPatterns(10, 100);
        foreach (var pattern in patterns) for (int i = 0; i < 80; i++) pattern[i] = 1;
        var spectrum = WeightSpectrum.Of(new HebbRule().Learn(patterns), patterns);
        Assert.True(spectrum.Gap > 5 && spectrum.MeanCosine > 0.99, $"{spectrum.Gap} {spectrum.MeanCosine}");
        Assert.Equal(45, spectrum.InnerProducts.Length);
    }

    private static int Stable(LearnedWeights weights, sbyte[][] patterns)
    {
        var fields = new double[weights.Model.Size];
        return patterns.Count(pattern =>
        {
            weights.Model.LocalFields(pattern, fields);
            return !pattern.Where((pixel, i) => pixel * fields[i] < 0).Any();
        });
    }
}
