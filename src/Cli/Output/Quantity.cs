using System.Globalization;
using Plots;

namespace Cli.Output;

/// <summary>Quantities for people; "-" for what is not known.</summary>
internal static class Quantity
{
    /// <summary>"19.4 ns" for 1.94e-8 and "s".</summary>
    internal static string Text(double? value, string unit) =>
        value is { } number && double.IsFinite(number) ? SiScale.Quantity(number, unit) : "-";

    /// <summary>A score or energy: whole numbers as they are, others with six significant digits.</summary>
    internal static string Score(double? value) =>
        value is not { } number || !double.IsFinite(number) ? "-"
            : number.ToString(number == Math.Round(number) ? "f0" : "g6", CultureInfo.InvariantCulture);
}
