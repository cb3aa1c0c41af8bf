using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Dynamics;

public class SoftDynamicsTests
{
    public static TheoryData<string> Machines => ["annealed", "mean-field", "chaotic"];

    [Theory]
    [MemberData(nameof(Machines))]
    public void Settle_OnRandomModels_EndsAtAFixedPointWithItsTrueEnergy(string name)
    {
        var model = RandomModel(40, 1);
        var prepared = Machine(name).Prepare(model);
        var fields = new double[40];
        for (int run = 0; run < 5; run++)
        {
            var trace = prepared.Settle(Start(40, run), RandomKey.FromSeed(2).Fold(run));
            model.LocalFields(trace.Spins, fields);
            for (int i = 0; i < 40; i++) Assert.True(trace.Spins[i] * fields[i] >= -1e-9);
            Assert.Equal(model.Energy(trace.Spins), trace.Energy);
            Assert.Equal(trace.Energy, trace.TraceEnergies[^1], 1e-9);
            Assert.True(trace.Settled);
            Assert.Equal(trace.TraceTimes.Order(), trace.TraceTimes);
            Assert.Equal(trace.Spins, prepared.Settle(Start(40, run), RandomKey.FromSeed(2).Fold(run)).Spins);
        }
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Settle_OfAScaledModel_TakesTheSameWay(string name)
    {
        var model = RandomModel(30, 3);
        var scaled = new IsingModel(Couplings.Dense([.. model.Couplings.ToDense().Select(value => 1024 * value)], 30),
            [.. model.Fields.ToArray().Select(value => 1024 * value)]);
        for (int run = 0; run < 3; run++)
            Assert.Equal(Machine(name).Prepare(model).Settle(Start(30, run), RandomKey.FromSeed(4)).Spins,
                Machine(name).Prepare(scaled).Settle(Start(30, run), RandomKey.FromSeed(4)).Spins);
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Settle_OfAFerromagnet_FindsTheGroundState(string name)
    {
        var couplings = Couplings.FromPairs(20, [.. Enumerable.Range(0, 19).Select(i => (i, i + 1, 1.0))]);
        var fields = new double[20];
        fields[0] = 0.5;
        var traces = Enumerable.Range(0, 10)
            .Select(run => Machine(name).Prepare(new(couplings, fields)).Settle(Start(20, run), RandomKey.FromSeed(9).Fold(run)));
        Assert.Contains(traces, trace => trace.Spins.All(spin => spin == 1));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Settle_WhenCancelled_Ends(string name)
    {
        using var cancelled = new CancellationTokenSource();
        var prepared = Machine(name).Prepare(RandomModel(20, 5), cancelled.Token);
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => prepared.Settle(Start(20, 0), RandomKey.FromSeed(1), cancelled.Token));
    }

    private static IMachine Machine(string name) => Catalog.Of<IMachine>(typeof(IMachine).Assembly).Single(machine => machine.Name == name);

    private static double[] Start(int size, int run)
    {
        var stream = RandomKey.FromSeed(6).Fold(run).Stream();
        return [.. Enumerable.Range(0, size).Select(_ => stream.NextGaussian())];
    }

    private static IsingModel RandomModel(int size, int draw)
    {
        var stream = RandomKey.FromSeed(7).Fold(draw).Stream();
        var pairs = new List<(int, int, double)>();
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++) pairs.Add((i, j, stream.NextGaussian()));
        return new(Couplings.FromPairs(size, pairs), [.. Enumerable.Range(0, size).Select(_ => stream.NextGaussian())]);
    }
}
