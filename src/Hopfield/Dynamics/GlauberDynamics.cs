using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>
/// Glauber dynamics at temperature T: a visited spin becomes +1 with probability 1/(1 + exp(−2 l/T)). Samples the Boltzmann distribution
/// exp(−E/T). T is in energy units of the model. Source: Glauber 1963, J. Math. Phys. 4:294.
/// </summary>
public sealed class GlauberDynamics : IMachine
{
    /// <inheritdoc/>
    public string Name => "glauber";

    /// <inheritdoc/>
    public string Summary => "heat-bath updates at a temperature for a number of sweeps";

    /// <summary>Temperature T, in units of the model's energy. Default 1 (our choice). Range: &gt; 0.</summary>
    public double Temperature { get; init => field = Check.Positive(value, nameof(Temperature)); } = 1;

    /// <summary>Sweeps to run. Default 100 (our choice). Range: ≥ 1.</summary>
    public int SweepCount { get; init => field = Check.AtLeast(value, 1, nameof(SweepCount)); } = 100;

    /// <inheritdoc/>
    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(GlauberDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            var run = new DigitalRun(model, Spins.FromActivations(start, key.Fold("undecided start")));
            var random = key.Fold("glauber").Stream();
            for (int sweep = 0; sweep < dynamics.SweepCount; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int visit = 0; visit < model.Size; visit++)
                {
                    int i = random.NextIndex(model.Size);
                    run.Updates++;
                    double up = 1 / (1 + Math.Exp(-2 * run.Fields[i] / dynamics.Temperature));
                    sbyte wanted = random.NextUniform() < up ? (sbyte)1 : (sbyte)-1;
                    if (wanted != run.Spins[i]) run.Flip(i);
                }
                run.EndSweep();
                run.Record();
            }
            return run.ToTrace(dynamics.Name, key.Value, false, $"{run.Sweeps} sweeps at T = {dynamics.Temperature}; a thermal state does not settle");
        }
    }
}
