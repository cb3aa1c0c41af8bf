namespace Crossbar.Programming.Levels;

/// <summary>Tantalum oxide 1T1R, straight line through the two measured levels: σ = 5.6 µS at 11.0 µS and 6.4 µS at 110.2 µS. The line
/// between is our choice.</summary>
public sealed class TantalumOxideLevels : ILevelDistribution
{
    public string Name => "cai-taox";
    public string Summary => "TaOx at 110 uS (one) and 11 uS (zero) as in the mem-HNN experiment.";
    public string Source => "Cai et al. 2020, Nat. Electron. 3:409, figure 3g, read off the figure";
    public double LargestSiemens => 120e-6;

    public double SigmaSiemens(double targetSiemens)
    {
        double g = targetSiemens * 1e6;
        return 1e-6 * (5.6 + (6.4 - 5.6) * (g - 11.0) / (110.2 - 11.0));
    }
}
