namespace Hopfield.Dynamics;

/// <summary>Which spin an asynchronous dynamics looks at next.</summary>
public enum UpdateOrder
{
    /// <summary>Every spin once per sweep, in a fresh random order.</summary>
    RandomPerSweep,

    /// <summary>Every spin once per sweep, by index.</summary>
    Sequential,

    /// <summary>A uniformly random spin each time, as in Hopfield 1982; a sweep is N such choices.</summary>
    RandomChoice,

    /// <summary>The unstable spin with the largest field: steepest descent. A look at all spins counts as one sweep.</summary>
    LargestField,
}
