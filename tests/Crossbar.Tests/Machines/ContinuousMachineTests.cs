using Crossbar.Arrays;
using Crossbar.Checking;
using Crossbar.Circuits;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Mapping;
using Crossbar.Tests.Engines;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Machines;

public class ContinuousMachineTests(ITestOutputHelper output)
{
    private static double Optimum(IsingModel model)
    {
        double best = double.PositiveInfinity;
        var spins = new sbyte[model.Size];
        for (int bits = 0; bits < 1 << model.Size; bits++)
        {
            for (int i = 0; i < spins.Length; i++) spins[i] = (bits >> i & 1) == 1 ? (sbyte)1 : (sbyte)-1;
            best = Math.Min(best, model.Energy(spins));
        }
        return best;
    }

    /// <summary>
    /// Gain annealing on 12-node graphs: enumeration knows the optimum; 20 starts of each graph must find it at least once. Seeds are
    /// fixed, so this cannot fail by chance.
    /// </summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Settling_OfSmallMaxCuts_FindsTheEnumeratedOptimum(double segmentOhms)
    {
        for (ulong seed = 0; seed < 3; seed++)
        {
            var model = RandomIsing.MaxCut(12, seed);
            double optimum = Optimum(model);
            var machine = new ContinuousMachine(new ReducedEngine(),
                new ContinuousMachineParameters { Wires = ArrayWires.Uniform(segmentOhms) }, new DifferentialPairMapping()).Prepare(model);
            int hits = 0;
            for (int run = 0; run < 20; run++)
            {
                var key = RandomKey.FromSeed(seed).Fold(run);
                var trace = machine.Settle(RandomIsing.Start(12, key), key);
                Assert.True(trace.Settled, trace.Status);
                Assert.True(trace.Energy >= optimum - 1e-9);
                Assert.True(trace.ResidualAmperes < 1e-12);
                if (trace.Energy < optimum + 1e-9) hits++;
            }
            output.WriteLine($"graph {seed}: optimum {-optimum}, {hits} of 20 starts");
            Assert.True(hits > 0);
        }
    }

    [Fact]
    public void Settling_OfASingleBiasedNeuron_EndsAtTheFixedPointOfItsEquation()
    {
        // One neuron, no coupling: u = (G⁺ − G⁻) V / (1/R + ΣG), whatever the gain.
        var model = new IsingModel(Couplings.Sparse(1, []), [-1.0]);
        var parameters = new ContinuousMachineParameters { KeepWaveforms = true };
        var trace = new ContinuousMachine(new ReducedEngine(), parameters, new DifferentialPairMapping()).Prepare(model)
            .Settle([0.5], RandomKey.FromSeed(1));
        double sum = 1e-4 + 1e-6 + 2e-6 + 1e-4; // bias pair, own pair (both off), leak
        Assert.Equal(-(1e-4 - 1e-6) / sum, trace.Waveforms!["u0"][^1], 1e-6);
        Assert.Equal([-1], trace.Spins);
    }

    [Fact]
    public void Settling_WithTheSameKey_IsTheSameBitForBitOnAnyThread()
    {
        var machine = new ContinuousMachine().Prepare(RandomIsing.MaxCut(20, 1));
        var key = RandomKey.FromSeed(3);
        var start = RandomIsing.Start(20, key);
        var first = machine.Settle(start, key);
        var others = new SettlingTrace[8];
        Parallel.For(0, 8, i => others[i] = machine.Settle(start, key));
        Assert.All(others, other =>
        {
            Assert.Equal(first.TraceTimes, other.TraceTimes);
            Assert.Equal(first.EnergyJoules, other.EnergyJoules);
            Assert.Equal(first.SettleSeconds, other.SettleSeconds);
        });
    }

