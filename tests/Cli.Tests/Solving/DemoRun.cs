using Cli.Tests.Shell;
using Cli.Tests.Solving;

[assembly: AssemblyFixture(typeof(DemoRun))]

namespace Cli.Tests.Solving;

/// <summary>One run of <c>hopfield demo --json demo.json</c> in a folder of its own, for all tests that look at what it leaves: the demo is
/// the longest command there is.</summary>
public sealed class DemoRun : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Lazy<Task<HopfieldResult>> _result;

    public DemoRun() => _result = new(() => HopfieldProcess.RunInAsync(_folder.Root, "demo", "--json", "demo.json"));

    /// <summary>Full path of a file that it wrote.</summary>
    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    internal Task<HopfieldResult> ResultAsync() => _result.Value;
}
