using Crossbar.Circuits;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>The noise of all cells as one entity, i = y(t) r(v) with its slope y r′ in the matrix. y is a function of the time alone, so a
/// time point that is rejected and tried again sees the same noise. All samples lie on one grid, which steps do not cross
/// (<see cref="SampleGridEntity"/>).</summary>
internal sealed class CellNoiseBank(string name, IReadOnlyList<SampledNoise> cells) : NetworkEntity(name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, cells);

    private sealed class Biasing : Behavior, IBiasingBehavior, IAcceptBehavior
    {
        private readonly IIntegrationMethod? _method;
        private readonly SampleGrid _grid;
        private readonly Place[] _places;
        private readonly double[] _now;

        public Biasing(IBindingContext context, IReadOnlyList<SampledNoise> cells) : base(context)
        {
            var state = context.GetState<IBiasingSimulationState>();
            context.TryGetState(out _method);
            double[] seconds = cells[0].Samples.Seconds;
            _grid = new(seconds[1] - seconds[0]);
            _places = [.. cells.Select(cell => new Place(cell, state))];
            _now = [.. cells.Select(cell => cell.Samples.Values[0])];
        }

        void IBiasingBehavior.Load()
        {
            for (int c = 0; c < _places.Length; c++) _places[c].Load(_now[c]);
        }

        void IAcceptBehavior.Probe()
        {
            var (first, part) = _grid.At(_method!.Time);
            for (int c = 0; c < _places.Length; c++)
            {
                double[] values = _places[c].Values;
                int a = Math.Min(first, values.Length - 1), b = Math.Min(first + 1, values.Length - 1);
                _now[c] = values[a] + part * (values[b] - values[a]);
            }
        }

        void IAcceptBehavior.Accept()
        {
        }
    }

    /// <summary>One cell's nodes and entries.</summary>
    private sealed class Place
    {
        private readonly SampledNoise _cell;
        private readonly IVariable<double> _from, _to;
        private readonly Element<double>?[] _elements;
        private readonly Element<double>? _fromRight, _toRight;

        public Place(SampledNoise cell, IBiasingSimulationState state)
        {
            _cell = cell;
            (_from, _to) = (state.GetSharedVariable(cell.From), state.GetSharedVariable(cell.To));
            int a = state.Map[_from], b = state.Map[_to];
            _elements = [At(a, a), At(b, b), At(a, b), At(b, a)];
            (_fromRight, _toRight) = (a == 0 ? null : state.Solver.GetElement(a), b == 0 ? null : state.Solver.GetElement(b));

            Element<double>? At(int row, int column) =>
                row == 0 || column == 0 ? null : state.Solver.GetElement(new MatrixLocation(row, column));
        }

        public double[] Values => _cell.Samples.Values;

        public void Load(double y)
        {
            double volts = _from.Value - _to.Value, slope = y * _cell.Response.Slope(volts);
            double rest = y * _cell.Response.At(volts) - slope * volts;
            Add(_elements[0], slope);
            Add(_elements[1], slope);
            Add(_elements[2], -slope);
            Add(_elements[3], -slope);
            Add(_fromRight, -rest);
            Add(_toRight, rest);
        }

        private static void Add(Element<double>? element, double value)
        {
            if (element is not null) element.Value += value;
        }
    }
}
