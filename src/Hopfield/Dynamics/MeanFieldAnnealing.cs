using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Mean-field annealing: a_i ← tanh(l_i / T), one neuron after the other in random order, while T falls in equal factors; then
/// hard neurons descend to a fixed point. The digital counterpart of a circuit whose gain is raised. Temperatures are in units of the
/// largest |J|. Source: Peterson and Anderson 1987, Complex Systems 1:995; Van den Bout and Miller 1989, Biol. Cybern. 62:129.</summary>
public sealed class MeanFieldAnnealing : IMachine
{
    public string Name => "mean-field";
    public string Summary => "soft neurons tanh(l/T) with falling temperature, then a descent to a fixed point";

    /// <summary>First temperature over the largest coupling. Default 2 (our choice, by windows of tours). Range: &gt; 0.</summary>
    public double StartTemperatureRatio { get; init => field = Check.Positive(value, nameof(StartTemperatureRatio)); } = 2;

    /// <summary>Last temperature over the largest coupling. Default 0.05 (our choice, by windows of tours). Range: &gt; 0.</summary>
    public double EndTemperatureRatio { get; init => field = Check.Positive(value, nameof(EndTemperatureRatio)); } = 0.05;

    /// <summary>Sweeps. Default 60 (our choice, by windows of tours). Range: ≥ 1.</summary>
    public int SweepCount { get; init => field = Check.AtLeast(value, 1, nameof(SweepCount)); } = 60;

    /// <summary>Size of the start's activations, which break the symmetry. Default 0.01 (our choice). Range: &gt; 0.</summary>
    public double StartSize { get; init => field = Check.Positive(value, nameof(StartSize)); } = 0.01;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(MeanFieldAnnealing machine, IsingModel model) : IPreparedMachine
    {
        private readonly double _scale = model.Couplings.LargestMagnitude() is > 0 and var largest ? largest : 1;

        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var activations = new double[start.Length];
            for (int i = 0; i < start.Length; i++) activations[i] = Math.Tanh(machine.StartSize * start[i]);
            var state = new SoftState(model, activations);
            var cooling = new Cooling { StartTemperature = machine.StartTemperatureRatio * _scale, EndTemperature = machine.EndTemperatureRatio * _scale };
            var random = key.Fold(machine.Name).Stream();
            int[] order = [.. Enumerable.Range(0, model.Size)];
            for (int sweep = 0; sweep < machine.SweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                double temperature = cooling.At(sweep, machine.SweepCount);
                random.Shuffle<int>(order);
                foreach (int i in order) state.Set(i, Math.Tanh(state.Fields[i] / temperature));
                state.EndSweep();
            }
            return state.Descend(machine.Name, key, cancellation);
        }
    }
}
