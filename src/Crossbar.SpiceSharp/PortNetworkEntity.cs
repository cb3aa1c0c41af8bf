using Crossbar.Circuits;
using SpiceSharp.Algebra;
using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>An exactly reduced array as one part with many ports, i = Y v: SpiceSharp integrates the neurons of arrays that its solver
/// could never take wire by wire.</summary>
internal sealed class PortNetworkEntity(PortNetwork network) : NetworkEntity(network.Name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Biasing(context, network);

    private sealed class Biasing : Behavior, IBiasingBehavior
    {
        private readonly Element<double>[] _elements;
        private readonly double[] _siemens;

        public Biasing(IBindingContext context, PortNetwork network) : base(context)
        {
            var state = context.GetState<IBiasingSimulationState>();
            int[] index = [.. network.Nodes.Select(node => state.Map[state.GetSharedVariable(node)])];
            var elements = new List<Element<double>>();
            var siemens = new List<double>();
            for (int i = 0; i < index.Length; i++)
                for (int j = 0; j < index.Length; j++)
                    if (index[i] != 0 && index[j] != 0 && network.Siemens[i * index.Length + j] is not 0 and var y)
                    {
                        elements.Add(state.Solver.GetElement(new MatrixLocation(index[i], index[j])));
                        siemens.Add(y);
                    }
            (_elements, _siemens) = ([.. elements], [.. siemens]);
        }

        void IBiasingBehavior.Load()
        {
            for (int k = 0; k < _elements.Length; k++) _elements[k].Value += _siemens[k];
        }
    }
}
