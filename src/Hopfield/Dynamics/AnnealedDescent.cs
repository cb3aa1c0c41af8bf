using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Metropolis sweeps at temperatures that fall in equal factors, then a descent to a state that no flip improves. Temperatures are
/// in units of the largest |J| (of the largest |h| without couplings), so that one setting serves models of any scale; the start's own
/// state plays no part at a high first temperature. Source: Kirkpatrick, Gelatt and Vecchi 1983, Science 220:671.</summary>
public sealed class AnnealedDescent : IMachine
{
    public string Name => "annealed";
    public string Summary => "Metropolis sweeps with falling temperature, then a descent to a fixed point";

    /// <summary>First temperature over the largest coupling. Default 1.5 (our choice). Range: &gt; 0.</summary>
    public double StartTemperatureRatio { get; init => field = Check.Positive(value, nameof(StartTemperatureRatio)); } = 1.5;

    /// <summary>Last temperature over the largest coupling. Default 0.05 (our choice). Range: &gt; 0.</summary>
    public double EndTemperatureRatio { get; init => field = Check.Positive(value, nameof(EndTemperatureRatio)); } = 0.05;

    /// <summary>Sweeps of the annealing. Default 100 (our choice). Range: ≥ 1.</summary>
    public int SweepCount { get; init => field = Check.AtLeast(value, 1, nameof(SweepCount)); } = 100;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default)
    {
        double scale = model.Couplings.LargestMagnitude();
        if (scale == 0) foreach (double field in model.Fields) scale = Math.Max(scale, Math.Abs(field));
        if (scale == 0) scale = 1;
        var cooling = new Cooling { StartTemperature = StartTemperatureRatio * scale, EndTemperature = EndTemperatureRatio * scale };
        return new Prepared(this, new MetropolisDynamics { Cooling = cooling, SweepCount = SweepCount }.Prepare(model, cancellation),
            new AsynchronousDynamics().Prepare(model, cancellation));
    }

    private sealed class Prepared(AnnealedDescent machine, IPreparedMachine annealing, IPreparedMachine descent) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            var hot = annealing.Settle(start, key.Fold("annealing"), cancellation);
            var end = descent.Settle(Spins.ToActivations(hot.Spins), key.Fold("descent"), cancellation);
            double before = hot.TraceTimes[^1];
            return end with
            {
                Engine = machine.Name,
                Key = key.Value,
                Status = $"{machine.SweepCount} annealing sweeps, then a {end.Status}",
                TraceTimes = [.. hot.TraceTimes, .. end.TraceTimes.Select(time => before + time)],
                TraceEnergies = [.. hot.TraceEnergies, .. end.TraceEnergies],
                Operations = Sum(hot.Operations!, end.Operations!),
            };
        }

        private static OperationCounts Sum(OperationCounts a, OperationCounts b) => new()
        {
            SpinUpdates = a.SpinUpdates + b.SpinUpdates,
            Flips = a.Flips + b.Flips,
            CouplingOperations = a.CouplingOperations + b.CouplingOperations,
            Sweeps = a.Sweeps + b.Sweeps,
        };
    }
}
