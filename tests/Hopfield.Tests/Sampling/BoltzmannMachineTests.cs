using Hopfield.Model;
using Hopfield.Numerics;
using Hopfield.Sampling;

namespace Hopfield.Tests.Sampling;

/// <summary>Learning, likelihood, sampling and completion of both machines, against enumeration.</summary>
public class BoltzmannMachineTests
{
    private static readonly sbyte[][] s_patterns =
        [[1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1], [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1]];

    /// <summary>
    /// Learning on samples of a known model gives back their means and correlations (long chains, so that CD is maximum likelihood).
    /// </summary>
    [Fact]
    public void VisibleMachine_LearnedOnSamples_HasTheirMeansAndCorrelations()
    {
        var truth = RandomModel.Make(6, 11);
        var source = new ReplicaSampler(truth, 4096, RandomKey.FromSeed(1));
        source.Sweep(100, 4);
        sbyte[][] data = [.. Enumerable.Range(0, 4096).Select(source.State)];
        var wanted = SpinStatistics.Of(data);
        var machine = new VisibleBoltzmannMachine(6);
        for (int step = 0; step < 150; step++) machine.Learn(data, 0.2, 5, RandomKey.FromSeed(2).Fold(step));
        Assert.True(Distance(machine) < 0.05, $"{Distance(machine)}");
        Assert.True(Distance(new VisibleBoltzmannMachine(6)) > 0.3);

        double Distance(VisibleBoltzmannMachine of)
        {
            var other = SpinStatistics.Exact(of.ToModel(), 1);
            return Math.Max(wanted.Means.Zip(other.Means, (x, y) => Math.Abs(x - y)).Max(),
                wanted.Correlations.Zip(other.Correlations, (x, y) => Math.Abs(x - y)).Max());
        }
    }

    /// <summary>Two patterns and noise: after learning, pixels agree as in the patterns (by enumeration of 12 + 4 spins), noise is
    /// cleaned.</summary>
    [Fact]
    public void RestrictedMachine_LearnedOnTwoPatterns_PrefersThemAndCleansNoise()
    {
        var machine = new RestrictedBoltzmannMachine(12, 4, RandomKey.FromSeed(1));
        double before = s_patterns.Average(pattern => machine.Reconstruct(pattern).Zip(pattern, (x, y) => x * y).Average());
        sbyte[][] batch = [.. Enumerable.Range(0, 20).Select(k => s_patterns[k % 2])];
        double first = machine.Learn(batch, 0.05, 1, RandomKey.FromSeed(3)), last = first;
        for (int step = 0; step < 400; step++) last = machine.Learn(batch, 0.05, 1, RandomKey.FromSeed(2).Fold(step));
        Assert.True(last < 0.2 * first, $"{first} {last}");
        var model = machine.ToModel();
        Assert.Equal(16, model.Size);
        var exact = SpinStatistics.Exact(model, 1);
        // Pixels 0 and 2 agree in both patterns; 0 and 1 in one of two.
        Assert.True(exact.Correlations[2] > 0.8, $"{exact.Correlations[2]}");
        Assert.True(Math.Abs(exact.Correlations[1]) < 0.5);
        var noisy = (sbyte[])s_patterns[1].Clone();
        noisy[3] = 1;
        Assert.True(machine.Reconstruct(noisy)[3] < 0 && before < 0.1);
    }

    public static TheoryData<string> Machines => ["wide", "narrow", "visible"];

    /// <summary>p(v) from F and Z against the sum over all states of the Ising model, hidden spins included.</summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void LogPartitionAndFreeEnergies_OfASmallMachine_AreThoseOfTheEnumeratedModel(string kind)
    {
        var machine = Make(kind);
        double wanted = SpinStatistics.Exact(machine.ToModel(), 1).LogPartition;
        Assert.Equal(wanted, machine.LogPartition(), 1e-10);
        sbyte[][] states = [.. Enumerable.Range(0, 1 << machine.Visible).Select(bits => RandomModel.State(machine.Visible, bits))];
        Assert.Equal(1, machine.FreeEnergies(states).Sum(energy => Math.Exp(-energy - wanted)), 1e-10);
    }

