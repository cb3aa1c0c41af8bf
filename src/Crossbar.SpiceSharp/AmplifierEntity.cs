using Crossbar.Circuits;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Components;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>The saturating amplifier with complementary outputs. A lagging output x is no unknown of the circuit: inside each load the
/// implicit step D(x) = F(x, u) is solved for x by a scalar Newton iteration, and its exact slope dx/du = F_u / (D' − F_x) goes into the
/// matrix.</summary>
internal sealed class AmplifierEntity(TanhAmplifier amplifier) : NetworkEntity(amplifier.Name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, amplifier);

    /// <summary>What the engine reads from an amplifier: the currents in its outputs, positive from the node into the amplifier,
    /// A.</summary>
    internal interface IOutputs : IBehavior
    {
        IVariable<double> OutputBranch { get; }

        IVariable<double>? InvertedBranch { get; }
    }

    private sealed class Biasing : Behavior, IBiasingBehavior, ITimeBehavior, IAcceptBehavior, IOutputs
    {
        private const int MostIterations = 60;
        private readonly TanhAmplifier _amplifier;
        private readonly IIterationSimulationState _iteration;
        private readonly ITimeSimulationState? _time;
        private readonly IVariable<double> _input;
        private readonly Element<double> _slopeElement, _right;
        private readonly Element<double>[] _ones;
        private readonly IWaveform? _gain;
        private readonly IDerivative? _state;

        public Biasing(IBindingContext context, TanhAmplifier amplifier) : base(context)
        {
            _amplifier = amplifier;
            var state = context.GetState<IBiasingSimulationState>();
            _iteration = context.GetState<IIterationSimulationState>();
            context.TryGetState(out _time);
            if (!amplifier.GainPerVolt.IsConstant) _gain = SourceWaveforms.PiecewiseLinear(amplifier.GainPerVolt).Create(context);
            if (amplifier.LagSeconds > 0 && context.TryGetState<IIntegrationMethod>(out var method)) _state = method.CreateDerivative();

            _input = state.GetSharedVariable(amplifier.Input);
            OutputBranch = state.CreatePrivateVariable(Name + "#out", Units.Ampere);
            int input = state.Map[_input], output = state.Map[state.GetSharedVariable(amplifier.Output)], branch = state.Map[OutputBranch];
            _slopeElement = state.Solver.GetElement(new MatrixLocation(branch, input));
            _right = state.Solver.GetElement(branch);
            var ones = new List<Element<double>> { At(output, branch), At(branch, output) };
            if (amplifier.InvertedOutput is { } name)
            {
                InvertedBranch = state.CreatePrivateVariable(Name + "#inv", Units.Ampere);
                int inverted = state.Map[state.GetSharedVariable(name)], second = state.Map[InvertedBranch];
                ones.AddRange([At(inverted, second), At(second, inverted), At(second, output)]);
            }
            _ones = [.. ones];

            Element<double> At(int row, int column) => state.Solver.GetElement(new MatrixLocation(row, column));
        }

        public IVariable<double> OutputBranch { get; }

        public IVariable<double>? InvertedBranch { get; }

        private double Gain => _gain?.Value ?? _amplifier.GainPerVolt.Values[0];

        void IBiasingBehavior.Load()
        {
            double volts = _input.Value, gain = Gain;
            double tanh = Math.Tanh(gain * volts), supply = _amplifier.SupplyVolts * _iteration.SourceFactor;
            double output = supply * tanh, slope = supply * gain * (1 - tanh * tanh);
            if (_state is not null && _time is { UseDc: false }) (output, slope) = Follow(output, slope);
            foreach (var one in _ones) one.Value += 1;
            _slopeElement.Value -= slope;
            _right.Value += output - slope * volts;
        }

        /// <summary>The operating point holds the output at its target.</summary>
        void ITimeBehavior.InitializeStates()
        {
            if (_state is not null) _state.Value = _amplifier.SupplyVolts * Math.Tanh(Gain * _input.Value);
        }

        void IAcceptBehavior.Probe() => _gain?.Probe();

        void IAcceptBehavior.Accept() => _gain?.Accept();

        /// <summary>Solves the step for the lagging output: D(x) = d + s (x − x₀) is affine, F(x) = slew · tanh((target − x) / (lag ·
        /// slew)) falls with x, so the residual rises with x and has one zero; a Newton step that overshoots the bracket is replaced by
        /// bisection.</summary>
        private (double Output, double Slope) Follow(double target, double targetSlope)
        {
            double x = _state!.GetPreviousValue(1), low = Math.Min(x, target), high = Math.Max(x, target);
            _state.Value = x;
            _state.Derive();
            double start = x, derivative = _state.Derivative, steepness = _state.GetContributions(1).Jacobian, fx = 0;
            low -= Math.Abs(derivative / steepness);
            high += Math.Abs(derivative / steepness);
            for (int k = 0; k < MostIterations; k++)
            {
                (double rate, fx) = Rate(target - x);
                double residual = derivative + steepness * (x - start) - rate;
                if (residual > 0) high = x;
                else low = x;
                double next = x - residual / (steepness - fx);
                if (!(next >= low && next <= high)) next = 0.5 * (low + high);
                double change = Math.Abs(next - x);
                x = next;
                if (change <= 1e-15 * _amplifier.SupplyVolts) break;
            }
            _state.Value = x;
            _state.Derive();
            (_, fx) = Rate(target - x);
            return (x, -fx * targetSlope / (steepness - fx));
        }

        /// <summary>dx/dt at a distance from the target, and its derivative by x (≤ 0).</summary>
        private (double Rate, double ByX) Rate(double distance)
        {
            double lag = _amplifier.LagSeconds, slew = _amplifier.SlewVoltsPerSecond;
            if (double.IsInfinity(slew)) return (distance / lag, -1 / lag);
            double tanh = Math.Tanh(distance / (lag * slew));
            return (slew * tanh, -(1 - tanh * tanh) / lag);
        }
    }
}
