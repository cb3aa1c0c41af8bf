namespace Hopfield.Model;

/// <summary>The record of one settling on any machine, digital or circuit: what came out, how, and how far it can be trusted.</summary>
public sealed record SettlingTrace
{
    /// <summary>Machine name ("digital", "continuous" …).</summary>
    public required string Machine { get; init; }

    /// <summary>What did the arithmetic ("asynchronous", "reduced", "ngspice" …).</summary>
    public required string Engine { get; init; }

    /// <summary>Key of this run's random numbers.</summary>
    public required ulong Key { get; init; }

    /// <summary>Decoded final spins, N values ±1.</summary>
    public required sbyte[] Spins { get; init; }

    /// <summary>E of the final spins, recomputed from the model, not taken from the machine.</summary>
    public required double Energy { get; init; }

    /// <summary>Spins of the lowest energy that the run ever held; null where the machine only goes downhill or does not keep it.</summary>
    public sbyte[]? BestSpins { get; init; }

    /// <summary>E of <see cref="BestSpins"/>, recomputed from the model; null without them.</summary>
    public double? BestEnergy { get; init; }

    /// <summary>The energy as the machine's own arithmetic has it: incremental sum (digital) or from its voltages (circuit).</summary>
    public required double EngineEnergy { get; init; }

    /// <summary>True when the machine reached rest (fixed point, or waveforms within the settle tolerance).</summary>
    public required bool Settled { get; init; }

    /// <summary>One sentence on how the run ended.</summary>
    public required string Status { get; init; }

    /// <summary>Time to settle, s; null for machines without a clock or when it did not settle.</summary>
    public double? SettleSeconds { get; init; }

    /// <summary>Energy delivered to the array by its drivers until it settled (or to the end of a run that did not), J; null where nothing
    /// electrical ran.</summary>
    public double? EnergyJoules { get; init; }

    /// <summary>Largest Kirchhoff current residual, A; null where nothing electrical ran.</summary>
    public double? ResidualAmperes { get; init; }

    /// <summary>How far the cells moved; null where they are fixed conductances or none.</summary>
    public CellMotion? Cells { get; init; }

    /// <summary>Positions of the energy trace: seconds (circuit) or spin updates (digital).</summary>
    public double[] TraceTimes { get; init; } = [];

    /// <summary>E of the spins at those positions.</summary>
    public double[] TraceEnergies { get; init; } = [];

    /// <summary>Counted work of a digital run.</summary>
    public OperationCounts? Operations { get; init; }

    /// <summary>Node voltages of a circuit run; null for digital runs or when not asked for.</summary>
    public Waveforms? Waveforms { get; init; }

    /// <summary>Warnings, each a sentence; a run that did not converge says so here and in <see cref="Status"/>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
