namespace Crossbar.Machines.Clocked;

/// <summary>In which order the columns of a clocked machine are read; every column once per cycle.</summary>
public enum ReadOrder
{
    /// <summary>A fresh random order each cycle (Cai et al. 2020, experiment).</summary>
    RandomPerCycle,

    /// <summary>By index.</summary>
    Sequential,
}
