using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Metropolis dynamics at temperature T: a flip that lowers the energy is taken, one that raises it by ΔE with probability
/// exp(−ΔE/T). Samples the Boltzmann distribution; with a falling temperature it is simulated annealing. Source: Metropolis et al. 1953, J.
/// Chem. Phys. 21:1087; Kirkpatrick, Gelatt and Vecchi 1983, Science 220:671.</summary>
public sealed class MetropolisDynamics : IMachine
{
    public string Name => "metropolis";
    public string Summary => "flips that cost energy are taken with probability exp(−ΔE/T), for a number of sweeps";

    /// <summary>Temperature sweep by sweep. Default: constant at 1.</summary>
    public Cooling Cooling { get; init; } = new();

    /// <summary>Sweeps to run. Default 100 (our choice). Range: ≥ 1.</summary>
    public int SweepCount { get; init => field = Check.AtLeast(value, 1, nameof(SweepCount)); } = 100;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(MetropolisDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default) =>
            ThermalRun.Settle(dynamics.Name, model, dynamics.Cooling, dynamics.SweepCount, start, key, new Metropolis(), cancellation);
    }

    private readonly struct Metropolis : IAcceptance
    {
        public bool Flips(double energyChange, double temperature, ref RandomStream random) =>
            energyChange <= 0 || random.NextUniform() < Math.Exp(-energyChange / temperature);
    }
}
