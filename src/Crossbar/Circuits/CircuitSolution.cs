using Hopfield.Model;

namespace Crossbar.Circuits;

/// <summary>A transient as one engine computed it, with everything needed to judge it.</summary>
public sealed record CircuitSolution
{
    /// <summary>Engine name.</summary>
    public required string Engine { get; init; }

    /// <summary>Engine version.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Voltages of the netlist's probe nodes, V.</summary>
    public required Waveforms Volts { get; init; }

    /// <summary>Power delivered to the passive network by all sources and amplifier outputs, Σ v·i, W, on the same time axis; null if
    /// unknown.</summary>
    public double[]? DeliveredWatts { get; init; }

    /// <summary>Integral of <see cref="DeliveredWatts"/> from the start to each time, J; null if unknown.</summary>
    public double[]? CumulativeJoules { get; init; }

    /// <summary>Energy delivered over the whole run, J; null if unknown.</summary>
    public double? DeliveredJoules => CumulativeJoules is { Length: > 0 } joules ? joules[^1] : null;

    /// <summary>Largest Kirchhoff current residual the engine can show, A: for Reduced an independent solve of the whole network at the
    /// last time; null where the simulator does not tell.</summary>
    public double? ResidualAmperes { get; init; }

    /// <summary>True when the engine finished the transient within its own tolerances.</summary>
    public required bool Converged { get; init; }

    /// <summary>True when the run was ended early because every node was at rest.</summary>
    public bool AtRest { get; init; }

    /// <summary>Accepted steps.</summary>
    public int Steps { get; init; }

    /// <summary>Where the states of memristors ended, by state node, as numbers from 0 to 1 over their range; null without
    /// memristors.</summary>
    public IReadOnlyDictionary<string, double>? FinalStates { get; init; }

    /// <summary>Settings that shaped the result (method, tolerances, deck path), for the record.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Everything the engine complained about, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Energy delivered up to a time, J, linear between samples; null if unknown. Engines stop at different times; this compares
    /// them.</summary>
    public double? DeliveredJoulesUntil(double seconds)
    {
        if (CumulativeJoules is not { Length: > 0 } joules) return null;
        return new Waveforms(Volts.Seconds, ["joules"], [joules]).At(0, seconds);
    }
}
