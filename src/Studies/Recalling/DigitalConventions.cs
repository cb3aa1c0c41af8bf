using Hopfield.Dynamics;
using Hopfield.Learning;
using Hopfield.Model;

namespace Studies.Recalling;

/// <summary>The conventions of the digital dynamics that published recalls differ in.</summary>
public sealed record DigitalConventions
{
    /// <summary>Order of the asynchronous updates.</summary>
    public UpdateOrder Order { get; init; } = UpdateOrder.RandomPerSweep;

    /// <summary>What a pixel with field zero does.</summary>
    public TieRule Ties { get; init; } = TieRule.Keep;

    /// <summary>Whether the rule's diagonal W_ii is kept, as much published code does.</summary>
    public bool KeepDiagonal { get; init; }

    /// <summary>The digital machine of that name with these conventions; null for machines that they say nothing about.</summary>
    /// <param name="name">As it is asked for.</param>
    /// <param name="weights">Whose diagonal is kept.</param>
    public IMachine? Machine(string name, LearnedWeights weights)
    {
        double[] own = KeepDiagonal ? weights.Diagonal : [];
        return name switch
        {
            "digital" or "asynchronous" => new AsynchronousDynamics { Order = Order, Ties = Ties, SelfCouplings = own },
            "synchronous" => new SynchronousDynamics { Ties = Ties, SelfCouplings = own },
            _ => null,
        };
    }
}
