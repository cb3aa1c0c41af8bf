namespace Hopfield.Modern;

/// <summary>Pools a bag of instances into a fixed number of vectors: learned state patterns look into the bag, whose instances are the
/// stored patterns. Source: Ramsauer et al. 2020, layer "HopfieldPooling"; for bags of a million instances: Widrich et al. 2020, NeurIPS
/// (DeepRC).</summary>
/// <param name="association">The learned maps.</param>
/// <param name="states">The learned state patterns, count × Query.Inputs numbers; copied.</param>
public sealed class HopfieldPooling(HopfieldAssociation association, ReadOnlySpan<double> states)
{
    private readonly double[] _states = states.ToArray();

    /// <summary>One row per state pattern; the order of the instances does not matter.</summary>
    /// <param name="bag">Any number ≥ 1 × Key.Inputs numbers, one instance per row.</param>
    /// <param name="isPresent">True for instances that are there, false for padding; empty for all.</param>
    public double[] Pool(ReadOnlySpan<double> bag, ReadOnlySpan<bool> isPresent = default)
    {
        if (isPresent.IsEmpty) return association.Associate(_states, bag);
        int count = _states.Length / association.Query.Inputs;
        var mask = new bool[count * isPresent.Length];
        for (int row = 0; row < count; row++) isPresent.CopyTo(mask.AsSpan(row * isPresent.Length));
        return association.Associate(_states, bag, mask);
    }
}
