namespace Crossbar.Devices;

/// <summary>Windows slow the drift down near the ends of the film. x is the doped fraction, p the exponent.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<DriftWindow>))]
public enum DriftWindow
{
    /// <summary>f = 1; the state stops at the ends.</summary>
    None,

    /// <summary>f = 1 − (2x − 1)^2p. A state that has reached an end never leaves it. Joglekar and Wolf 2009, Eur. J. Phys. 30:661, eq.
    /// 10.</summary>
    Joglekar,

    /// <summary>f = 1 − (x − stp(−i))^2p: slows down only towards the end that is approached. Biolek, Biolek and Biolková 2009,
    /// Radioengineering 18:210, eq. 5.</summary>
    Biolek,

    /// <summary>f = j (1 − ((x − ½)² + ¾)^p), scale j. Prodromakis et al. 2011, IEEE Trans. Electron Devices 58:3099, eq. 7.</summary>
    Prodromakis,
}

/// <summary>The windows as functions.</summary>
internal static class DriftWindows
{
    /// <summary>f(x) for a current of the given sign.</summary>
    public static double At(DriftWindow window, double x, double amperes, double exponent, double scale) => window switch
    {
        DriftWindow.Joglekar => 1 - Even(2 * x - 1, exponent),
        DriftWindow.Biolek => 1 - Even(x - (amperes < 0 ? 1 : 0), exponent),
        DriftWindow.Prodromakis => scale * (1 - Math.Pow((x - 0.5) * (x - 0.5) + 0.75, exponent)),
        _ => 1,
    };

    /// <summary>y^2p, also for negative y and broken p.</summary>
    private static double Even(double y, double p) => Math.Pow(y * y, p);
}
