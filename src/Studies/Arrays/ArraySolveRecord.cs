using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Arrays.Nonlinear;

namespace Studies.Arrays;

/// <summary>Outputs of an array, and how exact they are.</summary>
public sealed record ArraySolveRecord : StudyRecord
{
    /// <summary>Path of the cells.</summary>
    public string Cells => Array.Cells.Path;

    /// <summary>Word lines.</summary>
    public int Rows => Circuit.Cells.Rows;

    /// <summary>Bit lines.</summary>
    public int Columns => Circuit.Cells.Columns;

    /// <summary>Input vectors that were solved.</summary>
    public int Inputs => Outputs.Inputs;

    /// <summary>Resistance of a word-line segment, Ω.</summary>
    public double WordSegmentOhms => Array.Wires.WordSegmentOhms;

    /// <summary>Resistance of a bit-line segment, Ω.</summary>
    public double BitSegmentOhms => Array.Wires.BitSegmentOhms;

    /// <summary>Resistance of a driver, Ω.</summary>
    public double DriverOhms => Array.DriverOhms;

    /// <summary>Resistance at a sense node, Ω.</summary>
    public double SenseOhms => Array.SenseOhms;

    /// <summary>Ends from which word lines are driven: one or both.</summary>
    public string Drive => Array.FromBothEnds ? "both" : "one";

    /// <summary>Name of the cells' law.</summary>
    public string CellLaw => Array.Law?.Name ?? "linear";

    /// <summary>The law with its parameters; null for ohmic cells.</summary>
    public ICellLawFactory? CellParameters => Array.Law;

    /// <summary>How the array was cut; null for one piece.</summary>
    public required TileRecord? Tiles { get; init; }

    /// <summary>Largest magnitude of an output, A.</summary>
    public double LargestAmperes => Outputs.OutputAmperes.Max(Math.Abs);

    /// <summary>Largest mismatch of Kirchhoff's current law, A.</summary>
    public double ResidualAmperes => Outputs.ResidualAmperes;

    /// <summary>Largest estimated error of an output, A.</summary>
    public double OutputErrorAmperes => Outputs.OutputErrorAmperes;

    /// <summary>Most iterations of an input.</summary>
    public int Iterations => Outputs.Iterations;

    /// <summary>Most Newton steps of an input; null for ohmic cells.</summary>
    public int? NewtonSteps => Array.Law is null ? null : Outputs.NewtonSteps;

    /// <summary>Most iterations on shared lines; null without those.</summary>
    public int? LineIterations => Tiles?.PartialSums == "shared" ? Outputs.LineIterations : null;

    /// <summary>True when every output is as exact as it should be.</summary>
    public bool Converged => Outputs.Converged;

    /// <summary>Time of the work, s.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>What was solved.</summary>
    [JsonIgnore]
    public required WiredArray Array { get; init; }

    /// <summary>The same as a circuit.</summary>
    [JsonIgnore]
    public required ArrayCircuit Circuit { get; init; }

    /// <summary>The currents.</summary>
    [JsonIgnore]
    public required ArrayOutputs Outputs { get; init; }
}
