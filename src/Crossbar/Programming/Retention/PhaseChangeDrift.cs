using Hopfield.Numerics;

namespace Crossbar.Programming.Retention;

/// <summary>Phase-change drift, G(t) = G (t/20 s)^−ν, constant before 20 s. ν of a cell is normal with mean −0.0155 ln x + 0.0244 held
/// within 0.049 … 0.1 and standard deviation −0.0125 ln x − 0.0059 held within 0.008 … 0.045, x = G/25 µS.</summary>
public sealed class PhaseChangeDrift : IRetentionLaw
{
    private const double StartSeconds = 20, LargestSiemens = 25e-6;

    public string Name => "aihwkit-pcm";
    public string Summary => "Phase-change drift: a power of time with an exponent for each cell.";
    public string Source => "aihwkit (Nandakumar et al. 2019; Joshi et al. 2020, Nat. Commun. 11:2473)";

    /// <summary>Mean and standard deviation of the drift exponent at a conductance.</summary>
    public static (double Mean, double Sigma) Exponent(double siemens)
    {
        double log = Math.Log(Math.Max(siemens, 1e-12) / LargestSiemens);
        return (Math.Clamp(-0.0155 * log + 0.0244, 0.049, 0.1), Math.Clamp(-0.0125 * log - 0.0059, 0.008, 0.045));
    }

    public double Siemens(double programmedSiemens, double seconds, RandomStream cell)
    {
        var (mean, sigma) = Exponent(programmedSiemens);
        double nu = Math.Abs(mean + sigma * cell.NextGaussian());
        return seconds <= StartSeconds ? programmedSiemens : programmedSiemens * Math.Pow(seconds / StartSeconds, -nu);
    }
}
