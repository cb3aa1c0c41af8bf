using Hopfield.Numerics;

namespace Reproduction;

/// <summary>What a claim's measurement gave.</summary>
/// <param name="Value">Our figure, in the claim's unit.</param>
public sealed record Finding(double Value)
{
    /// <summary>95 % interval of <see cref="Value"/>; null where it has no spread (a fixed input, or a proof checked in numbers).</summary>
    public Interval? Interval { get; init; }

    /// <summary>The figure under the protocol that the source may have meant; null where none was tried.</summary>
    public double? OtherProtocol { get; init; }

    /// <summary>More of what was seen: the row of a table, the control, the runner-up.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Further conditions that failed, each a sentence; any of them makes the claim not as expected.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <summary>A share of independent trials with its interval.</summary>
    public static Finding Share(long successes, long trials) =>
        new((double)successes / trials) { Interval = Interval.OfShare(successes, trials) };

    /// <summary>A mean of independent draws with its interval.</summary>
    public static Finding Mean(IReadOnlyList<double> draws) => new(draws.Average()) { Interval = Interval.OfMean(draws) };

    /// <summary>This finding with a further condition, given as a sentence that is true when it holds.</summary>
    public Finding Require(bool holds, string sentence) => holds ? this : this with { Failures = [.. Failures, $"not so: {sentence}"] };
}
