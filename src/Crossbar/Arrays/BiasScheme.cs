using System.Text.Json.Serialization;

namespace Crossbar.Arrays;

/// <summary>What the unselected lines do while one cell of a passive array is read or written: selected word line V, selected bit line
/// 0.</summary>
/// <param name="Name">Short name.</param>
/// <param name="UnselectedWord">Voltage of the other word lines as a fraction of V; not read where they float.</param>
/// <param name="UnselectedBit">Voltage of the other bit lines as a fraction of V; not read where they float.</param>
/// <param name="IsFloating">True: the other lines are connected to nothing.</param>
public sealed record BiasScheme(
    string Name, double UnselectedWord, double UnselectedBit,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsFloating = false)
{
    /// <summary>All other lines at V/2: cells on the selected lines see V/2, all others nothing.</summary>
    public static BiasScheme Half { get; } = new("v2", 0.5, 0.5);

    /// <summary>Other word lines at V/3, other bit lines at 2V/3: every unselected cell sees V/3, one way or the other.</summary>
    public static BiasScheme Third { get; } = new("v3", 1.0 / 3, 2.0 / 3);

    /// <summary>Other lines are connected to nothing: the sneak paths of three cells in series.</summary>
    public static BiasScheme Floating { get; } = new("floating", 0, 0, IsFloating: true);

    /// <summary>Other lines at 0 V: only the selected word line's cells see V.</summary>
    public static BiasScheme Grounded { get; } = new("grounded", 0, 0);

    /// <summary>Every scheme.</summary>
    public static IReadOnlyList<BiasScheme> All { get; } = [Half, Third, Floating, Grounded];
}
