using Hopfield.Numerics;

namespace Crossbar.Circuits;

/// <summary>A circuit simulator. All engines answer the same netlists; contract tests hold them to each other.</summary>
public interface ICircuitEngine : ICatalogued
{
    /// <summary>Whether the engine can run here.</summary>
    EngineAvailability Availability { get; }

    /// <summary>True when the wires of large arrays are eliminated before the engine's own solver sees them, so that size is no
    /// matter.</summary>
    bool ReducesWires => false;

    /// <summary>Checks the circuit and does once what all transients of it share.</summary>
    /// <exception cref="CircuitException">The circuit has no solution (floating node, contradicting sources) or the engine cannot take
    /// it.</exception>
    ILoadedCircuit Load(Netlist netlist, CancellationToken cancellation = default);
}

/// <summary>A circuit held by an engine. <see cref="Transient"/> may be called from several threads at once.</summary>
public interface ILoadedCircuit
{
    /// <summary>One transient.</summary>
    /// <exception cref="CircuitException">The engine failed; the message carries its log.</exception>
    CircuitSolution Transient(TransientRequest request, CancellationToken cancellation = default);
}

/// <summary>Whether an engine is there.</summary>
/// <param name="Present">True when it can run.</param>
/// <param name="Version">Its version, or "-".</param>
/// <param name="HowToGet">What to do to have it; empty when present.</param>
public sealed record EngineAvailability(bool Present, string Version, string HowToGet);
