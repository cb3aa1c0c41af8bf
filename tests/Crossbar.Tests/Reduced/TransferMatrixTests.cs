using Crossbar.Arrays;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Reduced;

public class TransferMatrixTests
{
    /// <summary>Below an eighth of non-zero entries the storage is sparse, above it dense; the product must not tell.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.12)]
    [InlineData(0.13)]
    [InlineData(1.0)]
    public void Multiply_AtAnyFill_IsTheProduct(double fill)
    {
        const int Rows = 23, Columns = 31;
        var stream = RandomKey.FromSeed(4).Stream();
        var values = new double[Rows * Columns];
        for (int i = 0; i < values.Length; i++) values[i] = stream.NextUniform() < fill ? stream.NextGaussian() : 0;
        double[] x = [.. Enumerable.Range(0, Columns).Select(j => Math.Cos(j))], y = new double[Rows];
        new TransferMatrix(values, Rows, Columns).Multiply(x, y);
        for (int i = 0; i < Rows; i++)
        {
            double expected = 0;
            for (int j = 0; j < Columns; j++) expected += values[i * Columns + j] * x[j];
            Assert.Equal(expected, y[i], 1e-13);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(66)]
    public void SymmetricMultiply_ReadingOneTriangle_IsTheProduct(int n)
    {
        var stream = RandomKey.FromSeed(9).Stream();
        var values = new double[n * n];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++) values[i * n + j] = values[j * n + i] = stream.NextGaussian();
        double[] x = [.. Enumerable.Range(0, n).Select(j => Math.Cos(j))], y = new double[n];
        SymmetricProduct.Multiply(values, n, x, y);
        for (int i = 0; i < n; i++) Assert.Equal(Enumerable.Range(0, n).Sum(j => values[i * n + j] * x[j]), y[i], 1e-13 * n);
    }

    /// <summary>
    /// A ring of 24 spins: with ideal wires its transfer is sparse, with wires of 1 nΩ the same circuit is reduced whole to a dense one.
    /// </summary>
    [Fact]
    public void SparseModel_WithIdealAndVanishingWires_SettlesTheSameWay()
    {
        const int N = 24;
        var stream = RandomKey.FromSeed(6).Stream();
        double[] bonds = [.. Enumerable.Range(0, N).Select(_ => stream.NextGaussian())],
            fields = [.. Enumerable.Range(0, N).Select(_ => 0.3 * stream.NextGaussian())];
        var model = new IsingModel(Couplings.Sparse(N, Enumerable.Range(0, N).Select(i => (i, (i + 1) % N, bonds[i]))), fields);
        var key = RandomKey.FromSeed(1);
        SettlingTrace Settle(double segmentOhms) => new ContinuousMachine(new ReducedEngine(),
            new ContinuousMachineParameters { Wires = ArrayWires.Uniform(segmentOhms), KeepWaveforms = true },
                new DifferentialPairMapping())
            .Prepare(model).Settle(RandomIsing.Start(N, key), key);
        var (ideal, nearly) = (Settle(0), Settle(1e-9));
        Assert.Equal(ideal.Spins, nearly.Spins);
        Assert.Equal(ideal.EnergyJoules!.Value, nearly.EnergyJoules!.Value, 1e-4 * ideal.EnergyJoules.Value);
        for (int i = 0; i < N; i++) Assert.Equal(ideal.Waveforms![$"u{i}"][^1], nearly.Waveforms![$"u{i}"][^1], 1e-6);
        Assert.True(ideal.Settled && nearly.Settled);
        Assert.Empty(ideal.Warnings);
    }
}
