namespace Crossbar.Programming;

/// <summary>How the programming of a cell ended.</summary>
public enum CellStatus
{
    /// <summary>Not visited: programming was stopped before.</summary>
    Waiting,

    /// <summary>Its last read was within the tolerance.</summary>
    Verified,

    /// <summary>It was verified when it was written, and pulses on other cells of the passive array have moved it out of the tolerance
    /// since.</summary>
    Disturbed,

    /// <summary>Its pulses are spent.</summary>
    BudgetSpent,

    /// <summary>Its pulses are spent and none of them changed what is read by more than a thousandth: stuck, open or on a broken
    /// line.</summary>
    Unresponsive,
}

/// <summary>An array after programming. Arrays are row-major.</summary>
public sealed record ProgrammingResult
{
    /// <summary>Number of word lines.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of bit lines.</summary>
    public required int Columns { get; init; }

    /// <summary>What was wanted, S.</summary>
    public required double[] TargetSiemens { get; init; }

    /// <summary>What every cell conducts at the end, read without noise after all other cells were written, S.</summary>
    public required double[] Siemens { get; init; }

    /// <summary>States of all cells at the end: state k of cell c at [k · cells + c].</summary>
    public required double[] States { get; init; }

    /// <summary>How each cell ended.</summary>
    public required CellStatus[] Status { get; init; }

    /// <summary>Pulses that each cell got as the selected one.</summary>
    public required int[] Pulses { get; init; }

    /// <summary>Fault of each cell, as drawn.</summary>
    public required CellFault[] Faults { get; init; }

    /// <summary>Heat in the cells during all pulses, J; for passive arrays that of half-selected cells too. Reads and drivers are not
    /// counted.</summary>
    public required double CellJoules { get; init; }

    /// <summary>Time of all pulses one after the other, s.</summary>
    public required double SerialSeconds { get; init; }

    /// <summary>Time when the cells of a word line are pulsed together, s; equals the serial time in a passive array.</summary>
    public required double RowParallelSeconds { get; init; }

    /// <summary>False when it was stopped before every cell was visited.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Siemens − target of every cell, S.</summary>
    public double[] ErrorSiemens() => CellErrors.Siemens(Siemens, TargetSiemens);

    /// <summary>The same over the target; where that is 0, 1 for a cell that conducts.</summary>
    public double[] RelativeErrors() =>
        [.. ErrorSiemens().Select((error, c) => TargetSiemens[c] > 0 ? error / TargetSiemens[c] : Siemens[c] > 0 ? 1 : 0)];

    /// <summary>How many cells ended so.</summary>
    public int Count(CellStatus status) => Status.Count(s => s == status);
}
