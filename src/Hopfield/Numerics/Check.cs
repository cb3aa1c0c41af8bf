namespace Hopfield.Numerics;

/// <summary>Argument checks at the public door; every message names the quantity, its unit, its value and the range.</summary>
public static class Check
{
    /// <summary>Returns <paramref name="value"/> if it is finite and greater than zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Otherwise.</exception>
    public static double Positive(double value, string name, string unit = "") =>
        double.IsFinite(value) && value > 0 ? value : throw Out(name, value, unit, "a finite number greater than 0");

    /// <summary>Returns <paramref name="value"/> if it is finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Otherwise.</exception>
    public static double NotNegative(double value, string name, string unit = "") =>
        double.IsFinite(value) && value >= 0 ? value : throw Out(name, value, unit, "a finite number of at least 0");

    /// <summary>Returns <paramref name="value"/> if it is finite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Otherwise.</exception>
    public static double Finite(double value, string name, string unit = "") =>
        double.IsFinite(value) ? value : throw Out(name, value, unit, "a finite number");

    /// <summary>Returns <paramref name="value"/> if it lies in the closed interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Otherwise.</exception>
    public static double InRange(double value, double low, double high, string name, string unit = "") =>
        value >= low && value <= high ? value : throw Out(name, value, unit, $"a number from {low} to {high}");

    /// <summary>Returns <paramref name="value"/> if it is at least <paramref name="least"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Otherwise.</exception>
    public static int AtLeast(int value, int least, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}, not {value}.");

    /// <summary>Refuses a length that is not the expected one.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Length(int actual, int expected, string name)
    {
        if (actual != expected) throw new ArgumentException($"{name} must have {expected} entries, not {actual}.", name);
    }

    private static ArgumentOutOfRangeException Out(string name, double value, string unit, string expected) =>
        new(name, value, $"{name} must be {expected}{(unit.Length == 0 ? "" : " " + unit)}, not {value}.");
}
