using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Model;

public class IsingModelTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.1)]
    public void Energy_OfEveryStateOfASmallModel_IsItsDefinition(double density)
    {
        var model = RandomModel.Make(8, 11, density);
        for (int bits = 0; bits < 256; bits++)
        {
            var state = RandomModel.State(8, bits);
            Assert.Equal(RandomModel.EnergyByDefinition(model, state), model.Energy(state), 1e-12);
        }
    }

    [Fact]
    public void LocalField_OfASpin_IsHalfWhatItsFlipCosts()
    {
        var model = RandomModel.Make(9, 12, 0.5);
        var fields = new double[9];
        var state = RandomModel.State(9, 0b101100101);
        model.LocalFields(state, fields);
        for (int i = 0; i < 9; i++)
        {
            var flipped = (sbyte[])state.Clone();
            flipped[i] = (sbyte)-flipped[i];
            Assert.Equal(2 * state[i] * fields[i], model.Energy(flipped) - model.Energy(state), 1e-12);
        }
    }

    [Fact]
    public void Storage_DenseOrSparse_GivesTheSameModel()
    {
        var pairs = new List<(int, int, double)> { (0, 3, 1.5), (1, 2, -2), (4, 0, 0.25), (3, 0, 0.5) };
        var sparse = Couplings.Sparse(5, pairs);
        var dense = Couplings.Dense(sparse.ToDense(), 5);
        Assert.Equal(6, sparse.NonZeroCount);
        Assert.Equal(sparse.NonZeroCount, dense.NonZeroCount);
        Assert.Equal(2, sparse[0, 3]);
        double[] x = [1, 2, 3, 4, 5], a = new double[5], b = new double[5];
        sparse.Multiply(x, a);
        dense.Multiply(x, b);
        Assert.Equal(a, b);
        sparse.AddRow(0, 2, a);
        dense.AddRow(0, 2, b);
        Assert.Equal(a, b);
        Assert.Equal(sparse.Row(0), dense.Row(0));
        Assert.Equal(2, sparse.LargestMagnitude());
    }

    [Fact]
    public void Couplings_ThatAreNotSymmetricFiniteOrZeroOnTheDiagonal_AreRefusedByName()
    {
        Assert.Contains("J[1,0] = 2 but J[0,1] = 1", Assert.Throws<ArgumentException>(() => Couplings.Dense([0, 1, 2, 0], 2)).Message);
        Assert.Contains("J[1,1]", Assert.Throws<ArgumentException>(() => Couplings.Dense([0, 1, 1, 3], 2)).Message);
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => Couplings.Dense([0, double.NaN, double.NaN, 0], 2)).Message);
        Assert.Contains("outside", Assert.Throws<ArgumentException>(() => Couplings.Sparse(2, [(0, 2, 1.0)])).Message);
        Assert.Contains("itself", Assert.Throws<ArgumentException>(() => Couplings.Sparse(2, [(1, 1, 1.0)])).Message);
        Assert.Throws<ArgumentException>(() => new IsingModel(Couplings.Sparse(2, []), [1.0]));
    }

    [Fact]
    public void Overlap_OfEqualOppositeAndHalfFlippedStates_IsOneMinusOneAndZero()
    {
        sbyte[] a = [1, 1, -1, -1], b = [1, -1, -1, 1];
        Assert.Equal(1, Spins.Overlap(a, a));
        Assert.Equal(-1, Spins.Overlap(a, [-1, -1, 1, 1]));
        Assert.Equal(0, Spins.Overlap(a, b));
        Assert.Equal(2, Spins.HammingDistance(a, b));
    }

    [Fact]
    public void Spins_FromActivations_AreSignsAndCoinsForZeros()
    {
        var spins = Spins.FromActivations([0.3, -2, 0, 0, 0, 0, 0, 0, 0, 0], RandomKey.FromSeed(1));
        Assert.Equal((1, -1), (spins[0], spins[1]));
        Assert.Contains((sbyte)1, spins[2..]);
        Assert.Contains((sbyte)-1, spins[2..]);
    }
}
