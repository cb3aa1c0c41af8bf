using Hopfield.Sampling;
using Studies.Records;

namespace Cli.Boltzmann;

/// <summary>The JSON record of <c>hopfield boltzmann train</c>. Names and meanings are stable; later versions only add.</summary>
public sealed record TrainingReport
{
    /// <summary>"restricted" or "visible".</summary>
    public required string Machine { get; init; }

    /// <summary>Visible spins.</summary>
    public required int Visible { get; init; }

    /// <summary>Hidden spins.</summary>
    public required int Hidden { get; init; }

    /// <summary>Number of training pictures.</summary>
    public required int Patterns { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Every finished epoch.</summary>
    public required IReadOnlyList<TrainingEpoch> Epochs { get; init; }

    /// <summary>Of the training pictures, at the end; null when Ctrl-C ended the training.</summary>
    public required LikelihoodReport? Likelihood { get; init; }

    /// <summary>True when Ctrl-C ended the training.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Version of this program.</summary>
    public string Version { get; init; } = ProgramVersion.Text;
}
