using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Patterns;
using Hopfield.Recall;

namespace Hopfield.Tests.Recall;

public class RecallNetworkTests
{
    private static sbyte[][] RandomPatterns(int count, int size) =>
        [.. Enumerable.Range(0, count).Select(m => Spins.Random(size, new RandomKey(17).Fold(m)))];

    /// <summary>Below capacity every order of updates ends in the stored pattern, so network and machine must agree.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Asynchronous_BelowCapacity_RecallsAsTheMachineDoes(bool withDiagonal)
    {
        var patterns = RandomPatterns(10, 203);
        var learned = new PseudoinverseRule().Learn(patterns);
        sbyte[][] cues = [.. Enumerable.Range(0, 150).Select(k => PatternNoise.Flip(patterns[k % 10], 0.1, new RandomKey(3).Fold(k)))];
        var ends = new RecallNetwork(learned, withDiagonal).Asynchronous(cues, RandomKey.FromSeed(1));
        var machine = new AsynchronousDynamics { SelfCouplings = withDiagonal ? learned.Diagonal : [] }.Prepare(learned.Model);
        for (int k = 0; k < cues.Length; k++)
        {
            Assert.Equal(patterns[k % 10], ends[k].Spins);
            Assert.True(ends[k].Settled);
            Assert.Equal(20, ends[k].Flips);
            Assert.Equal(ends[k].Spins, machine.Settle(Spins.ToActivations(cues[k]), RandomKey.FromSeed(1)).Spins);
        }
    }

    /// <summary>Any state: the end must be a fixed point of the weights given, found from fields that no rounding has led astray.</summary>
    [Fact]
    public void Asynchronous_FromRandomStates_EndsInFixedPoints()
    {
        var model = RandomModel.Make(101, 5, fields: false);
        double[] weights = model.Couplings.ToDense();
        sbyte[][] cues = [.. Enumerable.Range(0, 70).Select(k => Spins.Random(101, new RandomKey(4).Fold(k)))];
        var ends = new RecallNetwork(weights, 101).Asynchronous(cues, RandomKey.FromSeed(2));
        for (int k = 0; k < cues.Length; k++)
        {
            var fields = new double[101];
            model.LocalFields(ends[k].Spins, fields);
            Assert.True(ends[k].Settled);
            for (int i = 0; i < 101; i++) Assert.True(ends[k].Spins[i] * fields[i] >= -1e-9);
        }
    }

    [Fact]
    public void Synchronous_IsTheSynchronousMachine_CyclesIncluded()
    {
        int cycles = 0;
        for (ulong seed = 0; seed < 30; seed++)
        {
            var model = RandomModel.Make(25, seed, fields: false);
            var start = Spins.Random(25, RandomKey.FromSeed(seed));
            var end = new RecallNetwork(model.Couplings.ToDense(), 25).Synchronous([start])[0];
            var trace = new SynchronousDynamics().Prepare(model).Settle(Spins.ToActivations(start), RandomKey.FromSeed(1));
            Assert.Equal(trace.Settled, end.Settled);
            if (trace.Settled) Assert.Equal(trace.Spins, end.Spins);
            else cycles++;
        }
        Assert.True(cycles > 0);
    }

    [Theory]
    [InlineData(TieRule.Keep, 1, -1)]
    [InlineData(TieRule.Up, 1, 1)]
    [InlineData(TieRule.Down, -1, -1)]
    public void Ties_AreDecidedByTheRule(TieRule ties, sbyte first, sbyte second)
    {
        double[] weights = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var network = new RecallNetwork(weights, 4) { Ties = ties };
        Assert.Equal([1, 1, first, second], network.Asynchronous([[1, 1, 1, -1]], RandomKey.FromSeed(1))[0].Spins);
        Assert.Equal([1, 1, first, second], network.Synchronous([[1, 1, 1, -1]])[0].Spins);
    }

    [Fact]
    public void Asynchronous_WithTheSameKey_GivesTheSameEndsInAnyBatch()
    {
        var patterns = RandomPatterns(40, 100);
        var network = new RecallNetwork(new HebbRule().Learn(patterns), false);
        sbyte[][] cues = [.. Enumerable.Range(0, 130).Select(k => Spins.Random(100, new RandomKey(5).Fold(k)))];
        var all = network.Asynchronous(cues, RandomKey.FromSeed(7));
        var again = network.Asynchronous([.. cues.Take(70)], RandomKey.FromSeed(7));
        for (int k = 0; k < 70; k++) Assert.Equal(all[k].Spins, again[k].Spins);
    }
}
