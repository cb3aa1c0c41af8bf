using Hopfield.Numerics;

namespace Crossbar.Programming.Retention;

/// <summary>Relaxation of CMO/HfOx cells: after t ≥ 1 s the conductance has moved by −0.089 ln t on average, with a standard deviation of
/// 0.042 ln t + 0.412, in µS with t in seconds; before 1 s it is as programmed.</summary>
public sealed class CmoHafniumOxideDecay : IRetentionLaw
{
    public string Name => "cmo-hfox";
    public string Summary => "CMO/HfOx relaxation: the mean falls and the spread grows with the logarithm of time.";
    public string Source => "aihwkit, fit of IBM CMO/HfOx arrays";

    public double Siemens(double programmedSiemens, double seconds, RandomStream cell)
    {
        double z = cell.NextGaussian();
        if (seconds < 1) return programmedSiemens;
        double log = Math.Log(seconds);
        return programmedSiemens + 1e-6 * (-0.089 * log + (0.042 * log + 0.412) * z);
    }
}