    /// <summary>Each pixel's chance given the others is a ratio of two probabilities.</summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void PseudoLogLikelihood_OfAState_IsTheSumOfItsConditionals(string kind)
    {
        var machine = Make(kind);
        var state = RandomModel.State(machine.Visible, 0b101101);
        double wanted = 0;
        for (int i = 0; i < machine.Visible; i++)
        {
            var flipped = (sbyte[])state.Clone();
            flipped[i] = (sbyte)-flipped[i];
            double[] energies = machine.FreeEnergies([state, flipped]);
            wanted += Math.Log(Math.Exp(-energies[0]) / (Math.Exp(-energies[0]) + Math.Exp(-energies[1])));
        }
        Assert.Equal(wanted, machine.PseudoLogLikelihood(state), 1e-10);
    }

    /// <summary>
    /// 8,192 chains from random states: a mean's deviation is below 1/√8192 = 0.011; 5 of these for some 20 figures: false alarm 1e-5.
    /// With held spins the conditional distribution is enumerated.
    /// </summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void Sweep_OfManyChains_HasTheExactMeans_FreeAndHeld(string kind)
    {
        var machine = Make(kind);
        int size = machine.Visible;
        sbyte[][] all = [.. Enumerable.Range(0, 1 << size).Select(bits => RandomModel.State(size, bits))];
        double[] weights = [.. machine.FreeEnergies(all).Select(energy => Math.Exp(-energy))];
        foreach (bool isHeld in (bool[])[false, true])
        {
            bool[] held = [.. Enumerable.Range(0, size).Select(i => isHeld && i < 3)];
            sbyte[][] chains = [.. Enumerable.Range(0, 8192).Select(k => Spins.Random(size, RandomKey.FromSeed(4).Fold(k)))];
            foreach (sbyte[] chain in chains) if (isHeld) (chain[0], chain[1], chain[2]) = (1, -1, 1);
            for (int sweep = 0; sweep < 60; sweep++) machine.Sweep(chains, RandomKey.FromSeed(5).Fold(sweep), held);
            int[] allowed = [.. Enumerable.Range(0, all.Length).Where(n => !isHeld || all[n] is [1, -1, 1, ..])];
            double total = allowed.Sum(n => weights[n]);
            for (int i = 0; i < size; i++)
                Assert.Equal(allowed.Sum(n => weights[n] * all[n][i]) / total, chains.Average(chain => (double)chain[i]), 0.055);
        }
    }

    /// <summary>The estimate's own error is a few per cent; five of these.</summary>
    [Theory]
    [MemberData(nameof(Machines))]
    public void AnnealedLogPartition_OfASmallMachine_IsTheExactOneWithinItsError(string kind)
    {
        var machine = Make(kind);
        double[] fields = BoltzmannLikelihood.IndependentFields([RandomModel.State(machine.Visible, 9),
            RandomModel.State(machine.Visible, 3)]);
        var estimate = BoltzmannLikelihood.AnnealedLogPartition(machine, fields, 256, 100, RandomKey.FromSeed(1));
        Assert.InRange(estimate.RelativeError, 0.001, 0.1);
        Assert.Equal(machine.LogPartition(), estimate.LogPartition, 5 * estimate.RelativeError);
    }

