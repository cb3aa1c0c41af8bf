using System.Text.Json.Serialization;
using Crossbar.Arrays;
using Crossbar.Programming;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Machines;

/// <summary>The neurons, wires and schedule of a <see cref="ContinuousMachine"/>. Times are in units of the mean node time constant
/// τ.</summary>
public sealed record ContinuousMachineParameters
{
    /// <summary>Capacitance of a neuron's node, F. Default 1 pF (our choice, as in the oracle circuits). Range: &gt; 0.</summary>
    public double NodeFarads { get; init => field = Check.Positive(value, nameof(NodeFarads), "F"); } = 1e-12;

    /// <summary>Leak resistance of a neuron's node, Ω. Default 10 kΩ (our choice, as in the oracle circuits). Range: &gt; 0.</summary>
    public double LeakOhms { get; init => field = Check.Positive(value, nameof(LeakOhms), "ohm"); } = 1e4;

    /// <summary>Amplifier saturation voltage and bias-line voltage, V. Default 1 V (our choice). Range: &gt; 0.</summary>
    public double SupplyVolts { get; init => field = Check.Positive(value, nameof(SupplyVolts), "V"); } = 1;

    /// <summary>Amplifier gain at the end, 1/V; null: from <see cref="LoopGain"/>. Range: &gt; 0.</summary>
    public double? GainPerVolt { get; init => field = value is { } gain ? Check.Positive(gain, nameof(GainPerVolt), "1/V") : null; }

    /// <summary>Final gain as a pure number: the argument of tanh that a local field equal to the root mean square coupling sum of a spin
    /// causes. Default 4 (our choice: fields of typical size saturate the amplifier to 99.9 %). Range: &gt; 0.</summary>
    public double LoopGain { get; init => field = Check.Positive(value, nameof(LoopGain)); } = 4;

    /// <summary>Gain at the start of the annealing ramp, in the units of <see cref="LoopGain"/>. Default 0.5 (our choice). Range: &gt;
    /// 0.</summary>
    public double StartLoopGain { get; init => field = Check.Positive(value, nameof(StartLoopGain)); } = 0.5;

    /// <summary>Length of the linear gain ramp, in τ; 0: constant gain. Default 60 (our choice). Range: ≥ 0.</summary>
    public double AnnealTimeConstants { get; init => field = Check.NotNegative(value, nameof(AnnealTimeConstants)); } = 60;

    /// <summary>Longest run, in τ; engines that can stop at rest do so earlier. Default 400 (our choice). Range: &gt; 0.</summary>
    public double StopTimeConstants { get; init => field = Check.Positive(value, nameof(StopTimeConstants)); } = 400;

    /// <summary>Scale of the start voltages, V: node i starts at this times its start activation. Default 5 mV (our choice). Range: &gt;
    /// 0.</summary>
    public double StartVolts { get; init => field = Check.Positive(value, nameof(StartVolts), "V"); } = 0.005;

    /// <summary>First-order lag of the amplifier output, s; 0: instantaneous. Default 0 (our choice). Range: ≥ 0.</summary>
    public double AmplifierLagSeconds { get; init => field = Check.NotNegative(value, nameof(AmplifierLagSeconds), "s"); }

    /// <summary>Largest slew rate of the amplifier output, V/s; only with a lag. Default unlimited (our choice). Range: &gt; 0.</summary>
    public double SlewVoltsPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>A node is at rest when it moves less than this fraction of the supply per τ. Default 1e-7 (our choice). Range: &gt;
    /// 0.</summary>
    public double RestFraction { get; init => field = Check.Positive(value, nameof(RestFraction)); } = 1e-7;

    /// <summary>Wires of the array.</summary>
    public ArrayWires Wires { get; init; } = ArrayWires.Ideal;

    /// <summary>Word and bit lines of a tile; 0: one array. Every tile has drivers and wires of its own; the bit lines of tiles below each
    /// other end at the same node, where their currents add. Between tiles there is no resistance (our choice: wide upper metal). Default
    /// 0. Range: ≥ 0.</summary>
    public int TileLines { get; init => field = Check.AtLeast(value, 0, nameof(TileLines)); }

    /// <summary>The device at every cross point, written to the mapping's conductances and free to move while the circuit settles; null:
    /// cells are fixed conductances. Not part of a parameters file.</summary>
    [JsonIgnore]
    public ArrayDevice? Cells { get; init; }

    /// <summary>Relative tolerance of the transient. Default 1e-6 (our choice).</summary>
    public double RelativeTolerance { get; init; } = 1e-6;

    /// <summary>Absolute tolerance of the transient, V. Default 1 nV (our choice).</summary>
    public double AbsoluteVolts { get; init; } = 1e-9;

    /// <summary>The schedule that suits a landscape; all else at its default.</summary>
    public static ContinuousMachineParameters For(Landscape landscape) => landscape switch
    {
        // Constraint couplings dwarf the differences between tours: only a high loop gain saturates every neuron, and a large start
        // spread keeps runs apart.
        Landscape.Constraint => new()
        {
            LoopGain = 32,
            StartLoopGain = 0.2,
            AnnealTimeConstants = 60,
            StartVolts = 0.02,
            StopTimeConstants = 2000,
        },
        // Squares of sums leave small differences of large fields: at a low gain neurons rest half way.
        Landscape.Sum => new()
        {
            LoopGain = 32,
            StartLoopGain = 0.5,
            AnnealTimeConstants = 120,
            StartVolts = 0.02,
            StopTimeConstants = 2000,
        },
        // The cue, not a search, decides: a constant gain ends in a few time constants, and a ramp recalls no better.
        Landscape.Cue => new() { LoopGain = 8, AnnealTimeConstants = 0, StartVolts = 0.05 },
        _ => new(),
    };

    /// <summary>The schedule that suits a problem.</summary>
    public static ContinuousMachineParameters For(ILandscape problem) => For(problem.Landscape);

    /// <summary>Whether the node waveforms are kept in the record. Default false.</summary>
    public bool KeepWaveforms { get; init; }
}
