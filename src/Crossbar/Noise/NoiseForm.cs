namespace Crossbar.Noise;

/// <summary>What noise does between its samples.</summary>
public enum NoiseForm
{
    /// <summary>It is held over each step: for white noise the exact mean of the step, so that the variance on the grid is wrong by
    /// (h/τ)²/12 only. Noise that multiplies a voltage sees that of the start of the step (Itô).</summary>
    Held,

    /// <summary>Straight lines join the samples, as in SPICE, for one noisy run on several engines. White noise then loses h/2τ of a node's
    /// variance. Noise that multiplies a voltage sees it as it moves (Stratonovich).</summary>
    StraightLines,
}
