namespace Plots;

/// <summary>What an axis measures.</summary>
/// <param name="Name">Quantity, as in "time".</param>
/// <param name="Unit">SI unit without prefix ("s", "V", "S"), the prefix is chosen to suit the values; empty for pure numbers.</param>
/// <param name="IsLogarithmic">Base-10 scale; values that are not positive are left out.</param>
public sealed record Axis(string Name, string Unit = "", bool IsLogarithmic = false)
{
    /// <summary>Heading of a column with such values: without prefix, unlike the text at a drawn axis.</summary>
    internal string Column => Unit.Length == 0 ? Name : $"{Name} ({Unit})";
}
