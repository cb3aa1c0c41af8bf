using Crossbar.Circuits;
using Crossbar.Machines;
using Crossbar.Mapping;
using Crossbar.Noise;
using Hopfield.Dynamics;
using Hopfield.Model;

namespace Crossbar.Checking;

/// <summary>What a cross-check compares, and how exactly.</summary>
public sealed record CrossCheckOptions
{
    /// <summary>Neurons, wires and schedule of the circuit.</summary>
    public ContinuousMachineParameters Parameters { get; init; } = new();

    /// <summary>Dynamic noise of the run that is checked; null for none. With noise the circuit engines get the run's own samples
    /// (<see cref="NoisyReplay"/>).</summary>
    public NoiseSettings? Noise { get; init; }

    /// <summary>How weights become conductances.</summary>
    public IWeightMapping Mapping { get; init; } = new DifferentialPairMapping();

    /// <summary>The SPICE engines to run beside the reduced one; absent ones are listed with the reason.</summary>
    public IReadOnlyList<ICircuitEngine> SpiceEngines { get; init; } = [];

    /// <summary>Relative tolerance at which each SPICE engine is compared. Default 1e-6 (our choice). It also runs at its own defaults,
    /// what users get who ask for nothing: those are off by millivolts while neurons switch, and the report shows that beside the
    /// other.</summary>
    public double SpiceTolerance { get; init; } = 1e-6;

    /// <summary>Largest array that SPICE engines are given, cells, with ideal wires. Default 100,000 (our choice: about a
    /// minute).</summary>
    public int LargestIdealCells { get; init; } = 100_000;

    /// <summary>Largest array that SPICE engines are given, cells, with resistive wires or of memristors. Default 2,500 (our choice: N = 32
    /// takes 10 s, N = 64 8 min).</summary>
    public int LargestWiredCells { get; init; } = 2_500;

    /// <summary>The digital engine.</summary>
    public IMachine Digital { get; init; } = new AsynchronousDynamics();
}
