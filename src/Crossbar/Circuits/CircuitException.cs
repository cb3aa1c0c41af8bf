namespace Crossbar.Circuits;

/// <summary>A simulator could not answer.</summary>
public sealed class CircuitException : Exception
{
    /// <summary>Says which engine failed on what, and why.</summary>
    /// <param name="engine">Engine name.</param>
    /// <param name="message">What happened, in one sentence.</param>
    /// <param name="deckPath">The deck it ran, if there is one on disk.</param>
    /// <param name="log">The tail of its log.</param>
    public CircuitException(string engine, string message, string? deckPath = null, string? log = null)
        : base(message) => (Engine, DeckPath, Log) = (engine, deckPath, log);

    /// <summary>Engine name.</summary>
    public string Engine { get; }

    /// <summary>The deck it ran, if there is one on disk.</summary>
    public string? DeckPath { get; }

    /// <summary>The tail of its log.</summary>
    public string? Log { get; }
}
