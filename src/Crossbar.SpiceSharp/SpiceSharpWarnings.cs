using SpiceSharp;

namespace Crossbar.SpiceSharp;

/// <summary>What SpiceSharp warns about while one simulation runs. Its event is static, for all simulations of the process; a simulation
/// runs on the thread that asked for it, so the thread tells whose warning it is.</summary>
internal sealed class SpiceSharpWarnings : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<string> _lines = [];

    public SpiceSharpWarnings() => SpiceSharpWarning.WarningGenerated += Keep;

    public IReadOnlyList<string> Lines => _lines;

    public void Dispose() => SpiceSharpWarning.WarningGenerated -= Keep;

    private void Keep(object? sender, WarningEventArgs e)
    {
        if (Environment.CurrentManagedThreadId == _thread) _lines.Add(e.Message.ReplaceLineEndings(" "));
    }
}
