using Crossbar.Noise;
using Hopfield.Numerics;

namespace Crossbar.Circuits;

/// <summary>What transient is wanted of a circuit, and how exactly.</summary>
public sealed record TransientRequest
{
    /// <summary>End of the simulated time, s. Range: &gt; 0.</summary>
    public required double StopSeconds { get; init => field = Check.Positive(value, nameof(StopSeconds), "s"); }

    /// <summary>Initial voltages that replace those of the netlist, V, by node.</summary>
    public IReadOnlyDictionary<string, double> InitialVolts { get; init; } = new Dictionary<string, double>();

    /// <summary>Local error tolerance relative to the signal (SPICE: reltol). Default 1e-6 (our choice). Range: 1e-12 … 1e-1.</summary>
    public double RelativeTolerance { get; init => field = Check.InRange(value, 1e-12, 0.1, nameof(RelativeTolerance)); } = 1e-6;

    /// <summary>Absolute tolerance, V (SPICE: vntol). Default 1 nV (our choice). Range: &gt; 0.</summary>
    public double AbsoluteVolts { get; init => field = Check.Positive(value, nameof(AbsoluteVolts), "V"); } = 1e-9;

    /// <summary>True: a SPICE engine runs at its own default tolerances, whatever is asked here, to show what users get who ask for
    /// nothing. The reduced engine has no such defaults and keeps to the tolerances above.</summary>
    public bool WithSpiceDefaults { get; init; }

    /// <summary>Largest step, s; null lets the engine choose.</summary>
    public double? LargestStepSeconds { get; init; }

    /// <summary>Times to record, s, increasing; null records every accepted step (Reduced: and its middle). Reduced answers exactly there;
    /// SPICE engines interpolate.</summary>
    public IReadOnlyList<double>? OutputSeconds { get; init; }

    /// <summary>When set, an engine that can do so ends the run once no capacitor node moves faster than this, V/s.</summary>
    public double? RestVoltsPerSecond { get; init; }

    /// <summary>Dynamic noise; null for none. Reduced integrates all sources as a stochastic differential equation; SPICE engines get the
    /// same samples as waveforms, those of cells beside every cell (<c>Engines.NoiseNetlist</c>).</summary>
    public NoiseSettings? Noise { get; init; }

    /// <summary>Wall-clock limit of an external simulator, s. Default 600 (our choice).</summary>
    public double TimeLimitSeconds { get; init; } = 600;
}
