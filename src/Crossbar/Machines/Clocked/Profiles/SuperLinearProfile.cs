namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>1 − x²: slow at first, steep at the end. The best of five in Cai et al. 2019 (arXiv:1903.11194, supplement 1.3), their
/// "super-linear quadratic".</summary>
public sealed class SuperLinearProfile : IAnnealingProfile
{
    public string Name => "super-linear";
    public string Summary => "1 - x^2, slow first (Cai et al. 2020)";
    public double Left(double progress) => 1 - progress * progress;
}
