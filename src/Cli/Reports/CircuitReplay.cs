using Cli.Solving;
using Crossbar.Machines;
using Hopfield.Model;

namespace Cli.Reports;

/// <summary>
/// The best run's circuit, settled once more by the same engine from the same start: runs keep no waveforms, and on the engine's own
/// steps, which are long where nothing moves, curves would look angular.
/// </summary>
/// <param name="Compiled">The circuit.</param>
/// <param name="Trace">The settling, until a little after it had settled.</param>
/// <param name="Volts">Node voltages over that time, V: u0 … uN−1, then p0 … pN−1.</param>
internal sealed record CircuitReplay(CompiledHopfield Compiled, SettlingTrace Trace, Waveforms Volts)
{
    private const int Samples = 1000;

    /// <summary>Shown time over settle time: enough to see that nothing moves any more (our choice).</summary>
    private const double Beyond = 1.25;

    /// <summary>Settles again; null where there is no circuit or no finished run, and for cancelled work, whose user wants to
    /// leave.</summary>
    internal static CircuitReplay? Of(SolveOutcome outcome)
    {
        if (!outcome.Settings.IsCircuit || outcome.Cancelled || outcome.Main.Best is not { } best) return null;
        var machine = MachineSettings.Continuous(outcome.Main.Problem, outcome.Settings);
        var compiled = CompiledHopfield.Compile(outcome.Main.Model, machine.Mapping, machine.Parameters);
        var prepared = new PreparedContinuousMachine(compiled, machine.Engine.Load(compiled.Netlist));
        double end = best.Trace.TraceTimes[^1];
        double shown = best.Trace.SettleSeconds is { } settle and > 0 ? Math.Min(end, Beyond * settle) : end;
        var (trace, solution) = prepared.Settle(compiled.Request(best.Start) with
        {
            StopSeconds = shown,
            RestVoltsPerSecond = null,
            OutputSeconds = [.. Enumerable.Range(0, Samples + 1).Select(k => shown * k / Samples)],
        }, SolveResult.KeyOf(outcome.Settings.Seed, best.Number));
        return new(compiled, trace, solution.Volts);
    }
}
