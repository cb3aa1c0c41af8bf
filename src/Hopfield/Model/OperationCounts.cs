namespace Hopfield.Model;

/// <summary>What a digital run did, counted while it ran; the input of any honest digital energy figure.</summary>
public sealed record OperationCounts
{
    /// <summary>Spins that were looked at (decisions taken).</summary>
    public long SpinUpdates { get; init; }

    /// <summary>Spins that changed.</summary>
    public long Flips { get; init; }

    /// <summary>Multiply-adds on couplings.</summary>
    public long CouplingOperations { get; init; }

    /// <summary>Passes over all spins.</summary>
    public long Sweeps { get; init; }
}
