using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Glauber dynamics at temperature T: a visited spin becomes +1 with probability 1/(1 + exp(−2 l/T)), whatever it was. Samples the
/// Boltzmann distribution exp(−E/T); Gibbs sampling is the same thing. Source: Glauber 1963, J. Math. Phys. 4:294.</summary>
public sealed class GlauberDynamics : IMachine
{
    public string Name => "glauber";
    public string Summary => "heat-bath updates at a temperature for a number of sweeps";

    /// <summary>Temperature T of all sweeps, in units of the model's energy. Default 1 (our choice). Range: &gt; 0.</summary>
    public double Temperature { get => Cooling.StartTemperature; init => Cooling = Cooling with { StartTemperature = value }; }

    /// <summary>Temperature sweep by sweep. Default: constant.</summary>
    public Cooling Cooling { get; init; } = new();

    /// <summary>Sweeps to run. Default 100 (our choice). Range: ≥ 1.</summary>
    public int SweepCount { get; init => field = Check.AtLeast(value, 1, nameof(SweepCount)); } = 100;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(GlauberDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default) =>
            ThermalRun.Settle(dynamics.Name, model, dynamics.Cooling, dynamics.SweepCount, start, key, new HeatBath(), cancellation);
    }

    private readonly struct HeatBath : IAcceptance
    {
        public bool Flips(double energyChange, double temperature, ref RandomStream random) =>
            random.NextUniform() < 1 / (1 + Math.Exp(energyChange / temperature));
    }
}
