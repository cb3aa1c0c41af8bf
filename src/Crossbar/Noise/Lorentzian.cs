namespace Crossbar.Noise;

/// <summary>The spectrum of a process with exponential correlation, unit variance and corner f_c = 1/2πτ: an Ornstein–Uhlenbeck process or
/// a random telegraph signal.</summary>
internal static class Lorentzian
{
    /// <summary>One-sided density 4τ/(1 + (2πfτ)²), 1/Hz.</summary>
    public static double Density(double tau, double hertz)
    {
        double x = 2 * Math.PI * hertz * tau;
        return 4 * tau / (1 + x * x);
    }

    /// <summary>One-sided density of the process sampled at a step h: 2h(1 − a²)/((1 − a)² + 4a sin²(πfh)), a = exp(−h/τ), 1/Hz.</summary>
    public static double SampledDensity(double tau, double hertz, double stepSeconds)
    {
        double lost = Lost(stepSeconds / tau), kept = 1 - lost, sine = Math.Sin(Math.PI * hertz * stepSeconds);
        return 2 * stepSeconds * lost * (1 + kept) / (lost * lost + 4 * kept * sine * sine);
    }

    /// <summary>Variance within 0 … f: (2/π) arctan(2πfτ).</summary>
    public static double BandVariance(double tau, double hertz) => 2 / Math.PI * Math.Atan(2 * Math.PI * hertz * tau);

    /// <summary>1 − exp(−x) for x ≥ 0, exact to rounding where x is 1e-9 as well.</summary>
    public static double Lost(double x) =>
        x > 0.01 ? 1 - Math.Exp(-x) : x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4 * (1 - x / 5 * (1 - x / 6)))));
}
