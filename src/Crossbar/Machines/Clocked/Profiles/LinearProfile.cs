namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>1 − x.</summary>
public sealed class LinearProfile : IAnnealingProfile
{
    public string Name => "linear";
    public string Summary => "1 - x, a straight line";
    public double Left(double progress) => 1 - progress;
}
