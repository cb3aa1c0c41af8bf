using Hopfield.Numerics;

namespace Crossbar.Machines.Passive;

/// <summary>The passive attractor column: N bipolar switches between rows at fixed voltages and one floating bit line. The line rests at u
/// = Σ G_j v_j / Σ G_j, so a cell sees v_i − u = Σ_j (v_i − v_j) G_j / Σ G_j: every cell acts on every other with the antisymmetric weight
/// v_i − v_j. A cell that closes pulls the line up towards its row, one that opens no longer pulls it down: every switching raises u, so E
/// = −u falls at each, by |v_i − u| (G_on − G_off) / Σ G after it, more than its threshold's worth; no state comes twice, and each run ends
/// in a state that nothing changes. Unlike Hopfield's network: antisymmetric weights, and flips below a threshold do not happen. Source:
/// Li, Wang, Yang, Yang and Sun 2024, Nat. Commun. 15:7683 (antisymmetric weights, an energy, thresholded flips); that −u is such an energy
/// is shown here. Not modelled: resistance of the wires, states between open and closed, time.</summary>
public sealed class PassiveColumn
{
    /// <summary>Cells of the largest column: a state is a number with a bit for each.</summary>
    public const int MostCells = 24;

    private readonly double[] _rows;
    private readonly BipolarSwitch[] _cells;

    /// <summary>Takes the rows' voltages and their cells.</summary>
    /// <param name="rowVolts">2 to 24 numbers, V.</param>
    /// <param name="cells">As many cells, or one for all rows.</param>
    /// <exception cref="ArgumentException">The counts do not fit, a voltage is not finite, or a cell does not conduct more when it is
    /// closed.</exception>
    public PassiveColumn(IReadOnlyList<double> rowVolts, params IReadOnlyList<BipolarSwitch> cells)
    {
        if (rowVolts.Count is < 2 or > MostCells)
            throw new ArgumentException($"A column needs 2 to {MostCells} row voltages, not {rowVolts.Count}.", nameof(rowVolts));
        if (cells.Count != 1) Check.Length(cells.Count, rowVolts.Count, nameof(cells));
        _rows = [.. rowVolts.Select((volts, i) => Check.Finite(volts, $"voltage of row {i + 1}", "V"))];
        _cells = [.. _rows.Select((_, i) => cells.Count == 1 ? cells[0] : cells[i])];
        foreach (var cell in _cells)
            if (cell.OffSiemens >= cell.OnSiemens)
                throw new ArgumentException($"A closed cell must conduct more ({cell.OnSiemens} S) than an open one ({cell.OffSiemens} S).",
                    nameof(cells));
    }

    /// <summary>Number of cells N.</summary>
    public int Size => _rows.Length;

    /// <summary>Number of states, 2^N. Bit i of a state is 1 where cell i is closed.</summary>
    public int StateCount => 1 << Size;

    /// <summary>Conductance of a cell in a state, S.</summary>
    public double Siemens(int state, int cell) => (state >> cell & 1) == 1 ? _cells[cell].OnSiemens : _cells[cell].OffSiemens;

    /// <summary>The floating line in a state, V.</summary>
    public double LineVolts(int state)
    {
        double current = 0, siemens = 0;
        for (int i = 0; i < Size; i++)
        {
            double g = Siemens(state, i);
            current += g * _rows[i];
            siemens += g;
        }
        return current / siemens;
    }

    /// <summary>How far a cell is beyond the threshold at which it would switch, V; it switches where this is positive.</summary>
    /// <param name="state">State.</param>
    /// <param name="cell">Cell.</param>
    /// <param name="lineVolts">The line in that state, V.</param>
    public double OverdriveVolts(int state, int cell, double lineVolts)
    {
        double volts = _rows[cell] - lineVolts;
        return (state >> cell & 1) == 0 ? volts - _cells[cell].SetVolts : -volts - _cells[cell].ResetVolts;
    }

    /// <summary>The cell that switches next, one at a time and the most overdriven first (our choice: switching times fall exponentially
    /// with voltage); −1 where none does: an attractor.</summary>
    public int Next(int state)
    {
        double line = LineVolts(state), largest = 0;
        int next = -1;
        for (int i = 0; i < Size; i++)
        {
            double overdrive = OverdriveVolts(state, i, line);
            if (overdrive > largest) (next, largest) = (i, overdrive);
        }
        return next;
    }

    /// <summary>The states from a start to the attractor, both included.</summary>
    public IReadOnlyList<int> Path(int state)
    {
        var path = new List<int> { state };
        for (int cell; (cell = Next(state)) >= 0; path.Add(state)) state ^= 1 << cell;
        return path;
    }
}
