using Hopfield.Numerics.Dense;

namespace Crossbar.Noise;

/// <summary>The exact law of a sum of independent Ornstein–Uhlenbeck processes of equal variance, sampled at a step, driven by one random
/// number a step instead of one per process. The sampled sum has the spectrum Σ c_l/(p_l + w), w = 4 sin²(πfh): poles a_l, and zeros b_k
/// that lie one between each two poles, where bisection finds them. A Gaussian process is its spectrum, so n_t = Σ_l r_l x_l with x_l ← a_l
/// x_l + ξ, the same ξ for all l, is that sum. Source: spectral factorisation, Papoulis 1991, section 14-1; the interlacing makes it safe
/// over many decades.</summary>
internal sealed class LorentzianSum
{
    // A process that keeps less than e⁻¹⁰ of itself in one step is white to us; all such are one, which keeps e⁻²⁰.
    private const double WhiteSteps = 10;

    /// <summary>Builds the sum for processes with unit variance each.</summary>
    /// <param name="taus">Time constants, s.</param>
    /// <param name="stepSeconds">Sampling step, s.</param>
    public LorentzianSum(IReadOnlyList<double> taus, double stepSeconds)
    {
        var slow = taus.Where(tau => tau * WhiteSteps > stepSeconds).OrderDescending().Select(tau => (Tau: tau, Variance: 1.0)).ToList();
        int fast = taus.Count - slow.Count;
        if (fast > 0) slow.Add((stepSeconds / (2 * WhiteSteps), fast));
        int count = slow.Count;
        // 1 − a, kept as such: a itself is within 1e-9 of 1.
        double[] lost = [.. slow.Select(mode => Lorentzian.Lost(stepSeconds / mode.Tau))];
        double[] pole = [.. lost.Select(d => d * d / (1 - d))], weight = [.. slow.Select((m, l) =>
            m.Variance * lost[l] * (2 - lost[l]) / (1 - lost[l]))];
        double[] zeroLost = [.. Enumerable.Range(0, count - 1).Select(k => Lost(Zero(pole, weight, k)))];

        double square = weight.Sum();
        for (int l = 0; l < count; l++) square *= 1 - lost[l];
        foreach (double b in zeroLost) square /= 1 - b;
        double gain = Math.Sqrt(square);
        Keep = [.. lost.Select(d => 1 - d)];
        Weight = new double[count];
        for (int l = 0; l < count; l++)
        {
            double residue = gain;
            for (int m = 0; m < count; m++)
                if (m != l) residue /= (lost[m] - lost[l]) / Keep[l];
            foreach (double b in zeroLost) residue *= (b - lost[l]) / Keep[l];
            Weight[l] = residue;
        }
        Start = StationaryFactor(lost);
    }

    /// <summary>a_l: what each state keeps of itself in one step.</summary>
    public double[] Keep { get; }

    /// <summary>r_l: how much of each state is in the sum.</summary>
    public double[] Weight { get; }

    /// <summary>Lower triangular L with L Lᵀ = stationary covariance of the states, row-major.</summary>
    public double[] Start { get; }

    /// <summary>Zero of Σ c_l/(p_l − q) between poles k and k + 1: the sum rises there from −∞ to +∞.</summary>
    private static double Zero(double[] pole, double[] weight, int k)
    {
        double low = Math.Log(pole[k]), high = Math.Log(pole[k + 1]);
        for (int round = 0; round < 200 && high > low; round++)
        {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            double q = Math.Exp(middle), sum = 0;
            for (int l = 0; l < pole.Length; l++) sum += weight[l] / (pole[l] - q);
            if (sum < 0) low = middle;
            else high = middle;
        }
        return Math.Exp(low);
    }

    /// <summary>1 − b for (1 − b)²/b = q, 0 &lt; b &lt; 1.</summary>
    private static double Lost(double q) => Math.Sqrt(q + 0.25 * q * q) - 0.5 * q;

    private static double[] StationaryFactor(double[] lost)
    {
        int n = lost.Length;
        var covariance = new double[n * n];
        for (int l = 0; l < n; l++)
            for (int m = 0; m < n; m++) covariance[l * n + m] = 1 / (lost[l] + lost[m] - lost[l] * lost[m]);
        return CholeskyFactor.TryInPlace(covariance, n, n) ? covariance
            : throw new InvalidOperationException($"{n} time constants lie too close together to be told apart.");
    }
}
