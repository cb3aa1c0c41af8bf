namespace Crossbar.Programming.Levels;

/// <summary>RRAM, σ = 1.536e-4 G³ − 1.167e-2 G² + 0.2374 G + 1.053 in µS, 1 s after programming.</summary>
public sealed class NeuRramLevels : ILevelDistribution
{
    /// <inheritdoc/>
    public string Name => "wan-rram";

    /// <inheritdoc/>
    public string Summary => "RRAM chip up to 39.3 uS, one second after programming.";

    /// <inheritdoc/>
    public string Source => "Wan et al. 2022, Nature 608:504; fit as in CrossSim";

    /// <inheritdoc/>
    public double LargestSiemens => 39.3e-6;

    /// <inheritdoc/>
    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (((1.536e-4 * g - 1.167e-2) * g + 0.2374) * g + 1.053);
    }
}
