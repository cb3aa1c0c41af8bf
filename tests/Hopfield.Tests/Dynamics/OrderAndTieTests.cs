using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Dynamics;

public class OrderAndTieTests
{
    private static double[] Start(int size, ulong seed) => Spins.ToActivations(Spins.Random(size, RandomKey.FromSeed(seed).Fold("start")));

    [Theory]
    [InlineData(UpdateOrder.RandomPerSweep)]
    [InlineData(UpdateOrder.Sequential)]
    [InlineData(UpdateOrder.RandomChoice)]
    [InlineData(UpdateOrder.LargestField)]
    public void EveryOrder_OnAnyModel_NeverRisesAndEndsInAFixedPoint(UpdateOrder order)
    {
        for (ulong seed = 0; seed < 10; seed++)
            foreach (var ties in Enum.GetValues<TieRule>())
            {
                var model = RandomModel.Make(40, seed, integers: true);
                var trace = new AsynchronousDynamics { Order = order, Ties = ties }.Prepare(model).Settle(Start(40, seed),
                    RandomKey.FromSeed(seed));
                Assert.True(trace.Settled, trace.Status);
                for (int k = 1; k < trace.TraceEnergies.Length; k++)
                    Assert.True(trace.TraceEnergies[k] <= trace.TraceEnergies[k - 1] + 1e-12);
                var fields = new double[40];
                model.LocalFields(trace.Spins, fields);
                for (int i = 0; i < 40; i++)
                {
                    Assert.True(trace.Spins[i] * fields[i] >= 0);
                    if (fields[i] == 0 && ties != TieRule.Keep) Assert.Equal(ties == TieRule.Up ? 1 : -1, trace.Spins[i]);
                }
            }
    }

    [Fact]
    public void LargestField_FlipsTheSpinThatGainsMost()
    {
        var model = new IsingModel(Couplings.Sparse(3, [(0, 1, 0.1)]), [1, 3, -2]);
        var trace = new AsynchronousDynamics { Order = UpdateOrder.LargestField }.Prepare(model).Settle([-1, -1, 1], RandomKey.FromSeed(1));
        Assert.Equal([1, 1, -1], trace.Spins);
        // From E = 6 − 0.1: spin 1 gains 2·(3 − 0.1), then spin 2 gains 4, then spin 0 gains 2·(1 + 0.1).
        Assert.Equal([5.9, 0.1, -3.9, -6.1], trace.TraceEnergies.Distinct().Select(energy => Math.Round(energy, 12)));
    }

    [Theory]
    [InlineData(TieRule.Keep, 1, -1)]
    [InlineData(TieRule.Up, 1, 1)]
    [InlineData(TieRule.Down, -1, -1)]
    public void TieRule_DecidesFreeSpins_InBothDynamics(TieRule ties, sbyte first, sbyte second)
    {
        var model = new IsingModel(Couplings.Sparse(4, [(0, 1, 1.0)]));
        foreach (IMachine machine in (IMachine[])[new AsynchronousDynamics { Ties = ties }, new SynchronousDynamics { Ties = ties }])
            Assert.Equal([1, 1, first, second], machine.Prepare(model).Settle([1, 1, 1, -1], RandomKey.FromSeed(1)).Spins);
    }

    /// <summary>A spin in a field of 1 flips when its self-coupling is below 1, stays above; at exactly 1 it is a tie.</summary>
    [Theory]
    [InlineData(0.9, 1)]
    [InlineData(1.0, -1)]
    [InlineData(1.1, -1)]
    public void SelfCoupling_HoldsASpinAgainstSmallerFields(double own, sbyte expected)
    {
        var model = new IsingModel(Couplings.Sparse(2, [(0, 1, 1.0)]), [5, 0]);
        var dynamics = new AsynchronousDynamics { SelfCouplings = [0, own] };
        Assert.Equal([1, expected], dynamics.Prepare(model).Settle([1, -1], RandomKey.FromSeed(1)).Spins);
        Assert.Throws<ArgumentException>(() => new AsynchronousDynamics { SelfCouplings = [0] }.Prepare(model));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SynchronousDynamics { SelfCouplings = [0, -1] }.Prepare(model));
    }

    /// <summary>With its diagonal the pseudoinverse is a projector: no field can be larger than its self-coupling at p = N.</summary>
    [Fact]
    public void SelfCouplings_OfAFullPseudoinverse_FreezeEveryState()
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 30).Select(m => Spins.Random(30, new RandomKey(3).Fold(m)))];
        var learned = new PseudoinverseRule().Learn(patterns);
        var start = Start(30, 8);
        var trace = new AsynchronousDynamics { SelfCouplings = learned.Diagonal }.Prepare(learned.Model).Settle(start,
            RandomKey.FromSeed(1));
        Assert.Equal(0, trace.Operations!.Flips);
    }

    [Fact]
    public void Cooling_GoesFromStartToEnd()
    {
        var geometric = new Cooling { StartTemperature = 8, EndTemperature = 0.5 };
        Assert.Equal([8, 4, 2, 1, 0.5], Enumerable.Range(0, 5).Select(sweep => Math.Round(geometric.At(sweep, 5), 12)));
        Assert.Equal([8, 4.25, 0.5], Enumerable.Range(0, 3).Select(sweep => (geometric with { Shape = CoolingShape.Linear }).At(sweep, 3)));
        Assert.Equal(2, new Cooling { StartTemperature = 2 }.At(7, 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cooling { EndTemperature = 0 });
    }

    /// <summary>
    /// Annealing finds the ground state of 12 spins (by enumeration) more often than descents from the same starts: 40 runs each, and a
    /// difference of 8 is more than three deviations of a difference of two such counts when there is none.
    /// </summary>
    [Fact]
    public void Metropolis_Annealed_FindsTheGroundState()
    {
        var model = RandomModel.Make(12, 8);
        double lowest = Enumerable.Range(0, 4096).Min(bits => model.Energy(RandomModel.State(12, bits)));
        var machine = new MetropolisDynamics
        {
            Cooling = new() { StartTemperature = 40, EndTemperature = 0.5 },
            SweepCount = 1000
        }.Prepare(model);
        int found = Enumerable.Range(0, 40).Count(run =>
            machine.Settle(Start(12, (ulong)run), RandomKey.FromSeed(5).Fold(run)).Energy < lowest + 1e-9);
        var descent = new AsynchronousDynamics().Prepare(model);
        int quenched = Enumerable.Range(0, 40).Count(run =>
            descent.Settle(Start(12, (ulong)run), RandomKey.FromSeed(5).Fold(run)).Energy < lowest + 1e-9);
        Assert.True(found >= quenched + 8, $"{found} annealed, {quenched} quenched, of 40");
    }
}
