using System.Numerics.Tensors;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Hopfield.Dynamics;

/// <summary>Hopfield's neurons with graded response, as mathematics and without a circuit: τ du/dt = −u + (J V + h)/f, V = tanh(g u), f the
/// root mean square local field of random spins. It lowers E(V) = −½VᵀJV − hᵀV + (f/g) Σ (V atanh V + ½ ln(1 − V²)). Integrated by Heun's
/// method with an error-controlled step. The circuit that does this is the continuous machine. Source: Hopfield 1984, PNAS 81:3088, eqs. 5
/// and 7.</summary>
public sealed class GradedDynamics : IMachine
{
    private const double FirstStep = 0.05, LargestStep = 0.5, SmallestStep = 1e-9;

    public string Name => "graded";
    public string Summary => "Hopfield's 1984 neurons with graded response, integrated until they rest; time in units of τ";

    /// <summary>Gain g: the argument of tanh at a local field of typical size. Default 8 (our choice; recall settles in a few τ). Range:
    /// &gt; 0.</summary>
    public double Gain { get; init => field = Check.Positive(value, nameof(Gain)); } = 8;

    /// <summary>Time after which the run gives up, in units of τ. Default 1,000 (our choice). Range: &gt; 0.</summary>
    public double LongestTime { get; init => field = Check.Positive(value, nameof(LongestTime)); } = 1000;

    /// <summary>Largest error of one step in any u. Default 10⁻⁴ (our choice). Range: &gt; 0.</summary>
    public double Tolerance { get; init => field = Check.Positive(value, nameof(Tolerance)); } = 1e-4;

    /// <summary>Rest: no du/dt is larger than this, in units of 1/τ. Default 10⁻⁶ (our choice). Range: &gt; 0.</summary>
    public double RestRate { get; init => field = Check.Positive(value, nameof(RestRate)); } = 1e-6;

    /// <summary>Size of u at the start, for activations of ±1: u₀ = StartSize·activation. Default 0.5 (our choice). Range: &gt;
    /// 0.</summary>
    public double StartSize { get; init => field = Check.Positive(value, nameof(StartSize)); } = 0.5;

    public IPreparedMachine Prepare(IsingModel model, CancellationToken cancellation = default) => new Prepared(this, model);

    private sealed class Prepared(GradedDynamics dynamics, IsingModel model) : IPreparedMachine
    {
        private readonly double _typicalField = TypicalField(model);

        // Long because its local functions share the state of one integration, which is one loop.
        public SettlingTrace Settle(ReadOnlySpan<double> start, RandomKey key, CancellationToken cancellation = default)
        {
            Check.Length(start.Length, model.Size, nameof(start));
            int size = model.Size;
            double[] u = new double[size], outputs = new double[size], rate = new double[size], trial = new double[size],
                rate2 = new double[size];
            for (int i = 0; i < size; i++) u[i] = dynamics.StartSize * start[i];
            var times = new List<double>();
            var energies = new List<double>();
            double time = 0, step = FirstStep;
            long products = 0;
            Rate(u, outputs, rate);
            Record();
            bool rests = false;
            while (!rests && time < dynamics.LongestTime)
            {
                cancellation.ThrowIfCancellationRequested();
                TensorPrimitives.MultiplyAdd<double>(rate, step, u, trial);
                Rate(trial, outputs, rate2);
                double error = 0;
                for (int i = 0; i < size; i++) error = Math.Max(error, Math.Abs(rate2[i] - rate[i]));
                error *= 0.5 * step;
                if (error <= dynamics.Tolerance || step <= SmallestStep)
                {
                    for (int i = 0; i < size; i++) u[i] += 0.5 * step * (rate[i] + rate2[i]);
                    time += step;
                    Rate(u, outputs, rate);
                    Record();
                    rests = Math.Abs(TensorPrimitives.MaxMagnitude<double>(rate)) < dynamics.RestRate;
                }
                double factor = 0.9 * Math.Sqrt(dynamics.Tolerance / Math.Max(error, 1e-300));
                step = Math.Clamp(step * Math.Clamp(factor, 0.2, 2), SmallestStep, LargestStep);
            }
            var spins = Spins.FromActivations(outputs, key.Fold("undecided end"));
            return new()
            {
                Machine = "digital",
                Engine = dynamics.Name,
                Key = key.Value,
                Spins = spins,
                Energy = model.Energy(spins),
                EngineEnergy = energies[^1],
                Settled = rests,
                Status = rests ? $"at rest after {time:g4} τ" : $"not at rest within {dynamics.LongestTime} τ",
                TraceTimes = [.. times],
                TraceEnergies = [.. energies],
                Operations = new() { CouplingOperations = products * model.Couplings.NonZeroCount },
            };

            void Record()
            {
                times.Add(time);
                energies.Add(LyapunovEnergy(outputs));
            }

            void Rate(double[] at, double[] v, double[] result)
            {
                for (int i = 0; i < size; i++) v[i] = Math.Tanh(dynamics.Gain * at[i]);
                model.Couplings.Multiply(v, result);
                for (int i = 0; i < size; i++) result[i] = (result[i] + model.Fields[i]) / _typicalField - at[i];
                products++;
            }
        }

        /// <summary>E(V); V at ±1 to rounding has the finite limit ln 2 of its last term.</summary>
        private double LyapunovEnergy(double[] outputs)
        {
            var fields = new double[outputs.Length];
            model.Couplings.Multiply(outputs, fields);
            double energy = model.Offset;
            for (int i = 0; i < outputs.Length; i++)
            {
                double v = outputs[i], a = Math.Abs(v);
                double well = a >= 1 ? Math.Log(2) : 0.5 * ((1 + a) * Math.Log(1 + a) + (1 - a) * Math.Log(1 - a));
                energy += -0.5 * v * fields[i] - model.Fields[i] * v + _typicalField / dynamics.Gain * well;
            }
            return energy;
        }

        /// <summary>√(mean over i of Σ_j J_ij² + h_i²); 1 for a model without couplings and fields.</summary>
        private static double TypicalField(IsingModel model)
        {
            double sum = 0;
            for (int i = 0; i < model.Size; i++)
                sum += model.Couplings.Row(i).Sum(entry => entry.Value * entry.Value) + model.Fields[i] * model.Fields[i];
            return sum > 0 ? Math.Sqrt(sum / model.Size) : 1;
        }
    }
}
