using Studies.Records;
using Studies.Solving;

namespace Cli.Demo;

/// <summary>The JSON record of <c>hopfield demo</c>.</summary>
/// <param name="Version">Version of this program.</param>
/// <param name="Seed">Seed of every random choice.</param>
/// <param name="Problems">One record per problem that was run, as the solving verbs write them.</param>
internal sealed record DemoRecord(string Version, ulong Seed, IReadOnlyList<SolveRecord> Problems)
{
    internal DemoRecord(ulong seed, IReadOnlyList<SolveRecord> problems) : this(ProgramVersion.Text, seed, problems)
    {
    }
}
