namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>1 − x.</summary>
public sealed class LinearProfile : IAnnealingProfile
{
    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public string Summary => "1 - x, a straight line";

    /// <inheritdoc/>
    public double Left(double progress) => 1 - progress;
}
