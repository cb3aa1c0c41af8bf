using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Tests.Dynamics;

public class GradedDynamicsTests
{
    /// <summary>
    /// The Lyapunov energy falls along the flow; a step of error 1e-4 in u may raise it by less than that times the typical energy.
    /// </summary>
    [Fact]
    public void Energy_AlongTheFlow_NeverRises()
    {
        for (ulong seed = 0; seed < 10; seed++)
        {
            var model = RandomModel.Make(30, seed);
            var start = Spins.ToActivations(Spins.Random(30, RandomKey.FromSeed(seed)));
            var trace = new GradedDynamics().Prepare(model).Settle(start, RandomKey.FromSeed(seed));
            Assert.True(trace.Settled, trace.Status);
            for (int k = 1; k < trace.TraceEnergies.Length; k++)
                Assert.True(trace.TraceEnergies[k] <= trace.TraceEnergies[k - 1] + 1e-4 * Math.Abs(trace.TraceEnergies[k]));
        }
    }

    /// <summary>One neuron with a field h and no couplings: u → h/f = 1, V = tanh(g), reached as u = 1 + (u₀ − 1)e^(−t).</summary>
    [Fact]
    public void OneNeuron_InAField_RelaxesExponentially()
    {
        var model = new IsingModel(Couplings.Sparse(1, []), [3.0]);
        var trace = new GradedDynamics { Gain = 0.7, RestRate = 1e-5, Tolerance = 1e-7 }.Prepare(model).Settle([-1], RandomKey.FromSeed(1));
        // Rest is where |du/dt| = 1.5·e^(−t) falls below 1e-5: t = ln(1.5e5) = 11.92, up to one step.
        Assert.InRange(trace.TraceTimes[^1], 11.9, 12.5);
        double v = Math.Tanh(0.7), well = 0.5 * ((1 + v) * Math.Log(1 + v) + (1 - v) * Math.Log(1 - v));
        Assert.Equal(-3 * v + 3 / 0.7 * well, trace.EngineEnergy, 1e-8);
    }

    /// <summary>At a high gain the rest states are fixed points of the spin dynamics (Hopfield 1984, p. 3090).</summary>
    [Fact]
    public void RestState_AtHighGain_IsAFixedPointOfTheSpins()
    {
        sbyte[][] patterns = [.. Enumerable.Range(0, 4).Select(m => Spins.Random(120, new RandomKey(3).Fold(m)))];
        var model = new HebbRule().Learn(patterns).Model;
        var machine = new GradedDynamics { Gain = 20 }.Prepare(model);
        for (int m = 0; m < 4; m++)
        {
            var cue = Hopfield.Patterns.PatternNoise.Flip(patterns[m], 0.15, new RandomKey(9).Fold(m));
            var trace = machine.Settle(Spins.ToActivations(cue), RandomKey.FromSeed(1));
            Assert.Equal(patterns[m], trace.Spins);
            Assert.Equal(0, new AsynchronousDynamics().Prepare(model).Settle(Spins.ToActivations(trace.Spins),
                RandomKey.FromSeed(1)).Operations!.Flips);
        }
    }
}
