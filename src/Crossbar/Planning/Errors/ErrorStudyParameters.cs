using Hopfield.Numerics;

namespace Crossbar.Planning.Errors;

/// <summary>How outputs are scaled before they are compared with the exact product.</summary>
public enum OutputCalibration
{
    /// <summary>Not at all: one unit of weight is its nominal current.</summary>
    None,

    /// <summary>One factor for all outputs, the least-squares one.</summary>
    Gain,

    /// <summary>One factor for each output, the least-squares one.</summary>
    ColumnGain,
}

/// <summary>What is drawn at random, and how it is read, when the computing error of an array is measured.</summary>
public sealed record ErrorStudyParameters
{
    /// <summary>Which cells hold a weight. Default RowPair (the mapping of this project's machines).</summary>
    public WeightPlacement Placement { get; init; } = WeightPlacement.RowPair;

    /// <summary>Conductance of a cell that is on, S. Default 100 µS (R_on = 10 kΩ: Cai et al. 2020, p. 415). Range: &gt; 0.</summary>
    public double OnSiemens { get; init => field = Check.Positive(value, nameof(OnSiemens), "S"); } = 1e-4;

    /// <summary>Conductance of a cell that is off, S. Default 1 µS (R_off = 1 MΩ: Cai et al. 2020, p. 415). Range: ≥ 0.</summary>
    public double OffSiemens { get; init => field = Check.NotNegative(value, nameof(OffSiemens), "S"); } = 1e-6;

    /// <summary>Read voltage V: an input of 1, V. Default 0.2 (our choice; a linear array's error does not depend on it). Range: &gt;
    /// 0.</summary>
    public double ReadVolts { get; init => field = Check.Positive(value, nameof(ReadVolts), "V"); } = 0.2;

    /// <summary>Probability that a weight is not zero; then it is 1, or ±1 with equal probability where pairs hold it. Default 0.5 (Cai et
    /// al. 2020). Range: 0 … 1.</summary>
    public double Density { get; init => field = Check.InRange(value, 0, 1, nameof(Density)); } = 0.5;

    /// <summary>Inputs are ±1 with equal probability when true, 0 or 1 otherwise. Default true (a Hopfield state).</summary>
    public bool SignedInputs { get; init; } = true;

    /// <summary>Weights are symmetric with zero diagonal, as a Hopfield network's; needs as many inputs as outputs. Default
    /// false.</summary>
    public bool SymmetricWeights { get; init; }

    /// <summary>Random weight matrices. Default 8 (our choice). Range: ≥ 1.</summary>
    public int WeightDraws { get; init => field = Check.AtLeast(value, 1, nameof(WeightDraws)); } = 8;

    /// <summary>Random input vectors for each weight matrix. Default 16 (our choice). Range: ≥ 1.</summary>
    public int InputDraws { get; init => field = Check.AtLeast(value, 1, nameof(InputDraws)); } = 16;

    /// <summary>Scaling of the outputs. Default Gain (our choice: what a threshold or a converter's range is set to).</summary>
    public OutputCalibration Calibration { get; init; } = OutputCalibration.Gain;
}
