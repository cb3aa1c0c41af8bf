using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Crossbar.Tests.Engines;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Reduced;

/// <summary>Memristors among neurons: every device on every engine. Waveforms agree to 1e-3 of the drive and states to 1e-2 of their range
/// at
/// the time where they differ most; an edge may be displaced by 1e-4 of the run, since some devices switch within a millionth of
/// it.</summary>
public sealed class LiveCellContractTests(ITestOutputHelper output)
{
    private const double EdgeShift = 1e-4;

    public static TheoryData<string, string> Pairs =>
        [.. Catalog.Of<IDeviceModel>().SelectMany(device => new[] { "ngspice", "spicesharp" }.Select(engine => (device.Name, engine)))];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void SixCellsThatMove_OnAnotherEngine_AgreeWithReduced(string name, string engineName)
    {
        var device = Catalog.Find<IDeviceModel>(name, "device");
        var netlist = LiveCells.Circuit(device);
        var theirs = EngineList.Get(engineName).Load(netlist)
            .Transient(LiveCells.Request(device, Tolerance(name, engineName)), TestContext.Current.CancellationToken);
        var ours = new ReducedEngine().Load(netlist).Transient(LiveCells.Request(device, 1e-6));
        double shift = EdgeShift * LiveCells.StopSeconds(device);
        double volts = 0, states = 0, moved = 0;
        for (int s = 0; s < netlist.ProbeNodes.Count; s++)
        {
            bool isState = netlist.ProbeNodes[s].Contains("_s", StringComparison.Ordinal);
            double[] a = ours.Volts.Values[s], b = theirs.Volts.Values[s];
            double worst = Enumerable.Range(0, b.Length).Max(k => Outside(ours.Volts, s, theirs.Volts.Seconds[k], shift, b[k]));
            if (isState) (states, moved) = (Math.Max(states, worst), Math.Max(moved, a.Max() - a.Min()));
            else volts = Math.Max(volts, worst / Math.Abs(LiveCells.Volts(device)));
        }
        output.WriteLine($"{name} against {engineName}: nodes {volts:e1} of the drive, states {states:e1} of their range, which moved by {moved:f2}; "
            + $"steps {ours.Steps} and {theirs.Steps}, residual {ours.ResidualAmperes:e1} A");
        Assert.True(ours.Converged);
        Assert.InRange(volts, 0, 1e-3);
        Assert.InRange(states, 0, 1e-2);
        if (device.Pulses is not null) Assert.True(moved > 0.02, "the circuit must be one in which the cells move");
        foreach (var solution in (CircuitSolution[])[ours, theirs])
        {
            Assert.Equal(netlist.ProbeNodes.Count - 3, solution.FinalStates?.Count ?? 0);
            foreach (var (node, end) in solution.FinalStates ?? new Dictionary<string, double>())
                Assert.Equal(solution.Volts[node][^1], end, 1e-12);
        }
    }

    /// <summary>SpiceSharp gives up below 1e-9 of its largest step: at 1e-4 it gets over JART, which switches within picoseconds of a run
    /// of seconds, and TEAM's threshold takes it 700,000 steps at 1e-5.</summary>
    private static double Tolerance(string device, string engine) => engine == "ngspice" ? 1e-6 : device == "jart-vcm-1b" ? 1e-4 : 1e-5;

    /// <summary>How far a value lies outside of what a waveform passes within a shift around a time.</summary>
    private static double Outside(Waveforms waves, int signal, double seconds, double shift, double value)
    {
        double before = waves.At(signal, seconds - shift), now = waves.At(signal, seconds), after = waves.At(signal, seconds + shift);
        double low = Math.Min(now, Math.Min(before, after)), high = Math.Max(now, Math.Max(before, after));
        return Math.Max(0, Math.Max(low - value, value - high));
    }
}
