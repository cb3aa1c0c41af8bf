using Crossbar.Arrays;
using Crossbar.Bench;
using Crossbar.Devices;
using Hopfield.Numerics;

namespace Crossbar.Programming;

/// <summary>How a matrix is written onto an array.</summary>
public sealed record WriteVerifyOptions
{
    /// <summary>A cell is done when its read conductance is within this fraction of its target. Default 0.02 (our choice; passive arrays
    /// reach 0.035 to 0.05: Mahmoodi et al. 2019). Range: 1e-5 … 0.5.</summary>
    public double Tolerance { get; init => field = Check.InRange(value, 1e-5, 0.5, nameof(Tolerance)); } = 0.02;

    /// <summary>Pulses that a cell may get. Default 200 (our choice). Range: ≥ 1.</summary>
    public int PulseBudget { get; init => field = Check.AtLeast(value, 1, nameof(PulseBudget)); } = 200;

    /// <summary>Read voltage, V. Reads are taken to change nothing. Default 0.1 (our choice, the usual read of the sources). Range: 1e-3 …
    /// 1.</summary>
    public double ReadVolts { get; init => field = Check.InRange(value, 1e-3, 1, nameof(ReadVolts), "V"); } = 0.1;

    /// <summary>Standard deviation of a read, as a fraction of what is read. Default 0 (our choice). Range: 0 … 0.5.</summary>
    public double ReadNoise { get; init => field = Check.InRange(value, 0, 0.5, nameof(ReadNoise)); }

    /// <summary>Pulses; null for the device's own.</summary>
    public ProgrammingPulses? Pulses { get; init; }

    /// <summary>Null: every cell has its own transistor and sees its own pulse. Else the array is passive and a pulse reaches all
    /// cells. Range: a scheme that holds every line at a voltage.</summary>
    public BiasScheme? Scheme
    {
        get;
        init => field = value is { IsFloating: true }
            ? throw new ArgumentException($"Scheme '{value.Name}' leaves lines floating; expected one that holds them.", nameof(Scheme))
            : value;
    }

    /// <summary>Times that a passive array is gone through; later passes repair what earlier ones disturbed. Default 1 (our choice).
    /// Range: ≥ 1.</summary>
    public int Passes { get; init => field = Check.AtLeast(value, 1, nameof(Passes)); } = 1;

    /// <summary>Wires of a passive array. Default ideal (our choice).</summary>
    public ArrayWires Wires { get; init; } = ArrayWires.Ideal;

    /// <summary>Device-to-device and cycle-to-cycle variation. Default none.</summary>
    public CellVariation Variation { get; init; } = new();

    /// <summary>Permanent faults. Default none.</summary>
    public ArrayFaults Faults { get; init; } = new();

    /// <summary>Error per step of the integration, see <see cref="CellIntegrator"/>. Default 1e-4 (our choice). Range: 1e-8 …
    /// 1e-2.</summary>
    public double IntegrationTolerance { get; init => field = Check.InRange(value, 1e-8, 1e-2, nameof(IntegrationTolerance)); } = 1e-4;
}
