using Cli.Output;
using Cli.Solving;

namespace Cli.Demo;

/// <summary>The JSON record of <c>hopfield demo</c>.</summary>
public sealed record DemoReport
{
    /// <summary>Version of this program.</summary>
    public string Version { get; init; } = AppVersion.Text;

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>One record per problem that was run, as the solving verbs write them.</summary>
    public required IReadOnlyList<SolveReport> Problems { get; init; }

    /// <summary>The record as indented JSON with a newline at the end.</summary>
    public string ToJson() => JsonText.Of(this);
}
