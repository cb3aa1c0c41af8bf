namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>Stays at the start: Cai et al. 2020, Fig. 2b (fixed noise).</summary>
public sealed class ConstantProfile : IAnnealingProfile
{
    public string Name => "constant";
    public string Summary => "stays at its start";
    public double Left(double progress) => 1;
}
