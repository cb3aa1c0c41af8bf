using Hopfield.Files;
using Hopfield.Model;

namespace Solvers.Problems;

/// <summary>A weight matrix as a problem of its own: the score is the energy.</summary>
/// <param name="Name">Name of the instance.</param>
/// <param name="Model">The model itself.</param>
public sealed record IsingProblem(string Name, IsingModel Model) : IProblem
{
    /// <inheritdoc/>
    public string ScoreName => "energy";

    /// <inheritdoc/>
    public ScoreSense Sense => ScoreSense.Minimise;

    /// <inheritdoc/>
    public int SpinCount => Model.Size;

    /// <inheritdoc/>
    public BestKnown? BestKnown => null;

    /// <inheritdoc/>
    public IsingModel Encode() => Model;

    /// <inheritdoc/>
    public Solution Decode(ReadOnlySpan<sbyte> spins) => new() { Score = Model.Energy(spins) };
}

/// <summary>Reads weight matrices.</summary>
public sealed class IsingProblemReader : IProblemReader
{
    /// <inheritdoc/>
    public string Name => "ising";

    /// <inheritdoc/>
    public string Summary => "a symmetric weight matrix (.npy, .csv)";

    /// <inheritdoc/>
    public bool Claims(string path, string firstLine) => Path.GetExtension(path).ToLowerInvariant() is ".npy" or ".csv";

    /// <inheritdoc/>
    public IProblem Read(string path) => new IsingProblem(Path.GetFileNameWithoutExtension(path), IsingFile.Read(path));
}
