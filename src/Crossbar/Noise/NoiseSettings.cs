using Hopfield.Numerics;

namespace Crossbar.Noise;

/// <summary>The dynamic noise of a transient: which sources, how warm, on what grid, from which key.</summary>
public sealed record NoiseSettings
{
    /// <summary>The sources.</summary>
    public required IReadOnlyList<INoiseModel> Models { get; init; }

    /// <summary>Temperature, K. Default 300 K (our choice). Range: &gt; 0.</summary>
    public double Kelvin { get; init => field = Check.Positive(value, nameof(Kelvin), "K"); } = 300;

    /// <summary>Step of the noise grid, s; null: <see cref="StepFraction"/> of the circuit's shortest time constant. Range: &gt;
    /// 0.</summary>
    public double? StepSeconds { get; init => field = value is { } step ? Check.Positive(step, nameof(StepSeconds), "s") : null; }

    /// <summary>What noise does between samples in the reduced engine; SPICE engines join samples by straight lines, whatever is asked
    /// here.</summary>
    public NoiseForm Form { get; init; } = NoiseForm.Held;

    /// <summary>Step of the noise grid over the shortest time constant of the circuit, a pure number, where no step is given. Held samples
    /// are wrong by its square over 12 in a node's variance, straight lines by its half. Default 0.01 (our choice). Range: 1e-6 …
    /// 0.5.</summary>
    public double StepFraction { get; init => field = Check.InRange(value, 1e-6, 0.5, nameof(StepFraction)); } = 0.01;

    /// <summary>Key of the run's noise.</summary>
    public RandomKey Key { get; init; } = RandomKey.FromSeed(1).Fold("noise");

    /// <summary>Thermal noise of a step is the mean of this many samples of a grid as many times finer, so that one key gives the same
    /// Brownian path at steps that differ by this factor: for studies of convergence. Default 1. Range: ≥ 1.</summary>
    public int SamplesPerStep { get; init => field = Check.AtLeast(value, 1, nameof(SamplesPerStep)); } = 1;

    /// <summary>What these settings are, for the record of a run.</summary>
    public string Summary => $"{string.Join(",", Models.Select(model => model.Name))} at {Kelvin:g6} K";

    /// <summary>The step of the noise grid in a circuit, s.</summary>
    /// <param name="shortestTimeConstant">Shortest time constant of the circuit, s.</param>
    public double StepIn(double shortestTimeConstant) => StepSeconds ?? StepFraction * shortestTimeConstant;

    /// <summary>True when thermal noise is among the sources.</summary>
    internal bool HasThermal => Models.Any(model => model.IsOfNetwork);
}
