namespace Crossbar.Planning.Maps;

/// <summary>What the unselected lines do while one cell of a passive array is read or written at voltage V.</summary>
public enum BiasScheme
{
    /// <summary>Unselected lines at V/2: half-selected cells see V/2, all others nothing.</summary>
    Half,

    /// <summary>Unselected word lines at V/3, bit lines at 2V/3: every unselected cell sees V/3, either way round.</summary>
    Third,

    /// <summary>Unselected lines are connected to nothing: the sneak paths of three cells in series.</summary>
    Floating,

    /// <summary>Unselected lines at 0 V: only the selected word line's cells see V.</summary>
    Grounded,
}
