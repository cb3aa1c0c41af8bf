namespace Hopfield.Modern;

/// <summary>A table of fixed slots that inputs look up by similarity: stored patterns are the layer's own, inputs are the states. Source:
/// Ramsauer et al. 2020, layer "HopfieldLayer".</summary>
/// <param name="association">The learned maps.</param>
/// <param name="slots">The learned stored patterns, count × Key.Inputs numbers; copied.</param>
public sealed class HopfieldLookup(HopfieldAssociation association, ReadOnlySpan<double> slots)
{
    private readonly double[] _slots = slots.ToArray();

    /// <summary>One row per input.</summary>
    /// <param name="inputs">Any number × Query.Inputs numbers.</param>
    public double[] Look(ReadOnlySpan<double> inputs) => association.Associate(inputs, _slots);
}
