using Hopfield.Dynamics;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Dynamics;

public class DynamicsTests
{
    private static double[] Start(int size, ulong seed) => Spins.ToActivations(Spins.Random(size, RandomKey.FromSeed(seed).Fold("start")));

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(0.05, false)]
    [InlineData(1.0, true)]
    public void Asynchronous_FromAnyStart_FallsToALocalMinimumWithoutRising(double density, bool integers)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            var model = RandomModel.Make(60, seed, density, integers: integers);
            var trace = new AsynchronousDynamics().Prepare(model).Settle(Start(60, seed), RandomKey.FromSeed(seed));
            Assert.True(trace.Settled);
            for (int k = 1; k < trace.TraceEnergies.Length; k++) Assert.True(trace.TraceEnergies[k] <= trace.TraceEnergies[k - 1]);
            Assert.Equal(RandomModel.EnergyByDefinition(model, trace.Spins), trace.Energy, 1e-9);
            Assert.Equal(trace.Energy, trace.EngineEnergy, 1e-9);
            var fields = new double[60];
            model.LocalFields(trace.Spins, fields);
            for (int i = 0; i < 60; i++) Assert.True(trace.Spins[i] * fields[i] >= -1e-9);
            Assert.Equal(trace.Operations!.Sweeps * 60, trace.Operations.SpinUpdates);
        }
    }

    [Fact]
    public void Asynchronous_WithTheSameKey_GivesTheSameTrace()
    {
        var model = RandomModel.Make(40, 5);
        var machine = new AsynchronousDynamics().Prepare(model);
        var a = machine.Settle(Start(40, 1), RandomKey.FromSeed(9));
        var b = machine.Settle(Start(40, 1), RandomKey.FromSeed(9));
        Assert.Equal(a.Spins, b.Spins);
        Assert.Equal(a.TraceEnergies, b.TraceEnergies);
    }

    /// <summary>Gauge symmetry: J_ij → t_i t_j J_ij, s → t s leaves every run as it was, up to the gauge.</summary>
    [Fact]
    public void Asynchronous_UnderAGaugeTransformation_GivesTheTransformedRun()
    {
        var model = RandomModel.Make(30, 6, integers: true, fields: false);
        var gauge = Spins.Random(30, RandomKey.FromSeed(77));
        var j = model.Couplings.ToDense();
        for (int a = 0; a < 30; a++)
            for (int b = 0; b < 30; b++) j[a * 30 + b] *= gauge[a] * gauge[b];
        var turned = new IsingModel(Couplings.Dense(j, 30), default, model.Offset);
        var start = Start(30, 2);
        var turnedStart = start.Select((s, i) => s * gauge[i]).ToArray();
        var plain = new AsynchronousDynamics().Prepare(model).Settle(start, RandomKey.FromSeed(3));
        var other = new AsynchronousDynamics().Prepare(turned).Settle(turnedStart, RandomKey.FromSeed(3));
        Assert.Equal(plain.Spins, other.Spins.Select((s, i) => (sbyte)(s * gauge[i])));
        Assert.Equal(plain.TraceEnergies, other.TraceEnergies);
    }

    [Fact]
    public void Asynchronous_WithZeroField_KeepsTheSpin()
    {
        var model = new IsingModel(Couplings.Sparse(3, [(0, 1, 1.0)]));
        var trace = new AsynchronousDynamics().Prepare(model).Settle([1, 1, -1], RandomKey.FromSeed(1));
        Assert.Equal([1, 1, -1], trace.Spins);
        Assert.Equal(0, trace.Operations!.Flips);
    }

    [Fact]
    public void Synchronous_OfAnAntiferromagneticPair_ReportsItsTwoCycle()
    {
        var model = new IsingModel(Couplings.Sparse(2, [(0, 1, -1.0)]));
        var trace = new SynchronousDynamics().Prepare(model).Settle([1, 1], RandomKey.FromSeed(1));
        Assert.False(trace.Settled);
        Assert.StartsWith("2-cycle of 2 spins", trace.Status);
    }

    [Fact]
    public void Synchronous_FromAnyStart_EndsInAFixedPointOrATwoCycle()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var trace = new SynchronousDynamics().Prepare(RandomModel.Make(25, seed)).Settle(Start(25, seed), RandomKey.FromSeed(seed));
            Assert.True(trace.Settled || trace.Status.StartsWith("2-cycle"), trace.Status);
        }
    }

    /// <summary>
    /// Mean energy of long runs against the Boltzmann mean by enumeration. 300 independent runs of 600 sweeps (after 60 the mean is still a
    /// quarter of a deviation too high: the model has metastable states); the bound is 5 standard errors of the exact distribution (false
    /// alarm below 1e-6) plus 0.5 % for what is left of the start.
    /// </summary>
    [Theory]
    [InlineData("glauber")]
    [InlineData("metropolis")]
    public void ThermalDynamics_AtATemperature_HasTheBoltzmannMeanEnergy(string dynamics)
    {
        var model = RandomModel.Make(10, 8);
        const double T = 2;
        double partition = 0, mean = 0, square = 0;
        for (int bits = 0; bits < 1024; bits++)
        {
            double energy = model.Energy(RandomModel.State(10, bits)), weight = Math.Exp(-energy / T);
            partition += weight;
            mean += weight * energy;
            square += weight * energy * energy;
        }
        mean /= partition;
        double deviation = Math.Sqrt(square / partition - mean * mean);
        IMachine thermal = dynamics == "glauber" ? new GlauberDynamics { Temperature = T, SweepCount = 600 }
            : new MetropolisDynamics { Cooling = new() { StartTemperature = T }, SweepCount = 600 };
        var machine = thermal.Prepare(model);
        double sum = 0;
        for (int run = 0; run < 300; run++) sum += machine.Settle(Start(10, (ulong)run), RandomKey.FromSeed(4).Fold(run)).Energy;
        Assert.InRange(sum / 300, mean - 5 * deviation / Math.Sqrt(300) - 0.005 * deviation,
            mean + 5 * deviation / Math.Sqrt(300) + 0.005 * deviation);
    }

    [Fact]
    public void Machines_InTheCatalog_AreFoundByName() =>
        Assert.Equal(["annealed", "asynchronous", "chaotic", "glauber", "graded", "mean-field", "metropolis", "synchronous"],
            Catalog.Of<IMachine>(typeof(IMachine).Assembly).Select(m => m.Name));
}
