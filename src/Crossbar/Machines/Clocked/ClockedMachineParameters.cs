using Crossbar.Arrays;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Machines.Clocked;

/// <summary>Clock, annealing, noise and wires of a <see cref="ClockedMachine"/>. Noise and hysteresis are in weight units: one unit is the
/// current of a cell at the largest coupling (on minus off conductance) at the read voltage.</summary>
public sealed record ClockedMachineParameters
{
    /// <summary>Cycles of a run; each looks at every neuron once. Default 100 (Cai et al. 2020, Fig. 2b). Range: ≥ 1.</summary>
    public int Cycles { get; init => field = Check.AtLeast(value, 1, nameof(Cycles)); } = 100;

    /// <summary>Columns that one clock reads and updates together. Default 1; Cai et al. 2020 also use 10. Range: ≥ 1.</summary>
    public int BatchColumns { get; init => field = Check.AtLeast(value, 1, nameof(BatchColumns)); } = 1;

    /// <summary>Which column is next. Default: random order each cycle (Cai et al. 2020).</summary>
    public ReadOrder Order { get; init; }

    /// <summary>Amplitude of the noise added to every read, in weight units; null: from the root mean square field of the model's rows,
    /// falling to 0 (<see cref="AutomaticNoise"/>). Range: ≥ 0.</summary>
    public Ramp? NoiseUnits
    {
        get;
        init => field = value is { Least: < 0 }
            ? throw new ArgumentOutOfRangeException(nameof(NoiseUnits), value, "NoiseUnits must not be negative.") : value;
    }

    /// <summary>Distribution of that noise. Default uniform (Cai et al. 2020).</summary>
    public NoiseShape Shape { get; init; }

    /// <summary>Hysteresis w of the threshold, θ − w·v, in weight units: positive holds the state, negative upsets it. Default 0; Cai et
    /// al. 2020, eq. 3 and Fig. 4, ramp it from −3 to +1.4. Range: finite.</summary>
    public Ramp HysteresisUnits { get; init; } = Ramp.Constant(0);

    /// <summary>Gain between array and comparator, relative to nominal: noise that enters at the comparator shrinks with it. Default 1.
    /// Range: ≥ 0.</summary>
    public Ramp Gain { get; init => field = NotNegative(value, nameof(Gain)); } = Ramp.Constant(1);

    /// <summary>Read voltage relative to <see cref="ReadVolts"/>, for annealing by the read voltage (Fahimi et al. 2021). Default 1. Range:
    /// ≥ 0.</summary>
    public Ramp RelativeReadVolts { get; init => field = NotNegative(value, nameof(RelativeReadVolts)); } = Ramp.Constant(1);

    /// <summary>Nominal voltage on the word lines during a read, V. Default 0.2 V (our choice: below the switching of common devices).
    /// Range: &gt; 0.</summary>
    public double ReadVolts { get; init => field = Check.Positive(value, nameof(ReadVolts), "V"); } = 0.2;

    /// <summary>Clock; one batch is read and updated per period. Default 500 MHz (Cai et al. 2020, Table 1). Range: &gt; 0.</summary>
    public double ClockHertz { get; init => field = Check.Positive(value, nameof(ClockHertz), "Hz"); } = 500e6;

    /// <summary>Fluctuation of each cell's conductance from read to read, as a fraction of it (standard deviation). Default 0. Range: 0 …
    /// 1.</summary>
    public double CellReadNoise { get; init => field = Check.InRange(value, 0, 1, nameof(CellReadNoise)); }

    /// <summary>Noise current at the comparator's input in one read (thermal, amplifier, comparator), standard deviation, A. Default 0.
    /// Range: ≥ 0.</summary>
    public double InputNoiseAmperes { get; init => field = Check.NotNegative(value, nameof(InputNoiseAmperes), "A"); }

    /// <summary>Wires of the array. Default ideal.</summary>
    public ArrayWires Wires { get; init; } = ArrayWires.Ideal;

    /// <summary>Whether word lines are driven at both ends, which cuts the IR drop to a quarter. Default false.</summary>
    public bool DrivenAtBothEnds { get; init; }

    /// <summary>Output resistance of a word-line driver, Ω. Default 0 (our choice). Range: ≥ 0.</summary>
    public double DriverOhms { get; init => field = Check.NotNegative(value, nameof(DriverOhms), "ohm"); }

    /// <summary>Input resistance of a sense amplifier, Ω. Default 0 (our choice). Range: ≥ 0.</summary>
    public double SenseOhms { get; init => field = Check.NotNegative(value, nameof(SenseOhms), "ohm"); }

    /// <summary>Whether all outputs are scaled by the one gain that fits the wanted weights best (least squares), as a machine's
    /// calibration would. Matters beside noise and hysteresis, which are not scaled. Default false.</summary>
    public bool CalibratedGain { get; init; }

    /// <summary>The columns that are not read. Default grounded. With the others the columns of a batch are neighbours, in fixed groups,
    /// because what a column reads depends on its companions.</summary>
    public UnselectedColumns Unselected { get; init; }

    /// <summary>Word and bit lines of one tile; the array is cut into tiles with wires of their own, whose outputs are added as numbers
    /// (digital partial sums, without rounding). 0: one array. Default 0. Range: 0, or ≥ 2 and even, so that a pair of word lines stays
    /// together.</summary>
    public int TileLines
    {
        get;
        init => field = value is 0 or >= 2 && value % 2 == 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(TileLines), value, $"TileLines must be 0, or even and at least 2, not {value}.");
    }

    /// <summary>The schedule that suits a landscape; all else at its default.</summary>
    public static ClockedMachineParameters For(Landscape landscape) =>
        // A cue is to be completed, not to be searched from.
        landscape == Landscape.Cue ? new() { NoiseUnits = Ramp.Constant(0), Cycles = 20 } : new();

    /// <summary>The schedule that suits a problem.</summary>
    public static ClockedMachineParameters For(ILandscape problem) => For(problem.Landscape);

    /// <summary>Clock periods per cycle at N neurons.</summary>
    public int ClocksPerCycle(int neurons) => (neurons + BatchColumns - 1) / BatchColumns;

    /// <summary>Mean over the cycles of the relative read voltage squared: what the array's power is multiplied by.</summary>
    public double MeanSquareReadVolts =>
        Enumerable.Range(0, Cycles).Average(cycle => Math.Pow(RelativeReadVolts.At(Cycles == 1 ? 1 : (double)cycle / (Cycles - 1)), 2));

    /// <summary>Time of one run of N neurons, s.</summary>
    public double RunSeconds(int neurons) => (double)Cycles * ClocksPerCycle(neurons) / ClockHertz;

    /// <summary>Noise for a model of rows with this root mean square norm, in weight units: uniform, from 0.9 of it linearly to 0. At
    /// g05_60 the norm is 5.4 and the start thus Cai et al.'s n₀ = 5; no ranking of profiles is implied (our choice).</summary>
    public static Ramp AutomaticNoise(double rowNormUnits) => new(0.92 * rowNormUnits, 0);

    private static Ramp NotNegative(Ramp ramp, string name) =>
        ramp.Least >= 0 ? ramp : throw new ArgumentOutOfRangeException(name, ramp, $"{name} must not be negative.");
}
