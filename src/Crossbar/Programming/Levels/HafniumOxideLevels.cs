namespace Crossbar.Programming.Levels;

/// <summary>Hafnium oxide RRAM, σ = 4.782 − 0.009107 G in µS.</summary>
public sealed class HafniumOxideLevels : ILevelDistribution
{
    public string Name => "milo-hfo2";
    public string Summary => "HfO2 RRAM, 50 to 225 uS: about 4 uS at every level.";
    public string Source => "Milo et al. 2021, IRPS; fit as in CrossSim";
    public double LargestSiemens => 225e-6;
    public double LeastSiemens => 50e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (4.782 - 0.009107 * g);
    }
}
