namespace Crossbar.Programming.Levels;

/// <summary>Phase-change memory, σ = −0.00178767 G² + 0.07585724 G + 0.28638599 in µS, 27 s after programming.</summary>
public sealed class PhaseChangeLevels : ILevelDistribution
{
    public string Name => "joshi-pcm";
    public string Summary => "Phase-change memory up to 25 uS, 27 s after programming.";
    public string Source => "Joshi et al. 2020, Nat. Commun. 11:2473; fit as in CrossSim";
    public double LargestSiemens => 25e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * ((-0.00178767 * g + 0.07585724) * g + 0.28638599);
    }
}
