using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Kernels;

namespace Solvers.Tests.Heuristics;

public class KernelTests
{
    /// <summary>Every kernel on a model that it can hold: signed and sparse, small weights and dense, large weights with fields.</summary>
    public static TheoryData<string> Kernels => ["bytes", "rows", "integers"];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sweep_AtAnyTemperature_KeepsFieldsAndEnergies(string name)
    {
        var (kernel, model) = Make(name, 70, new RandomKey(3));
        kernel.Randomise(new RandomKey(5));
        var energies = new long[kernel.Replicas];
        var spins = new sbyte[model.Size];
        foreach (double t in (double[])[5, 1, 0.3])
        {
            for (int sweep = 0; sweep < 20; sweep++) kernel.Sweep(t * model.TypicalField);
            kernel.TwiceEnergies(energies);
            for (int r = 0; r < kernel.Replicas; r++)
            {
                kernel.Copy(r, spins);
                Assert.Equal(TwiceEnergy(model, spins), energies[r]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Descend_FromRandomSpins_EndsInLocalMinima(string name)
    {
        var (kernel, model) = Make(name, 70, new RandomKey(4));
        kernel.Randomise(new RandomKey(5));
        kernel.Descend();
        var spins = new sbyte[model.Size];
        var fields = new int[model.Size];
        for (int r = 0; r < kernel.Replicas; r++)
        {
            kernel.Copy(r, spins);
            model.LocalFields(spins, fields);
            for (int i = 0; i < model.Size; i++) Assert.True(spins[i] * fields[i] >= 0);
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Set_ThenCopy_IsTheSameStateWithItsEnergy(string name)
    {
        var (kernel, model) = Make(name, 70, new RandomKey(6));
        kernel.Randomise(new RandomKey(1));
        var spins = Spins.Random(model.Size, new RandomKey(8));
        int replica = kernel.Replicas - 1;
        kernel.Set(replica, spins);
        var read = new sbyte[model.Size];
        kernel.Copy(replica, read);
        var energies = new long[kernel.Replicas];
        kernel.TwiceEnergies(energies);
        Assert.Equal(spins, read);
        Assert.Equal(TwiceEnergy(model, spins), energies[replica]);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sweep_SameKey_IsTheSameBits(string name)
    {
        sbyte[] Run()
        {
            var (kernel, model) = Make(name, 70, new RandomKey(3));
            kernel.Randomise(new RandomKey(5));
            for (int sweep = 0; sweep < 10; sweep++) kernel.Sweep(0.7 * model.TypicalField);
            var spins = new sbyte[model.Size];
            kernel.Copy(kernel.Replicas - 1, spins);
            return spins;
        }
        Assert.Equal(Run(), Run());
    }

    // Mean energy at a temperature against the sum over all states. The mean over independent replicas and seeds is normal; the band of 5
    // standard errors is missed by chance once in two million times.
    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sweep_AtATemperature_SamplesBoltzmannsDistribution(string name)
    {
        var (_, model) = Make(name, 9, new RandomKey(11));
        double t = 0.9 * model.TypicalField, weights = 0, sum = 0;
        var spins = new sbyte[model.Size];
        for (int state = 0; state < 1 << model.Size; state++)
        {
            for (int i = 0; i < model.Size; i++) spins[i] = (sbyte)((state >> i & 1) * 2 - 1);
            double energy = TwiceEnergy(model, spins) / 2.0, weight = Math.Exp(-energy / t);
            weights += weight;
            sum += weight * energy;
        }
        var draws = new List<double>();
        for (int seed = 0; draws.Count < 4096; seed++)
        {
            var (kernel, _) = Make(name, 9, new RandomKey(11));
            kernel.Randomise(new RandomKey((ulong)seed));
            for (int sweep = 0; sweep < 60; sweep++) kernel.Sweep(t);
            var energies = new long[kernel.Replicas];
            kernel.TwiceEnergies(energies);
            draws.AddRange(energies.Select(energy => energy / 2.0));
        }
        double mean = draws.Average(), error = Math.Sqrt(draws.Sum(x => (x - mean) * (x - mean)) / draws.Count / draws.Count);
        Assert.InRange(mean, sum / weights - 5 * error, sum / weights + 5 * error);
    }

    // Leaves of stars whose hub is held up: after one sweep from all spins up a leaf is down with probability exp(−2/T). At T = 0.2 that is
    // 4.5·10⁻⁵, far below what eight bits can tell: the mean count over 3.9 million visits is 176, and 5 standard deviations are 66.
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    public void Sweep_OfBytes_TakesRareFlipsAtTheirProbability(double temperature)
    {
        const int stars = 8, size = 4 * stars, repeats = 2560;
        var pairs = Enumerable.Range(0, size).Where(i => i % 4 != 0).Select(i => (i - i % 4, i, 1.0));
        // a field of 100 holds each hub
        var fields = Enumerable.Range(0, size).Select(i => i % 4 == 0 ? 100.0 : 0).ToArray();
        var kernel = new ByteLanes(IntegerModel.Of(new IsingModel(Couplings.Sparse(size, pairs), fields)));
        kernel.Randomise(new RandomKey(2));
        var up = Enumerable.Repeat((sbyte)1, size).ToArray();
        var spins = new sbyte[size];
        long down = 0, visits = 0;
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            for (int r = 0; r < kernel.Replicas; r++) kernel.Set(r, up);
            kernel.Sweep(temperature);
            for (int r = 0; r < kernel.Replicas; r++)
            {
                kernel.Copy(r, spins);
                down += spins.Count(spin => spin < 0);
                visits += 3 * stars;
            }
        }
        double expected = visits * Math.Exp(-2 / temperature);
        Assert.InRange(down, expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected));
    }

    [Fact]
    public void Of_HalfWeights_AreWholeAndReduced()
    {
        var model = IntegerModel.Of(new IsingModel(Couplings.Sparse(3, [(0, 1, -1.5), (1, 2, 3.0)]), [0, 4.5, 0]));
        Assert.Equal([-1, -1, 2, 2], model.Values);
        Assert.Equal([0, 3, 0], model.Fields);
        Assert.Equal((2 / 3.0, true, 6), (model.Scale, model.IsExact, model.LargestRowSum));
    }

    [Fact]
    public void Of_RealWeights_AreRoundedToTheirLargestRowSum()
    {
        var source = new IsingModel(Couplings.Sparse(3, [(0, 1, Math.PI), (1, 2, -1e-3)]), [1 / 3.0, 0, 0]);
        var model = IntegerModel.Of(source);
        Assert.False(model.IsExact);
        Assert.InRange(model.LargestRowSum, 1 << 27, 1 << 29);
        foreach (var (value, weight) in model.Values.Zip([Math.PI, Math.PI, -1e-3, -1e-3]))
            Assert.InRange(value / model.Scale - weight, -1e-8, 1e-8);
    }

    private static long TwiceEnergy(IntegerModel model, sbyte[] spins)
    {
        var fields = new int[model.Size];
        model.LocalFields(spins, fields);
        return model.TwiceEnergy(spins, fields);
    }

    private static (IAnnealingKernel Kernel, IntegerModel Model) Make(string name, int size, RandomKey key)
    {
        var stream = key.Stream();
        var pairs = new List<(int, int, double)>();
        var fields = new double[size];
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++)
                if (name != "bytes" || stream.NextUniform() < 0.5) pairs.Add((i, j, Weight(ref stream)));
        for (int i = 0; i < size; i++) fields[i] = name == "bytes" ? stream.NextIndex(5) - 2 : Weight(ref stream);
        var model = IntegerModel.Of(new IsingModel(Couplings.Sparse(size, pairs), fields));
        return (name switch { "bytes" => new ByteLanes(model), "rows" => new DenseRows(model), _ => new IntegerLanes(model) }, model);

        double Weight(ref RandomStream stream) => name switch
        {
            "bytes" => stream.NextSpin(),
            "rows" => stream.NextIndex(41) - 20,
            _ => stream.NextGaussian(),
        };
    }
}
