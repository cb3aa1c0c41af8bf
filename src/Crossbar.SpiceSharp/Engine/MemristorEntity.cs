using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.Managed;

/// <summary>
/// A linear ion drift memristor. The state x is integrated implicitly with the simulator's own method and eliminated inside each load:
/// D(x) = k v / R(x) is solved for x, and the exact di/dv = 1/R + v (d(1/R)/dx) (dx/dv) goes into the matrix: no unknown per device.
/// </summary>
internal sealed class MemristorEntity(string name, string plus, string minus, LinearIonDrift device) : NetworkEntity(name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, plus, minus, device);

    /// <summary>What a bench reads from the device.</summary>
    internal interface IDevice : IBehavior
    {
        /// <summary>Current from plus to minus, A.</summary>
        double Amperes { get; }

        /// <summary>Doped fraction.</summary>
        double State { get; }
    }

    private sealed class Biasing : Behavior, IBiasingBehavior, ITimeBehavior, IDevice
    {
        private const int MostIterations = 60;
        private readonly LinearIonDrift _device;
        private readonly ITimeSimulationState? _time;
        private readonly IDerivative? _state;
        private readonly IVariable<double> _plus, _minus;
        private readonly Element<double> _pp, _pm, _mp, _mm, _rightPlus, _rightMinus;

        public Biasing(IBindingContext context, string plus, string minus, LinearIonDrift device) : base(context)
        {
            _device = device;
            State = device.InitialState;
            var state = context.GetState<IBiasingSimulationState>();
            context.TryGetState(out _time);
            if (context.TryGetState<IIntegrationMethod>(out var method)) _state = method.CreateDerivative();
            (_plus, _minus) = (state.GetSharedVariable(plus), state.GetSharedVariable(minus));
            int p = state.Map[_plus], m = state.Map[_minus];
            (_pp, _pm, _mp, _mm) = (At(p, p), At(p, m), At(m, p), At(m, m));
            (_rightPlus, _rightMinus) = (state.Solver.GetElement(p), state.Solver.GetElement(m));

            Element<double> At(int row, int column) => state.Solver.GetElement(new MatrixLocation(row, column));
        }

        public double Amperes { get; private set; }

        public double State { get; private set; }

        void IBiasingBehavior.Load()
        {
            double volts = _plus.Value - _minus.Value, stateByVolts = 0;
            if (_state is not null && _time is { UseDc: false }) stateByVolts = Drift(volts);
            double siemens = 1 / _device.OhmsAt(State);
            double siemensByState = (_device.OffOhms - _device.OnOhms) * siemens * siemens;
            double slope = siemens + volts * siemensByState * stateByVolts;
            Amperes = siemens * volts;
            double rest = Amperes - slope * volts;
            _pp.Value += slope;
            _mm.Value += slope;
            _pm.Value -= slope;
            _mp.Value -= slope;
            _rightPlus.Value -= rest;
            _rightMinus.Value += rest;
        }

        void ITimeBehavior.InitializeStates()
        {
            if (_state is not null) _state.Value = State = _device.InitialState;
        }

        /// <summary>Solves the step for x at a voltage and returns dx/dv; at an end of the film x stays there and dx/dv is 0.</summary>
        private double Drift(double volts)
        {
            double x = _state!.GetPreviousValue(1);
            _state.Value = x;
            _state.Derive();
            double start = x, derivative = _state.Derivative, steepness = _state.GetContributions(1).Jacobian;
            double k = _device.StatePerCoulomb, spread = _device.OffOhms - _device.OnOhms, byX = 0;
            for (int iteration = 0; iteration < MostIterations; iteration++)
            {
                double siemens = 1 / _device.OhmsAt(x);
                byX = k * volts * spread * siemens * siemens;
                double next = Math.Clamp(x - (derivative + steepness * (x - start) - k * volts * siemens) / (steepness - byX), 0, 1);
                double change = Math.Abs(next - x);
                x = next;
                if (change <= 1e-15) break;
            }
            _state.Value = State = x;
            _state.Derive();
            return x is 0 or 1 ? 0 : k / _device.OhmsAt(x) / (steepness - byX);
        }
    }
}
