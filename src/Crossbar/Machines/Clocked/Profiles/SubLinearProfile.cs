namespace Crossbar.Machines.Clocked.Profiles;

/// <summary>1 − √x: steep first. Source: Cai et al. 2019, arXiv:1903.11194, supplement 1.3.</summary>
public sealed class SubLinearProfile : IAnnealingProfile
{
    public string Name => "sub-linear";
    public string Summary => "1 - sqrt(x), steep first";
    public double Left(double progress) => 1 - Math.Sqrt(progress);
}
