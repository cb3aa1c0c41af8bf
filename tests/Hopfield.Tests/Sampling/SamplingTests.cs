using Hopfield.Numerics;
using Hopfield.Sampling;

namespace Hopfield.Tests.Sampling;

public class SamplingTests
{
    /// <summary>By definition, each state's energy from scratch.</summary>
    [Fact]
    public void Exact_OfASmallModel_IsTheSumOverAllStates()
    {
        var model = RandomModel.Make(8, 3);
        double total = 0, energies = 0;
        var mean = new double[8];
        double correlation = 0;
        for (int bits = 0; bits < 256; bits++)
        {
            var state = RandomModel.State(8, bits);
            double energy = RandomModel.EnergyByDefinition(model, state), weight = Math.Exp(-energy / 1.5);
            total += weight;
            energies += weight * energy;
            for (int i = 0; i < 8; i++) mean[i] += weight * state[i];
            correlation += weight * state[2] * state[5];
        }
        var exact = SpinStatistics.Exact(model, 1.5);
        Assert.Equal(energies / total, exact.MeanEnergy, 1e-10);
        for (int i = 0; i < 8; i++) Assert.Equal(mean[i] / total, exact.Means[i], 1e-12);
        Assert.Equal(correlation / total, exact.Correlations[2 * 8 + 5], 1e-12);
        Assert.Equal(exact.Correlations[2 * 8 + 5], exact.Correlations[5 * 8 + 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => SpinStatistics.Exact(RandomModel.Make(21, 1), 1));
    }

    /// <summary>
    /// 4,096 replicas × 20 snapshots against enumeration, at a temperature where chains forget quickly. Each mean has a deviation below
    /// 1/√4096 even if the snapshots of a replica were all alike; 5 of these are 0.078: false alarm below 1e-4 for all 55 figures together.
    /// </summary>
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.4)]
    public void ReplicaSampler_OnDenseAndSparseModels_HasTheExactMeansAndCorrelations(double density)
    {
        var model = RandomModel.Make(10, 5, density);
        var exact = SpinStatistics.Exact(model, 4);
        var sampler = new ReplicaSampler(model, 4096, RandomKey.FromSeed(1));
        sampler.Sweep(50, 4);
        var seen = sampler.Sample(20, 3, 4);
        for (int i = 0; i < 10; i++) Assert.Equal(exact.Means[i], seen.Means[i], 0.078);
        for (int k = 0; k < 100; k++) Assert.Equal(exact.Correlations[k], seen.Correlations[k], 0.078);
        // Closer, as the snapshots do differ: the energy within 1 % of its deviation-free scale.
        Assert.Equal(exact.MeanEnergy, seen.MeanEnergy, 0.02 * Math.Abs(exact.MeanEnergy));
    }

    [Fact]
    public void ReplicaSampler_WithTheSameKey_GivesTheSameSpins_HoweverTheSweepsAreSplit()
    {
        var model = RandomModel.Make(20, 2, 0.3);
        ReplicaSampler a = new(model, 128, RandomKey.FromSeed(4)), b = new(model, 128, RandomKey.FromSeed(4));
        a.Sweep(7, 1.5);
        b.Sweep(3, 1.5);
        b.Sweep(4, 1.5);
        for (int replica = 0; replica < 128; replica++) Assert.Equal(a.State(replica), b.State(replica));
        Assert.NotEqual(a.State(0), a.State(64));
    }

    /// <summary>
    /// 4 × 4 torus with random ±1 bonds by enumeration; 512 replicas × 200 snapshots, bound as above with 5/√512/3 for the energy.
    /// </summary>
    [Theory]
    [InlineData(1.2)]
    [InlineData(2.5)]
    [InlineData(10)]
    public void SquareLattice_OfRandomBonds_HasTheExactEnergyAndCorrelations(double temperature)
    {
        var stream = RandomKey.FromSeed(9).Stream();
        sbyte[] bonds = [.. Enumerable.Range(0, 32).Select(_ => stream.NextSpin())];
        var lattice = new SquareLattice(4, RandomKey.FromSeed(2), bonds);
        var model = lattice.ToModel();
        var exact = SpinStatistics.Exact(model, temperature);
        lattice.Sweep(200, temperature);
        double energy = 0, neighbours = 0;
        for (int snapshot = 0; snapshot < 200; snapshot++)
        {
            lattice.Sweep(2, temperature);
            energy += lattice.MeanEnergyPerSite() / 200;
            for (int replica = 0; replica < 512; replica += 8)
            {
                var state = lattice.State(replica);
                neighbours += state[5] * state[6] / (64.0 * 200);
            }
        }
        Assert.Equal(exact.MeanEnergy / 16, energy, 0.01);
        Assert.Equal(exact.Correlations[5 * 16 + 6], neighbours, 0.06);
        Assert.Equal(600L * 16 * 512, lattice.Attempts);
    }

    /// <summary>
    /// Onsager's energy of the infinite ferromagnet at T = 3 (above the transition, correlation length 1.4, so 32 × 32 is infinite):
    /// −coth(2/T) [1 + (2/π)(2 tanh²(2/T) − 1) K(k)], k = 2 sinh(2/T)/cosh²(2/T), K by the arithmetic-geometric mean. Source: Onsager 1944.
    /// </summary>
    [Fact]
    public void SquareLattice_OfTheFerromagnet_HasOnsagersEnergy()
    {
        const double t = 3;
        double x = 2 / t, k = 2 * Math.Sinh(x) / Math.Pow(Math.Cosh(x), 2), a = 1, g = Math.Sqrt(1 - k * k);
        while (Math.Abs(a - g) > 1e-15) (a, g) = ((a + g) / 2, Math.Sqrt(a * g));
        double onsager = -1 / Math.Tanh(x) * (1 + 2 / Math.PI * (2 * Math.Pow(Math.Tanh(x), 2) - 1) * (Math.PI / (2 * a)));
        var lattice = new SquareLattice(32, RandomKey.FromSeed(3));
        lattice.Sweep(100, t);
        double energy = 0;
        for (int snapshot = 0; snapshot < 50; snapshot++)
        {
            lattice.Sweep(2, t);
            energy += lattice.MeanEnergyPerSite() / 50;
        }
        // One snapshot has deviation √(c/(N·512)) ≈ 0.001; 50 that are partly alike stay below that.
        Assert.Equal(onsager, energy, 0.003);
    }
}