    /// <summary>Exact likelihood by enumeration: training raises it, by CD and by persistent chains, in both machines.</summary>
    [Theory]
    [InlineData("restricted", false)]
    [InlineData("restricted", true)]
    [InlineData("visible", false)]
    [InlineData("visible", true)]
    public void Train_OnTwoPatterns_RaisesTheExactLikelihood(string kind, bool isPersistent)
    {
        IBoltzmannMachine machine = kind == "visible" ? new VisibleBoltzmannMachine(12)
            : new RestrictedBoltzmannMachine(12, 4, RandomKey.FromSeed(1));
        sbyte[][] data = [.. Enumerable.Range(0, 40).Select(k => s_patterns[k % 2])];
        double before = BoltzmannLikelihood.MeanLogLikelihood(machine, data, machine.LogPartition());
        Assert.Equal(-12 * Math.Log(2), before, 0.2);
        var training = new ContrastiveDivergence { Epochs = 150, BatchSize = 20, IsPersistent = isPersistent, LearningRate = 0.05 };
        var epochs = training.Train(machine, data, RandomKey.FromSeed(2)).ToList();
        double after = BoltzmannLikelihood.MeanLogLikelihood(machine, data, machine.LogPartition());
        // −ln 2 is the best there is for two patterns; a visible machine with pair couplings only cannot tell them from some mixtures.
        Assert.True(after > -3.5, $"{before} {after}");
        Assert.Equal(150, epochs.Count);
        Assert.Equal(isPersistent, double.IsNaN(epochs[0].Error));
        Assert.True(epochs[^1].PseudoLogLikelihood > epochs[0].PseudoLogLikelihood + 0.2, $"{epochs[0]} {epochs[^1]}");
    }

    [Fact]
    public void Train_Cancelled_EndsWithoutAnException()
    {
        using var source = new CancellationTokenSource();
        var machine = new VisibleBoltzmannMachine(12);
        int epochs = 0;
        foreach (var epoch in new ContrastiveDivergence().Train(machine, s_patterns, RandomKey.FromSeed(1), source.Token))
        {
            epochs = epoch.Number;
            if (epochs == 3) source.Cancel();
        }
        Assert.Equal(3, epochs);
    }

    [Fact]
    public void Complete_OfAHalfCoveredPattern_GivesItBack()
    {
        var machine = new RestrictedBoltzmannMachine(12, 4, RandomKey.FromSeed(1));
        foreach (var _ in new ContrastiveDivergence { Epochs = 400, BatchSize = 2 }.Train(machine, s_patterns, RandomKey.FromSeed(2))) { }
        var cue = (sbyte[])s_patterns[1].Clone();
        for (int i = 6; i < 12; i++) cue[i] = -1;
        double[] means = PatternCompletion.Complete(machine, cue, [.. Enumerable.Range(0, 12).Select(i => i < 6)], 20,
            RandomKey.FromSeed(3));
        for (int i = 0; i < 12; i++) Assert.True(means[i] * s_patterns[1][i] > 0.3, string.Join(' ', means));
        for (int i = 0; i < 6; i++) Assert.Equal(cue[i], means[i]);
    }

    [Fact]
    public void Machines_OfWrongSizes_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new RestrictedBoltzmannMachine(new double[5], new double[2], new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestrictedBoltzmannMachine([double.NaN], [0], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RestrictedBoltzmannMachine(30, 21, RandomKey.FromSeed(1)).LogPartition());
        Assert.Throws<ArgumentOutOfRangeException>(() => new VisibleBoltzmannMachine(21).LogPartition());
        Assert.Throws<ArgumentException>(() => new VisibleBoltzmannMachine(3).Learn([[1, -1]], 0.1, 1, RandomKey.FromSeed(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContrastiveDivergence { LearningRate = 0 });
    }

    /// <summary>Random weights large enough that means and correlations are far from zero: 7 + 3, 3 + 7 and 7 spins.</summary>
    private static IBoltzmannMachine Make(string kind)
    {
        if (kind == "visible")
        {
            var random = RandomModel.Make(7, 5);
            return new VisibleBoltzmannMachine(random).Tempered(0.3, new double[7]);
        }
        var stream = RandomKey.FromSeed(7).Stream();
        var (visible, hidden) = kind == "wide" ? (7, 3) : (6, 8);
        double[] Draw(int count, ref RandomStream stream)
        {
            var values = new double[count];
            for (int k = 0; k < count; k++) values[k] = 0.5 * stream.NextGaussian();
            return values;
        }

        return new RestrictedBoltzmannMachine(Draw(visible * hidden, ref stream), Draw(visible, ref stream), Draw(hidden, ref stream));
    }
}
