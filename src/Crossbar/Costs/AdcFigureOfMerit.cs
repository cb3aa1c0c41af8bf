using Hopfield.Numerics;

namespace Crossbar.Costs;

/// <summary>
/// Energy of one conversion of an analogue-to-digital converter from its figure of merit. Walden: energy per conversion step, E = FOM ·
/// 2^ENOB;
/// fits up to some 9 bits. Schreier: FOM = SNDR + 10 log₁₀(bandwidth / power), so E = P/(2·BW) = ½ · 10^((SNDR − FOM)/10) at Nyquist rate;
/// the
/// limit of noise, for more bits. Sources: Walden 1999, IEEE JSAC 17:539; Schreier and Temes 2005, Understanding Delta-Sigma Data
/// Converters.
/// </summary>
public static class AdcFigureOfMerit
{
    /// <summary>Median of 215 published converters, J per step (survey in the Accelergy list); a tenth of them need less than 4.4
    /// fJ.</summary>
    public const double MedianWaldenJoules = 34e-15;

    /// <summary>E by Walden, J.</summary>
    /// <param name="effectiveBits">ENOB. Range: 1 … 24.</param>
    /// <param name="joulesPerStep">FOM, J. Range: &gt; 0.</param>
    public static double Walden(double effectiveBits, double joulesPerStep = MedianWaldenJoules) =>
        Check.Positive(joulesPerStep, nameof(joulesPerStep), "J") * Math.Pow(2, Check.InRange(effectiveBits, 1, 24, nameof(effectiveBits)));

    /// <summary>E by Schreier, J.</summary>
    /// <param name="effectiveBits">ENOB; SNDR = 6.02 ENOB + 1.76 dB. Range: 1 … 24.</param>
    /// <param name="decibels">FOM, dB. Range: 100 … 200.</param>
    public static double Schreier(double effectiveBits, double decibels) =>
        0.5 * Math.Pow(10, (6.02 * Check.InRange(effectiveBits, 1, 24, nameof(effectiveBits))
            + 1.76 - Check.InRange(decibels, 100, 200, nameof(decibels), "dB")) / 10);
}
