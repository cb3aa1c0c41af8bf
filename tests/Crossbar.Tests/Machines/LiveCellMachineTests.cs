using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Crossbar.Programming;
using Crossbar.Tests.Engines;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Machines;

/// <summary>The continuous machine whose cells are devices.</summary>
public sealed class LiveCellMachineTests(ITestOutputHelper output)
{
    private static DifferentialPairMapping Over(ArrayDevice cells) => new() { OffSiemens = cells.Range.Off, OnSiemens = cells.Range.On };

    private static SettlingTrace Settle(IsingModel model, ContinuousMachineParameters parameters, IWeightMapping mapping,
        ICircuitEngine? engine = null)
    {
        var key = RandomKey.FromSeed(5);
        return new ContinuousMachine(engine ?? new ReducedEngine(), parameters, mapping).Prepare(model)
            .Settle(RandomIsing.Start(model.Size, key), key, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void CellsTooSlowToMove_SettleLikeFixedConductances()
    {
        var model = RandomIsing.MaxCut(10, 3);
        var cells = new ArrayDevice(new LinearIonDrift { MobilitySquareMetersPerVoltSecond = 1e-20 }); // linear, and moves within days
        var parameters = new ContinuousMachineParameters { KeepWaveforms = true };
        SettlingTrace still = Settle(model, parameters, Over(cells)), live = Settle(model, parameters with { Cells = cells }, Over(cells));
        Assert.True(live.Settled, live.Status);
        Assert.Equal(still.Spins, live.Spins);
        // The moment of a crossing lies on a straight line between samples, which two methods take at other times.
        Assert.Equal(still.SettleSeconds!.Value, live.SettleSeconds!.Value, 1e-2 * still.SettleSeconds.Value);
        Assert.Equal(still.EnergyJoules!.Value, live.EnergyJoules!.Value, 1e-2 * still.EnergyJoules.Value);
        output.WriteLine($"moved {live.Cells}");
        for (int s = 0; s < 20; s++) Assert.Equal(still.Waveforms!.Values[s][^1], live.Waveforms!.Values[s][^1], 1e-5);
        Assert.InRange(live.Cells!.WorstFraction, 0, 1e-5);
        Assert.Null(still.Cells);
        Assert.True(live.ResidualAmperes < 1e-12);
    }

    [Fact]
    public void CellsBeyondTheirThreshold_MoveAndSaySo()
    {
        var model = RandomIsing.MaxCut(8, 1);
        var cells = new ArrayDevice(new Vteam());
        var low = Settle(model, new() { Cells = cells, SupplyVolts = 0.015 }, Over(cells));
        var high = Settle(model, new() { Cells = cells, SupplyVolts = 1 }, Over(cells));
        output.WriteLine($"15 mV: {low.Cells}; 1 V: {high.Cells}");
        Assert.Equal(0, low.Cells!.WorstFraction);
        Assert.InRange(high.Cells!.WorstFraction, 0.5, 1);
        Assert.InRange(high.Cells.RmsFraction, 0.1, high.Cells.WorstFraction);
    }

    public static TheoryData<string> SpiceEngines => ["ngspice", "spicesharp"];

    [Theory]
    [MemberData(nameof(SpiceEngines))]
    public void DriftWhileSettling_OnAnotherEngine_IsTheSame(string name)
    {
        var engine = EngineList.Get(name);
        var model = RandomIsing.MaxCut(6, 2);
        var cells = new ArrayDevice(new KnowmMetastableSwitch { TimeConstantSeconds = 5e-9 });
        var parameters = new ContinuousMachineParameters { Cells = cells, StopTimeConstants = 80, AnnealTimeConstants = 20, RelativeTolerance = 1e-5, AbsoluteVolts = 1e-7 };
        var ours = Settle(model, parameters with { RestFraction = 1e-30 }, Over(cells));
        var theirs = Settle(model, parameters with { RestFraction = 1e-30 }, Over(cells), engine);
        output.WriteLine($"reduced {ours.Cells}, {ours.EnergyJoules:g5} J; {name} {theirs.Cells}, {theirs.EnergyJoules:g5} J");
        Assert.InRange(ours.Cells!.WorstFraction, 0.05, 1);
        Assert.Equal(ours.Spins, theirs.Spins);
        Assert.Equal(ours.Cells.WorstFraction, theirs.Cells!.WorstFraction, 1e-3);
        Assert.Equal(ours.Cells.RmsFraction, theirs.Cells.RmsFraction, 1e-3);
    }

    [Fact]
    public void ConductanceThatTheDeviceDoesNotReach_IsRefused()
    {
        var cells = new ArrayDevice(new Vteam());
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            CompiledHopfield.Compile(RandomIsing.MaxCut(4, 1), new DifferentialPairMapping(),
            new() { Cells = cells }));
        Assert.Contains("conductance of device vteam at 0.1 V", error.Message, StringComparison.Ordinal);
    }
}
