namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>e^(−5x): from 1 to 0.7 %, as weight annealing with five time constants in the run. Source: Fahimi et al. 2021, Sci. Rep.
/// 11:16383 (V = V₀(1 − e^(−t/τ))); the number of time constants is our choice.</summary>
public sealed class ExponentialProfile : IAnnealingProfile
{
    public string Name => "exponential";
    public string Summary => "exp(-5x), five time constants";
    public double Left(double progress) => Math.Exp(-5 * progress);
}
