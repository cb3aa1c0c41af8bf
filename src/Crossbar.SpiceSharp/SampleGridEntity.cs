using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>Makes every step end on a grid of noise samples at the latest; touches nothing else.</summary>
internal sealed class SampleGridEntity(string name, double stepSeconds) : NetworkEntity(name)
{
    protected override IBehavior CreateBehavior(IBindingContext context) => new Limit(context, new(stepSeconds));

    private sealed class Limit(IBindingContext context, SampleGrid grid) : Behavior(context), ITruncatingBehavior
    {
        private readonly IIntegrationMethod? _method = context.TryGetState<IIntegrationMethod>(out var method) ? method : null;

        double ITruncatingBehavior.Prepare() => grid.ToNext(_method!.Time);

        double ITruncatingBehavior.Evaluate() => double.PositiveInfinity;
    }
}
