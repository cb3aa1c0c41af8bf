namespace Crossbar.Programming.Levels;

/// <summary>Phase-change memory, σ = 0.26348 + 1.965 x − 1.1731 x² in µS with x = G/25 µS.</summary>
public sealed class PhaseChangeToolkitLevels : ILevelDistribution
{
    public string Name => "aihwkit-pcm";
    public string Summary => "Phase-change memory up to 25 uS as the IBM analogue toolkit programs it.";
    public string Source => "aihwkit (Nandakumar et al. 2019)";
    public double LargestSiemens => 25e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (0.26348 + (1.965 - 1.1731 * g / 25) * g / 25);
    }
}
