using Hopfield.Model;
using Hopfield.Numerics;
using Solvers.Baselines;

namespace Solvers.Tests.Baselines;

public class GrayCodeEnumerationTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(12, true)]
    [InlineData(16, true)]
    public void Run_OfWholeNumberModels_AgreesWithPlainEnumeration(int size, bool fields)
    {
        var model = RandomModel(size, fields, whole: true, new RandomKey((ulong)size));
        var spins = new sbyte[size];
        double least = double.PositiveInfinity;
        int count = 0;
        for (int state = 0; state < 1 << size; state++)
        {
            for (int i = 0; i < size; i++) spins[i] = (sbyte)((state >> i & 1) * 2 - 1);
            double energy = model.Energy(spins);
            if (energy < least) (least, count) = (energy, 0);
            if (energy == least) count++;
        }
        var ground = GrayCodeEnumeration.Run(model);
        Assert.Equal(least, ground.Energy);
        Assert.Equal(count, ground.Degeneracy);
        Assert.Equal(least, model.Energy(ground.Spins));
    }

    [Fact]
    public void Run_OfAFerromagneticRing_FindsBothGroundStates()
    {
        var ring = new IsingModel(Couplings.Sparse(20, Enumerable.Range(0, 20).Select(i => (i, (i + 1) % 20, 1.0))), offset: 5);
        var ground = GrayCodeEnumeration.Run(ring);
        Assert.Equal((-15.0, 2), (ground.Energy, ground.Degeneracy));
    }

    [Fact]
    public void Run_OfAFrustratedOddRing_CountsItsTwiceNGroundStates()
    {
        var ring = new IsingModel(Couplings.Sparse(17, Enumerable.Range(0, 17).Select(i => (i, (i + 1) % 17, -1.0))));
        Assert.Equal((-15.0, 34), (GrayCodeEnumeration.Run(ring).Energy, GrayCodeEnumeration.Run(ring).Degeneracy));
    }

    [Fact]
    public void Run_OfRealWeights_StillCountsEqualEnergiesAsEqual()
    {
        var model = new IsingModel(Couplings.Sparse(18, Enumerable.Range(0, 18).Select(i => (i, (i + 1) % 18, 0.1))));
        Assert.Equal(2, GrayCodeEnumeration.Run(model).Degeneracy);
    }

    [Fact]
    public void Run_OfTooManySpins_Refuses() =>
        Assert.Throws<ArgumentException>(() => GrayCodeEnumeration.Run(new IsingModel(Couplings.Sparse(31, []))));

    private static IsingModel RandomModel(int size, bool fields, bool whole, RandomKey key)
    {
        var stream = key.Stream();
        double Next() => whole ? stream.NextIndex(7) - 3 : stream.NextGaussian();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++) pairs.Add((i, j, Next()));
        double[] h = fields ? [.. Enumerable.Range(0, size).Select(_ => Next())] : [];
        return new IsingModel(Couplings.Sparse(size, pairs), h);
    }
}
