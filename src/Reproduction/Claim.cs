using System.Diagnostics.CodeAnalysis;
using Hopfield.Numerics;

namespace Reproduction;

/// <summary>One published figure and how it is checked here. The verdict is computed from what is measured, never written down.</summary>
public sealed record Claim
{
    /// <summary>A claim whose properties are set by name.</summary>
    public Claim()
    {
    }

    /// <summary>A claim of a family whose claims differ in little: what every claim must say, in the order of the properties.</summary>
    [SetsRequiredMembers]
    public Claim(string id, string statement, string source, string published, string protocol, Interval reproduces,
        Func<ClaimContext, CancellationToken, Finding> measure) =>
        (Id, Statement, Source, Published, Protocol, Reproduces, Measure) = (id, statement, source, published, protocol, reproduces, measure);

    /// <summary>Stable name, "group.section.what": lower-case words joined by hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What is claimed, in one sentence that ends with the quantity that is measured.</summary>
    public required string Statement { get; init; }

    /// <summary>Who says so and where (authors, year, figure or table).</summary>
    public required string Source { get; init; }

    /// <summary>The published figure as it stands there, with its unit.</summary>
    public required string Published { get; init; }

    /// <summary>What was run here: sizes, rule, dynamics, noise, number of draws, what counts as success.</summary>
    public required string Protocol { get; init; }

    /// <summary>Where our figure counts as the published one: its value with the tolerance.</summary>
    public required Interval Reproduces { get; init; }

    /// <summary>Where our figure is expected, by an independent measurement or a proof; null where that is the published band itself. It
    /// differs where a claim is known not to reproduce: then the check is that it fails in the way we say.</summary>
    public Interval? Expected { get; init; }

    /// <summary>Unit of our figure; empty for pure numbers.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Why the verdict is not "reproduced", or what the published figure leaves out; empty where nothing is to be said.</summary>
    public string Why { get; init; } = "";

    /// <summary>Part of <c>--quick</c>: well under two seconds on one core.</summary>
    public bool Quick { get; init; }

    /// <summary>Needs the MNIST files, and is left out, visibly, where they are not found.</summary>
    public bool NeedsMnist { get; init; }

    /// <summary>Names of public benchmark files that it needs; it is left out, visibly, where one is not found.</summary>
    public IReadOnlyList<string> NeedsFiles { get; init; } = [];

    /// <summary>Name of an engine that it needs; it is left out, visibly, where that cannot run. Null for none.</summary>
    public string? NeedsEngine { get; init; }

    /// <summary>What it needs beside this program, in words; empty for nothing.</summary>
    public string Needs => string.Join(" and ", [.. NeedsMnist ? (string[])["MNIST (see 'hopfield data')"] : [],
        .. NeedsFiles.Count > 0 ? (string[])[$"{string.Join(", ", NeedsFiles)} (see --instances)"] : [],
        .. NeedsEngine is { } engine ? (string[])[$"{engine} (see 'hopfield list engines')"] : []]);

    /// <summary>Does the measurement. Long ones watch the token.</summary>
    public required Func<ClaimContext, CancellationToken, Finding> Measure { get; init; }

    /// <summary>The part of the id before the first dot: hebb, devices, noise …</summary>
    public string Group => Id.Split('.')[0];
}
