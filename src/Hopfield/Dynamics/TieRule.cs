namespace Hopfield.Dynamics;

/// <summary>What a spin with a local field of zero does. Published results depend on it: pixels that no stored pattern sets have no
/// couplings, so a convention for sign(0) paints them.</summary>
public enum TieRule
{
    /// <summary>It keeps its value, as in Hopfield 1982.</summary>
    Keep,

    /// <summary>It becomes +1: sign(0) = +1.</summary>
    Up,

    /// <summary>It becomes −1: sign(0) = −1.</summary>
    Down,
}
