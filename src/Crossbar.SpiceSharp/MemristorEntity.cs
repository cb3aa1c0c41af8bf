using Crossbar.Circuits;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>Any device model as a SpiceSharp part. Its states are integrated implicitly with the simulator's own method and eliminated
/// inside each load (<see cref="ImplicitStates"/>), so that only the terminal current and its exact slope di/dv = ∂I/∂v + Σ ∂I/∂x dx/dv
/// reach the matrix. The state nodes are read-outs, one row each.</summary>
internal sealed class MemristorEntity(Memristor memristor) : NetworkEntity(memristor.Name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, memristor);

    private sealed class Biasing : Behavior, IBiasingBehavior, ITimeBehavior
    {
        private readonly ImplicitStates _states;
        private readonly ITimeSimulationState? _time;
        private readonly IVariable<double> _plus, _minus;
        private readonly Element<double> _pp, _pm, _mp, _mm, _rightPlus, _rightMinus;
        private readonly (Element<double> Own, Element<double> Plus, Element<double> Minus, Element<double> Right)[] _nodes;

        public Biasing(IBindingContext context, Memristor memristor) : base(context)
        {
            context.TryGetState(out _time);
            context.TryGetState<IIntegrationMethod>(out var method);
            _states = new ImplicitStates(memristor, method);
            var state = context.GetState<IBiasingSimulationState>();
            (_plus, _minus) = (state.GetSharedVariable(memristor.Plus), state.GetSharedVariable(memristor.Minus));
            int p = state.Map[_plus], m = state.Map[_minus];
            (_pp, _pm, _mp, _mm) = (At(p, p), At(p, m), At(m, p), At(m, m));
            (_rightPlus, _rightMinus) = (state.Solver.GetElement(p), state.Solver.GetElement(m));
            _nodes = [.. memristor.StateNodes.Select(name => state.Map[state.GetSharedVariable(name)])
                .Select(node => (At(node, node), At(node, p), At(node, m), state.Solver.GetElement(node)))];

            Element<double> At(int row, int column) => state.Solver.GetElement(new MatrixLocation(row, column));
        }

        void IBiasingBehavior.Load()
        {
            double volts = _plus.Value - _minus.Value;
            _states.Solve(volts, isMoving: _time is { UseDc: false });
            double slope = _states.Siemens, rest = _states.Amperes - slope * volts;
            _pp.Value += slope;
            _mm.Value += slope;
            _pm.Value -= slope;
            _mp.Value -= slope;
            _rightPlus.Value -= rest;
            _rightMinus.Value += rest;
            for (int k = 0; k < _nodes.Length; k++)
            {
                double byVolts = _states.FractionByVolts(k);
                _nodes[k].Own.Value += 1;
                _nodes[k].Plus.Value -= byVolts;
                _nodes[k].Minus.Value += byVolts;
                _nodes[k].Right.Value += _states.Fraction(k) - byVolts * volts;
            }
        }

        void ITimeBehavior.InitializeStates() => _states.Initialize();
    }
}
