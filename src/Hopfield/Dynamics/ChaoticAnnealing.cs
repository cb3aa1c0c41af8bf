using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>
/// Transiently chaotic neurons: a negative self-coupling z, large at first, makes them wander, and as it decays they come to rest near
/// low energies; then hard neurons descend to a fixed point. With x = (1 + a)/2 in (0, 1), inputs in units of the largest coupling of bits
/// 4|J|, and one neuron updated after the other:
/// <code>
/// x_i = 1/(1 + e^(−y_i/ε)),   y_i ← k y_i + α · 2 l_i / (4 J_max) − z (x_i − I₀),   z ← (1 − β) z after each sweep
/// </code>
/// Source: Chen and Aihara 1995, Neural Networks 8:915, eqs. 23–26, with their parameters for the travelling salesman.
/// </summary>
public sealed class ChaoticAnnealing : IMachine
{
    /// <summary>Self-coupling below which the neurons are ordinary ones: the sweeps end there.</summary>
    private const double NegligibleSelfCoupling = 1e-3;

    public string Name => "chaotic";
    public string Summary => "transiently chaotic neurons (Chen and Aihara 1995) with decaying self-coupling, then a descent";

    /// <summary>Memory k of the neuron. Default 0.9 (Chen and Aihara 1995). Range: 0 to 1.</summary>
    public double Damping { get; init => field = Check.InRange(value, 0, 1, nameof(Damping)); } = 0.9;

    /// <summary>Weight α of the inputs. Default 0.015 (Chen and Aihara 1995). Range: &gt; 0.</summary>
    public double InputWeight { get; init => field = Check.Positive(value, nameof(InputWeight)); } = 0.015;

    /// <summary>Steepness ε of the output; small is steep. Default 0.004 (Chen and Aihara 1995). Range: &gt; 0.</summary>
    public double Steepness { get; init => field = Check.Positive(value, nameof(Steepness)); } = 0.004;

    /// <summary>Self-coupling z at the start. Default 0.08 (Chen and Aihara 1995). Range: ≥ 0.</summary>
    public double StartSelfCoupling { get; init => field = Check.NotNegative(value, nameof(StartSelfCoupling)); } = 0.08;

    /// <summary>Share β of z that is lost per sweep. Default 0.015 (Chen and Aihara 1995, their fastest). Range: 0.0001 to 1.</summary>
    public double Decay { get; init => field = Check.InRange(value, 1e-4, 1, nameof(Decay)); } = 0.015;

    /// <summary>I₀, the output at which the self-coupling turns its sign. Default 0.65 (Chen and Aihara 1995). Range: 0 to 1.</summary>
    public double SelfCouplingCentre { get; init => field = Check.InRange(value, 0, 1, nameof(SelfCouplingCentre)); } = 0.65;

    /// <summary>Sweeps after which the run ends whatever z is. Default 1,000 (our choice). Range: ≥ 1.</summary>
    public int LargestSweepCount { get; init => field = Check.AtLeast(value, 1, nameof(LargestSweepCount)); } = 1000;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(ChaoticAnnealing machine, IsingModel model) : IPreparedMachine
    {
        private readonly double _scale = 1 / (2 * (model.Couplings.LargestMagnitude() is > 0 and var largest ? largest : 1));

        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            int n = model.Size;
            double[] internals = new double[n], activations = new double[n];
            // Internal states as wide as the output's slope, so that no neuron starts saturated.
            for (int i = 0; i < n; i++)
            {
                internals[i] = machine.Steepness * Math.Clamp(start[i], -3, 3);
                activations[i] = Output(internals[i]);
            }
            var state = new SoftState(model, activations);
            double self = machine.StartSelfCoupling;
            for (int sweep = 0; sweep < machine.LargestSweepCount && self > NegligibleSelfCoupling; sweep++)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i < n; i++)
                {
                    double x = 0.5 * (1 + state.Activations[i]);
                    internals[i] = machine.Damping * internals[i]
                        + machine.InputWeight * _scale * state.Fields[i] - self * (x - machine.SelfCouplingCentre);
                    state.Set(i, Output(internals[i]));
                }
                self *= 1 - machine.Decay;
                state.EndSweep();
            }
            return state.Descend(machine.Name, key, cancellation);
        }

        /// <summary>a = 2x − 1 = tanh(y/2ε).</summary>
        private double Output(double y) => Math.Tanh(y / (2 * machine.Steepness));
    }
}
