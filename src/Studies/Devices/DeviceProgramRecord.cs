using System.Text.Json.Serialization;
using Crossbar.Devices;
using Crossbar.Programming;

namespace Studies.Devices;

/// <summary>A programmed array. Arrays are row-major.</summary>
public sealed record DeviceProgramRecord : StudyRecord
{
    /// <summary>Name of the device.</summary>
    public string Device => Model.Name;

    /// <summary>Where its equations come from.</summary>
    public string Source => Model.Source;

    /// <summary>Seed of all draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Number of word lines.</summary>
    public int Rows => Result.Rows;

    /// <summary>Number of bit lines.</summary>
    public int Columns => Result.Columns;

    /// <summary>Number of cells.</summary>
    public int Cells => Result.Siemens.Length;

    /// <summary>Cells that ended within the tolerance.</summary>
    public int Verified => Result.Count(CellStatus.Verified);

    /// <summary>Cells that other cells' pulses moved out of it.</summary>
    public int Disturbed => Result.Count(CellStatus.Disturbed);

    /// <summary>Cells whose pulses were spent.</summary>
    public int BudgetSpent => Result.Count(CellStatus.BudgetSpent);

    /// <summary>Cells that no pulse changed.</summary>
    public int Unresponsive => Result.Count(CellStatus.Unresponsive);

    /// <summary>Cells that were not visited.</summary>
    public int Waiting => Result.Count(CellStatus.Waiting);

    /// <summary>Cells that were drawn with a fault.</summary>
    public int FaultyCells => Result.Faults.Count(fault => fault != CellFault.None);

    /// <summary>Pulses of a cell, mean.</summary>
    public double MeanPulses => Result.Pulses.Average();

    /// <summary>Most pulses of a cell.</summary>
    public int MostPulses => Result.Pulses.Max();

    /// <summary>Root mean square of the errors over their targets.</summary>
    public double RootMeanSquareError => CellErrors.RootMeanSquare(Result.RelativeErrors());

    /// <summary>Largest error over its target.</summary>
    public double WorstError => Result.RelativeErrors().Max(Math.Abs);

    /// <summary>Heat in the cells, J.</summary>
    public double CellJoules => Result.CellJoules;

    /// <summary>Time of all pulses one after the other, s.</summary>
    public double SerialSeconds => Result.SerialSeconds;

    /// <summary>Time when the cells of a word line are pulsed together, s.</summary>
    public double RowParallelSeconds => Result.RowParallelSeconds;

    /// <summary>Conductance of each cell as written, S.</summary>
    public double[] Siemens => Result.Siemens;

    /// <summary>How each cell ended, in words.</summary>
    public IReadOnlyList<string> Status => [.. Result.Status.Select(Word)];

    /// <summary>Pulses of each cell.</summary>
    public int[] Pulses => Result.Pulses;

    /// <summary>What became of the array; none where nothing was asked for.</summary>
    public required IReadOnlyList<ProgrammingStage> Stages { get; init; }

    /// <summary>The device.</summary>
    [JsonIgnore]
    public required IDeviceModel Model { get; init; }

    /// <summary>The array as written.</summary>
    [JsonIgnore]
    public required ProgrammingResult Result { get; init; }

    /// <summary>A cell's end in words.</summary>
    public static string Word(CellStatus status) => status switch
    {
        CellStatus.Verified => "verified",
        CellStatus.Disturbed => "disturbed",
        CellStatus.BudgetSpent => "budget spent",
        CellStatus.Unresponsive => "unresponsive",
        _ => "waiting",
    };
}
