using Crossbar.Machines;
using Hopfield.Model;
using Studies.Solving;

namespace Cli.Reports;

/// <summary>The best run's circuit, settled once more by the same engine from the same start: runs keep no waveforms, and on the engine's
/// own steps, which are long where nothing moves, curves would look angular.</summary>
/// <param name="Compiled">The circuit.</param>
/// <param name="Trace">The settling, until a little after it had settled.</param>
/// <param name="Neurons">The neurons' voltages over that time.</param>
internal sealed record CircuitReplay(CompiledHopfield Compiled, SettlingTrace Trace, NeuronProbes Neurons)
{
    private const int Samples = 1000;

    /// <summary>Shown time over settle time: enough to see that nothing moves any more (our choice).</summary>
    private const double Beyond = 1.25;

    /// <summary>Settles again on the circuit that the runs were made on; null where there is no circuit or no finished run, and for
    /// cancelled work, whose user wants to leave.</summary>
    internal static CircuitReplay? Of(SolveRecord record)
    {
        if (record.Cancelled || record.Main is not { Best: { } best, Prepared: PreparedContinuousMachine machine }) return null;
        double end = best.Trace.TraceTimes[^1];
        double shown = best.Trace.SettleSeconds is { } settle and > 0 ? Math.Min(end, Beyond * settle) : end;
        var (trace, solution) = machine.Settle(machine.Compiled.Request(best.Start) with
        {
            StopSeconds = shown,
            RestVoltsPerSecond = null,
            OutputSeconds = [.. Enumerable.Range(0, Samples + 1).Select(k => shown * k / Samples)],
        }, best.Key);
        return new(machine.Compiled, trace, machine.Compiled.Probes(solution.Volts));
    }
}
