namespace Crossbar.Machines.Clocked;

/// <summary>Distribution of the noise that is added to a read.</summary>
public enum NoiseShape
{
    /// <summary>Uniform from −n to +n; the amplitude is the half-width n, so σ = n/√3 (Cai et al. 2020, Fig. 2).</summary>
    Uniform,

    /// <summary>Normal; the amplitude is the standard deviation σ.</summary>
    Gaussian,
}