    /// <summary>
    /// Power balance over the whole run: what the drivers deliver is turned into heat or stored in the node capacitors. The heat is
    /// integrated here from the waveforms and the conductances, by the trapezoid rule on a fine grid, not by the engine.
    /// </summary>
    [Fact]
    public void EnergyDelivered_ByTheDrivers_IsHeatPlusStoredEnergy()
    {
        var compiled = CompiledHopfield.Compile(RandomIsing.Make(8, 2), new DifferentialPairMapping(), new ContinuousMachineParameters());
        var request = compiled.Request(RandomIsing.Start(8, RandomKey.FromSeed(1)));
        double[] grid = [.. Enumerable.Range(0, 40001).Select(k => k * 100 * compiled.TimeConstantSeconds / 40000)];
        var solution = new ReducedEngine().Load(compiled.Netlist).Transient(request with
        {
            StopSeconds = grid[^1],
            OutputSeconds = grid,
            RestVoltsPerSecond = null,
            RelativeTolerance = 1e-9,
            AbsoluteVolts = 1e-12,
        });
        var cells = compiled.Weights.Cells;
        double Heat(int k)
        {
            double watts = 0;
            for (int j = 0; j < 8; j++)
            {
                double u = solution.Volts.Values[j][k];
                watts += u * u / 1e4;
                for (int i = 0; i < cells.Rows; i++)
                {
                    double line = (i % 2 == 0 ? 1 : -1) * (i / 2 < 8 ? solution.Volts.Values[8 + i / 2][k] : 1);
                    watts += cells[i, j] * (line - u) * (line - u);
                }
            }
            return watts;
        }
        double heat = 0, stored = 0;
        for (int k = 1; k < grid.Length; k++) heat += 0.5 * (Heat(k) + Heat(k - 1)) * (grid[k] - grid[k - 1]);
        for (int j = 0; j < 8; j++)
            stored += 0.5e-12 * (Math.Pow(solution.Volts.Values[j][^1], 2) - Math.Pow(solution.Volts.Values[j][0], 2));
        output.WriteLine($"delivered {solution.DeliveredJoules:e9} J, heat {heat:e9} J, stored {stored:e3} J");
        Assert.Equal(heat + stored, solution.DeliveredJoules!.Value, 1e-6 * heat);
    }

    /// <summary>Every engine that is here, on tiles whose edges cut through differential pairs: 14 or 16 word lines and 7 bit lines by
    /// fives.</summary>
    [Theory, MemberData(nameof(EngineNames))]
    public void Tiles_WithWires_AreTheSameCircuitInEveryEngine(string name)
    {
        var engine = EngineList.Get(name);
        var parameters = new ContinuousMachineParameters { Wires = ArrayWires.Uniform(40), TileLines = 5 };
        var compiled = CompiledHopfield.Compile(RandomIsing.Make(7, 5), new DifferentialPairMapping(), parameters);
        Assert.True(compiled.Netlist.Elements.OfType<CrossbarArray>().Count() is 6 or 8);
        double tau = compiled.TimeConstantSeconds;
        var request = compiled.Request(RandomIsing.Start(7, RandomKey.FromSeed(3))) with
        {
            StopSeconds = 100 * tau,
            OutputSeconds = [.. Enumerable.Range(0, 101).Select(k => k * tau)],
            RestVoltsPerSecond = null,
            RelativeTolerance = 1e-7,
        };
        var reference = new ReducedEngine().Load(compiled.Netlist).Transient(request);
        var solution = engine.Load(compiled.Netlist).Transient(request);
        double worst = 0;
        for (int i = 0; i < 14; i++)
            for (int k = 0; k <= 100; k++) worst = Math.Max(worst, Math.Abs(solution.Volts.Values[i][k] - reference.Volts.Values[i][k]));
        output.WriteLine($"{name}: worst {worst:g3} V");
        Assert.InRange(worst, 0, name == "spicesharp" ? 1e-3 : 2e-4); // 7 µV in ngspice, 0.37 mV in SpiceSharp where an output switches
        Assert.True(reference.ResidualAmperes < 1e-12);
    }

    public static TheoryData<string> EngineNames => EngineList.Names;

