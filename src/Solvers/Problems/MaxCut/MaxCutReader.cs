namespace Solvers.Problems.MaxCut;

/// <summary>Reads rudy and G-set graphs.</summary>
public sealed class MaxCutReader : IProblemReader
{
    /// <inheritdoc/>
    public string Name => "maxcut";

    /// <inheritdoc/>
    public string Summary => "a MAX-CUT graph (rudy, G-set)";

    /// <inheritdoc/>
    public bool Claims(string path, string firstLine) =>
        Path.GetExtension(path).ToLowerInvariant() is not (".npy" or ".csv" or ".tsp")
        && firstLine.AsSpan().Trim() is [>= '0' and <= '9', ..] or ['c', ' ', ..];

    /// <inheritdoc/>
    public IProblem Read(string path) => RudyFile.Read(path);
}
