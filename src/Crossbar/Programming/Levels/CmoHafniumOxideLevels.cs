namespace Crossbar.Programming.Levels;

/// <summary>Conductive metal oxide on hafnium oxide, write–verify with 2 % acceptance, σ = 0.01122 + 0.01129 G in µS. The fit names no
/// range; 90 µS is our choice.</summary>
public sealed class CmoHafniumOxideLevels : ILevelDistribution
{
    public string Name => "cmo-hfox";
    public string Summary => "CMO/HfOx with 2 % acceptance range.";
    public string Source => "aihwkit, fit of IBM CMO/HfOx arrays";
    public double LargestSiemens => 90e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (0.01122 + 0.01129 * g);
    }
}