    [Fact]
    public void Tiles_WithIdealWires_AreTheWholeArrayToRounding()
    {
        var model = RandomIsing.Make(20, 3);
        var start = RandomIsing.Start(20, RandomKey.FromSeed(2));
        SettlingTrace Settle(int lines) => new ContinuousMachine(new ReducedEngine(),
            new ContinuousMachineParameters { TileLines = lines, KeepWaveforms = true }, new DifferentialPairMapping()).Prepare(model)
                .Settle(start, RandomKey.FromSeed(2));
        var (whole, tiled) = (Settle(0), Settle(7));
        Assert.Equal(whole.Spins, tiled.Spins);
        Assert.Equal(whole.EnergyJoules!.Value, tiled.EnergyJoules!.Value, 1e-6 * whole.EnergyJoules.Value);
        for (int i = 0; i < 20; i++) Assert.Equal(whole.Waveforms!.Values[i][^1], tiled.Waveforms!.Values[i][^1], 1e-6);
    }

    /// <summary>IR drop grows with the length of lines: the currents at rest of smaller tiles are nearer to those without
    /// resistance.</summary>
    [Fact]
    public void Tiles_ThatAreSmaller_LoseLessToTheirWires()
    {
        var model = RandomIsing.Make(24, 3);
        double Loss(int lines, double ohms) => new ContinuousMachine(new ReducedEngine(),
            new ContinuousMachineParameters { TileLines = lines, KeepWaveforms = true, Wires = ArrayWires.Uniform(ohms), AnnealTimeConstants = 0 }, new DifferentialPairMapping())
            .Prepare(model).Settle(RandomIsing.Start(24, RandomKey.FromSeed(2)), RandomKey.FromSeed(2))
                .Waveforms!.Values[..24].Sum(u => Math.Abs(u[^1]));
        double ideal = Loss(0, 0), whole = Loss(0, 20), half = Loss(24, 20), small = Loss(6, 20);
        output.WriteLine($"sum of |u| at rest: ideal {ideal:f4}, whole {whole:f4}, tiles of 24 {half:f4}, of 6 {small:f4} V");
        Assert.True(whole < half && half < small && small < ideal);
    }

    [Fact]
    public void CrossCheck_OfASmallInstance_ComparesTheDigitalEngineAndExplains()
    {
        var model = RandomIsing.MaxCut(14, 2);
        var key = RandomKey.FromSeed(1);
        var report = CrossCheck.Run(model, RandomIsing.Start(14, key), key, new CrossCheckOptions());
        Assert.True(report.Agrees, string.Join("; ", report.Findings));
        Assert.Equal(["reduced", "digital (asynchronous)"], report.Rows.Select(row => row.Engine));
        Assert.All(report.Rows, row => Assert.NotEmpty(row.Explanation));
        Assert.Equal(0, report.DescentFlips);
    }

    [Fact]
    public void Comparison_OfStates_SaysReversedDegenerateUndecidedOrOtherBasin()
    {
        var ring = new IsingModel(Couplings.Sparse(4, [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)]));
        Assert.Equal("same spins", SpinComparison.Explain(ring, [1, 1, 1, 1], [1, 1, 1, 1]));
        Assert.Contains("reversed", SpinComparison.Explain(ring, [1, 1, 1, 1], [-1, -1, -1, -1]));
        Assert.Contains("undecided", SpinComparison.Explain(ring, [1, 1, 1, 1], [1, 1, 1, -1], [1, 1, 1, -0.1]));
        Assert.Contains("degenerate", SpinComparison.Explain(ring, [1, 1, 1, -1], [-1, 1, 1, 1]));
        Assert.Contains("could still lower", SpinComparison.Explain(ring, [1, 1, 1, 1], [1, 1, 1, -1]));
        Assert.Contains("different basin", SpinComparison.Explain(
            new IsingModel(Couplings.Sparse(4, [(0, 1, 1.0), (1, 2, 0.1), (2, 3, 1.0)]), [0.01, 0, 0, 0]), [1, 1, 1, 1], [-1, -1, -1, -1]));
    }
}
