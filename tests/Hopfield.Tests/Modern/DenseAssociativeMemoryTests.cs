using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Modern;
using Hopfield.Numerics;
using Hopfield.Patterns;

namespace Hopfield.Tests.Modern;

public class DenseAssociativeMemoryTests
{
    private static sbyte[][] RandomPatterns(int count, int size) =>
        [.. Enumerable.Range(0, count).Select(m => Spins.Random(size, new RandomKey(17).Fold(m)))];

    private static Interaction[] All => [Interaction.Polynomial(2), Interaction.Polynomial(3), Interaction.Rectified(4),
        Interaction.Exponential()];

    /// <summary>
    /// F = x² is Hebb's rule: E = −Σ(ξ·s)²/N² differs from the Ising energy by a factor and a constant, so all one-step decisions agree.
    /// </summary>
    [Fact]
    public void Step_OfTheSquare_IsOneStepOfHebb()
    {
        var patterns = RandomPatterns(8, 41);
        var memory = new DenseAssociativeMemory(patterns, Interaction.Polynomial(2));
        var fields = new double[41];
        for (int k = 0; k < 20; k++)
        {
            var state = Spins.Random(41, new RandomKey(5).Fold(k));
            new HebbRule().Learn(patterns).Model.LocalFields(state, fields);
            Assert.Equal(fields.Select((field, i) => Math.Abs(field) < 1e-12 ? state[i] : (sbyte)Math.Sign(field)), memory.Step(state));
        }
    }

    [Fact]
    public void Settle_WithAnyInteraction_NeverRisesAndFindsPatternsFromNoise()
    {
        var patterns = RandomPatterns(12, 100);
        foreach (var interaction in All.Skip(1))
        {
            var memory = new DenseAssociativeMemory(patterns, interaction);
            for (int m = 0; m < 12; m++)
            {
                var (state, energies, settled) = memory.Settle(PatternNoise.Flip(patterns[m], 0.15, new RandomKey(6).Fold(m)),
                    new RandomKey(7).Fold(m));
                Assert.True(settled);
                Assert.Equal(patterns[m], state);
                for (int k = 1; k < energies.Length; k++) Assert.True(energies[k] <= energies[k - 1]);
                Assert.Equal(memory.Energy(state), energies[^1]);
            }
        }
    }

    /// <summary>At N = 40 and K = 60, beyond N, Hebb holds none while the cube holds all and the exponential far more.</summary>
    [Fact]
    public void Step_AtLoadsBeyondHebb_HoldsPatternsOfSteeperInteractions()
    {
        var patterns = RandomPatterns(60, 40);
        Assert.True(Held(Interaction.Polynomial(2), patterns) < 5);
        Assert.True(Held(Interaction.Rectified(3), patterns) > 30);
        // All of 2000 hold; an eighth of them are asked.
        Assert.Equal(250, Held(Interaction.Exponential(), RandomPatterns(2000, 40), asked: 250));

        static int Held(Interaction interaction, sbyte[][] patterns, int asked = int.MaxValue)
        {
            var memory = new DenseAssociativeMemory(patterns, interaction);
            return patterns.Take(asked).Count(pattern => memory.Step(pattern).AsSpan().SequenceEqual(pattern));
        }
    }
}
