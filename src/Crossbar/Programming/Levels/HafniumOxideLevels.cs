namespace Crossbar.Programming.Levels;

/// <summary>Hafnium oxide RRAM, σ = 4.782 − 0.009107 G in µS.</summary>
public sealed class HafniumOxideLevels : ILevelDistribution
{
    /// <inheritdoc/>
    public string Name => "milo-hfo2";

    /// <inheritdoc/>
    public string Summary => "HfO2 RRAM, 50 to 225 uS: about 4 uS at every level.";

    /// <inheritdoc/>
    public string Source => "Milo et al. 2021, IRPS; fit as in CrossSim";

    /// <inheritdoc/>
    public double LargestSiemens => 225e-6;

    /// <inheritdoc/>
    public double LeastSiemens => 50e-6;

    /// <inheritdoc/>
    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (4.782 - 0.009107 * g);
    }
}
