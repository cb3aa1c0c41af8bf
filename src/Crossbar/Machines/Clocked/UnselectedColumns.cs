namespace Crossbar.Machines.Clocked;

/// <summary>What the bit lines are connected to that a clock does not read.</summary>
public enum UnselectedColumns
{
    /// <summary>Held at 0 V like those that are read: every cell conducts at every read, and any columns can be read together.</summary>
    Grounded,

    /// <summary>Cut off: sneak currents through their cells couple the word lines.</summary>
    Floating,

    /// <summary>Their cells are cut off by select transistors (1T1R): only the cells of the columns read conduct.</summary>
    Off,
}
