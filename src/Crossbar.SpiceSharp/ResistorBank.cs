using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>All resistors of a circuit as one entity: equal matrix places are summed once, so that a load is one pass of additions.
/// Halves the time of a run against one entity per resistor.</summary>
internal sealed class ResistorBank(string name, IReadOnlyList<Circuits.Resistor> resistors) : NetworkEntity(name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, resistors);

    private sealed class Biasing : Behavior, IBiasingBehavior
    {
        private readonly Element<double>[] _elements;
        private readonly double[] _siemens;

        public Biasing(IBindingContext context, IReadOnlyList<Circuits.Resistor> resistors) : base(context)
        {
            var state = context.GetState<IBiasingSimulationState>();
            var sums = new Dictionary<(int Row, int Column), double>();
            foreach (var r in resistors)
            {
                int a = state.Map[state.GetSharedVariable(r.A)], b = state.Map[state.GetSharedVariable(r.B)];
                double g = 1 / r.Ohms;
                Add(a, a, g);
                Add(b, b, g);
                Add(a, b, -g);
                Add(b, a, -g);
            }
            (_elements, _siemens) = ([.. sums.Keys.Select(at => state.Solver.GetElement(new MatrixLocation(at.Row, at.Column)))],
                [.. sums.Values]);

            void Add(int row, int column, double g)
            {
                if (row != 0 && column != 0) sums[(row, column)] = sums.GetValueOrDefault((row, column)) + g;
            }
        }

        void IBiasingBehavior.Load()
        {
            for (int k = 0; k < _elements.Length; k++) _elements[k].Value += _siemens[k];
        }
    }
}
