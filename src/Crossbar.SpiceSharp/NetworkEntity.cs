using SpiceSharp.Behaviors;
using SpiceSharp.Entities;
using SpiceSharp.Simulations;

namespace Crossbar.SpiceSharp;

/// <summary>An entity with one behaviour of ours; says once what SpiceSharp wants said for each part.</summary>
internal abstract class NetworkEntity(string name) : Entity(name)
{
    public override void CreateBehaviors(ISimulation simulation)
    {
        var behaviors = new BehaviorContainer(Name);
        if (simulation.UsesBehaviors<IBiasingBehavior>()) behaviors.Add(CreateBehavior(new BindingContext(this, simulation, behaviors)));
        simulation.EntityBehaviors.Add(behaviors);
    }

    public override IEntity Clone() => (IEntity)MemberwiseClone();

    /// <summary>Makes the behaviour and takes its places in the matrix.</summary>
    protected abstract IBehavior CreateBehavior(IBindingContext context);
}
