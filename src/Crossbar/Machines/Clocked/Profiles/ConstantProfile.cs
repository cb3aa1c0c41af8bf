namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>Stays at the start: Cai et al. 2020, Fig. 2b (fixed noise).</summary>
public sealed class ConstantProfile : IAnnealingProfile
{
    /// <inheritdoc/>
    public string Name => "constant";

    /// <inheritdoc/>
    public string Summary => "stays at its start";

    /// <inheritdoc/>
    public double Left(double progress) => 1;
}
