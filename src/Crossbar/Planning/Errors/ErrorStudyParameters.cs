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
    private readonly double _onSiemens = 1e-4, _offSiemens = 1e-6, _readVolts = 0.2, _density = 0.5;
    private readonly int _weightDraws = 8, _inputDraws = 16;

    /// <summary>Which cells hold a weight. Default RowPair (the mapping of this project's machines).</summary>
    public WeightPlacement Placement { get; init; } = WeightPlacement.RowPair;

    /// <summary>Conductance of a cell that is on, S. Default 100 µS (R_on = 10 kΩ: Cai et al. 2020, p. 415). Range: &gt; 0.</summary>
    public double OnSiemens { get => _onSiemens; init => _onSiemens = Check.Positive(value, nameof(OnSiemens), "S"); }

    /// <summary>Conductance of a cell that is off, S. Default 1 µS (R_off = 1 MΩ: Cai et al. 2020, p. 415). Range: ≥ 0.</summary>
    public double OffSiemens { get => _offSiemens; init => _offSiemens = Check.NotNegative(value, nameof(OffSiemens), "S"); }

    /// <summary>Read voltage V: an input of 1, V. Default 0.2 (our choice; a linear array's error does not depend on it). Range: &gt;
    /// 0.</summary>
    public double ReadVolts { get => _readVolts; init => _readVolts = Check.Positive(value, nameof(ReadVolts), "V"); }

    /// <summary>Probability that a weight is not zero; then it is 1, or ±1 with equal probability where pairs hold it. Default 0.5 (Cai et
    /// al. 2020). Range: 0 … 1.</summary>
    public double Density { get => _density; init => _density = Check.InRange(value, 0, 1, nameof(Density)); }

    /// <summary>Inputs are ±1 with equal probability when true, 0 or 1 otherwise. Default true (a Hopfield state).</summary>
    public bool SignedInputs { get; init; } = true;

    /// <summary>Weights are symmetric with zero diagonal, as a Hopfield network's; needs as many inputs as outputs. Default
    /// false.</summary>
    public bool SymmetricWeights { get; init; }

    /// <summary>Random weight matrices. Default 8 (our choice). Range: ≥ 1.</summary>
    public int WeightDraws { get => _weightDraws; init => _weightDraws = Check.AtLeast(value, 1, nameof(WeightDraws)); }

    /// <summary>Random input vectors for each weight matrix. Default 16 (our choice). Range: ≥ 1.</summary>
    public int InputDraws { get => _inputDraws; init => _inputDraws = Check.AtLeast(value, 1, nameof(InputDraws)); }

    /// <summary>Scaling of the outputs. Default Gain (our choice: what a threshold or a converter's range is set to).</summary>
    public OutputCalibration Calibration { get; init; } = OutputCalibration.Gain;
}
