namespace Crossbar.Programming;

/// <summary>What is wrong with a cell for good.</summary>
public enum CellFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Conducts as in its on state, whatever is done.</summary>
    StuckOn,

    /// <summary>Conducts as in its off state, whatever is done.</summary>
    StuckOff,

    /// <summary>Does not conduct.</summary>
    Open,
}
