namespace Crossbar.Programming.Levels;

/// <summary>RRAM, σ = 1.536e-4 G³ − 1.167e-2 G² + 0.2374 G + 1.053 in µS, 1 s after programming.</summary>
public sealed class NeuRramLevels : ILevelDistribution
{
    public string Name => "wan-rram";
    public string Summary => "RRAM chip up to 39.3 uS, one second after programming.";
    public string Source => "Wan et al. 2022, Nature 608:504; fit as in CrossSim";
    public double LargestSiemens => 39.3e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (((1.536e-4 * g - 1.167e-2) * g + 0.2374) * g + 1.053);
    }
}
