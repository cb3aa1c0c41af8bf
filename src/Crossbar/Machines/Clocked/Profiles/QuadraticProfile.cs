namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>(1 − x)²: steep first, ends gently (our choice, to have one convex shape that reaches 0).</summary>
public sealed class QuadraticProfile : IAnnealingProfile
{
    public string Name => "quadratic";
    public string Summary => "(1 - x)^2, ends gently";
    public double Left(double progress) => (1 - progress) * (1 - progress);
}
