using Crossbar.Arrays;
using Crossbar.Costs;
using Crossbar.Engines.Ngspice;
using Crossbar.Engines.Reduced;
using Crossbar.Machines;
using Crossbar.Machines.Clocked;
using Crossbar.Mapping;
using Hopfield.Model;
using Hopfield.Numerics;

namespace Crossbar.Tests.Costs;

public class CostTests(ITestOutputHelper output)
{
    private static CostRow Row(string component = "cells", string source = "s", double count = 2, double joules = 3) => new()
    {
        Component = component,
        Per = "clock",
        Count = count,
        UnitJoules = joules,
        Source = source,
        Evidence = CostEvidence.Modelled,
    };

    [Fact]
    public void Row_WithoutSourceOrName_CannotBeMade()
    {
        Assert.Throws<ArgumentException>(() => Row(source: "  "));
        Assert.Throws<ArgumentException>(() => Row(component: ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Row(count: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Row(joules: double.NaN));
    }

    [Fact]
    public void Ledger_IsTheSumOfItsRows()
    {
        var ledger = new CostLedger("m", 2, [Row(), Row(count: 1, joules: 4)]);
        Assert.Equal((10, 5), (ledger.Joules, ledger.Watts));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CostLedger("m", 0, []));
    }

    public static TheoryData<string> PresetNames => [.. CostPresetFile.Presets().Select(preset => preset.Name)];

    /// <summary>Every item of every preset has a source and a known quantity, and enters a ledger.</summary>
    [Theory]
    [MemberData(nameof(PresetNames))]
    public void Preset_OfTheProgram_HasASourceForEveryFigure(string name)
    {
        var preset = CostPresetFile.Find(name);
        Assert.All(preset.Items, item => Assert.True(item.Source.Length > 10, item.Component));
        Assert.True(preset.Summary.Length > 10);
        var ledger = preset.Apply(Activity.OfClocked(60, new() { BatchColumns = 10 }, 120, 1e6), []);
        Assert.All(ledger.Rows, row => Assert.NotEmpty(row.Source));
        Assert.True(ledger.Joules >= 0);
    }

    /// <summary>Cai et al. 2020, Table 1, from its own parts: 50 cycles of 6 clocks of 2 ns, p = .361, 10.9 mW.</summary>
    [Fact]
    public void CaiTable1_FromItsParts_IsReproduced()
    {
        var parameters = new ClockedMachineParameters { Cycles = 50, BatchColumns = 10, ClockHertz = 500e6 };
        var ledger = CostPresetFile.Find("cai-2020-table1").Apply(Activity.OfClocked(60, parameters, 60, 1e6), []);
        var solution = ToSolution.Of(ledger, 361, 1000, wholeRuns: true);
        Assert.Equal(600e-9, ledger.Seconds, 1e-15);
        Assert.Equal(10.9e-3, ledger.Watts, 1e-9);
        Assert.Equal(11, solution.Runs);
        Assert.Equal(6.6e-6, solution.Seconds, 1e-12);
        Assert.Equal(72e-9, solution.Joules, 0.1e-9);
        Assert.Equal(1.38e7, solution.SolutionsPerJoule, 0.02e7);
        Assert.Equal(2.18e-12, ledger.Joules / (50 * 60), 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void CaiComponents_SumToTheirPrintedTotals(int columns)
    {
        // One clock that reads one or ten columns: the printed totals are 33.02 and 60.87 pJ.
        var parameters = new ClockedMachineParameters { Cycles = 1, BatchColumns = columns, ClockHertz = 1e9 };
        var preset = CostPresetFile.Find("cai-2019-table-s1") with { Overhead = 1 };
        var ledger = preset.Apply(Activity.OfClocked(columns, parameters, 64, 1e6), []);
        double joules = ledger.Rows.Where(row => row.Per != "second").Sum(row => row.Joules);
        Assert.Equal(columns == 1 ? 33.02e-12 : 60.87e-12, joules, columns == 1 ? 0.02e-12 : 0.5e-12);
        Assert.Equal(29.45e-12, ledger.Rows.Single(row => row.IsUnexplained).Joules, 1e-16);
    }

    /// <summary>What arithmetic says: the array's energy per run halves with the clock's period, and with half the columns per clock
    /// doubles.</summary>
    [Fact]
    public void ClockAndBatch_ChangeTheLedgerAsArithmeticSays()
    {
        var model = RandomIsing.MaxCut(20, 1);
        var weights = new DifferentialPairMapping().Map(model);
        sbyte[][] states = [Spins.Random(20, RandomKey.FromSeed(1))];
        CostLedger Ledger(ClockedMachineParameters parameters)
        {
            var activity = Activity.OfClocked(20, parameters, weights.Cells.Rows, 1e6);
            return CostPresetFile.Find("components-32nm")
                .Apply(activity, ArrayReadPower.Of(weights, parameters, states).Rows(activity, parameters));
        }
        var slow = new ClockedMachineParameters { ClockHertz = 250e6, BatchColumns = 5, Cycles = 10 };
        CostLedger a = Ledger(slow), b = Ledger(slow with { ClockHertz = 500e6 }), c = Ledger(slow with { Cycles = 20 }),
            d = Ledger(slow with { BatchColumns = 10 });
        Assert.Equal(a.Seconds, 2 * b.Seconds, 1e-18);
        Assert.Equal(a.MeasuredJoules, 2 * b.MeasuredJoules, 1e-18);
        Assert.Equal(2 * a.MeasuredJoules, c.MeasuredJoules, 1e-18);
        Assert.Equal(a.MeasuredJoules, 2 * d.MeasuredJoules, 1e-18);
        // Leakage alone depends on the clock among the modelled rows.
        Assert.Equal(a.Rows.Where(row => row.Per != "second" && row.Evidence == CostEvidence.Modelled).Sum(row => row.Joules),
            b.Rows.Where(row => row.Per != "second" && row.Evidence == CostEvidence.Modelled).Sum(row => row.Joules), 1e-24);
    }

    [Fact]
    public void ArrayPower_WithIdealWires_IsTheSquareOfTheVoltageTimesTheConductances()
    {
        var weights = new DifferentialPairMapping().Map(RandomIsing.Make(12, 3));
        sbyte[][] states = [Spins.Random(12, RandomKey.FromSeed(1)), Spins.Random(12, RandomKey.FromSeed(2))];
        var power = ArrayReadPower.Of(weights, new() { ReadVolts = 0.3 }, states);
        Assert.Equal(0.09 * weights.Cells.Siemens.Sum(), power.CellWatts, 1e-12);
        Assert.Equal(0, power.WireWatts + power.TerminalWatts, 1e-15);
        var off = ArrayReadPower.Of(weights, new() { ReadVolts = 0.3, Unselected = UnselectedColumns.Off, BatchColumns = 4 }, states);
        Assert.Equal(power.CellWatts / 3, off.CellWatts, 1e-12);
        var wired = ArrayReadPower.Of(weights, new() { ReadVolts = 0.3, Wires = ArrayWires.Uniform(10), DriverOhms = 100 }, states);
        Assert.True(wired.SuppliedWatts < power.SuppliedWatts && wired.WireWatts > 0 && wired.TerminalWatts > 0);
        Assert.InRange(wired.Imbalance, 0, 1e-6);
        // Tiles of ideal lines are one array.
        Assert.Equal(power.CellWatts, ArrayReadPower.Of(weights, new() { ReadVolts = 0.3, TileLines = 4 }, states).CellWatts, 1e-12);
    }

    /// <summary>The preset's figure is Walden's: 34 fJ for each of 2^8 steps.</summary>
    [Fact]
    public void Adc_FromItsFigureOfMerit_CostsWhatThePresetSays()
    {
        var item = CostPresetFile.Find("components-walden-adc")
            .Items.Single(item => item.Component.StartsWith("ADC", StringComparison.Ordinal));
        Assert.Equal(256 * 34e-15, item.UnitJoules, 1e-18);
    }

    [Fact]
    public void ToSolution_AtTheEndsOfTheProbability_IsOneRunOrNever()
    {
        var ledger = new CostLedger("m", 1, [Row()]);
        Assert.Equal(double.PositiveInfinity, ToSolution.Of(ledger, 0, 100).Joules);
        Assert.Equal(1, ToSolution.Of(ledger, 100, 100).Runs);
        Assert.Equal(Math.Log(0.01) / Math.Log(0.5), ToSolution.Repetitions(0.5), 1e-12);
        var half = ToSolution.Of(ledger, 50, 100);
        Assert.InRange(half.Joules, half.JoulesRange.Low, half.JoulesRange.High);
    }

    /// <summary>Supplied energy is dissipated or stored to 1e-6, with and without wires, with fields, until it settles and over the whole
    /// run.</summary>
    [Theory]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(0, 2e-9)]
    [InlineData(25, double.PositiveInfinity)]
    [InlineData(25, 2e-9)]
    [InlineData(25, double.PositiveInfinity, 7)]
    public void Continuous_SupplyEnergy_IsDissipatedOrStored(double segmentOhms, double until, int tileLines = 0)
    {
        var (energy, _) = Audit(segmentOhms, until, ngspice: false, tileLines);
        output.WriteLine($"{energy.Seconds:g3} s, delivered {energy.DeliveredJoules:g6} J, engine {energy.EngineJoules:g6}, cells {energy.CellJoules:g6}, wires {energy.WireJoules:g6}, leak {energy.LeakJoules:g6}, "
            + $"stored {energy.StoredJoules:g3}, supply {energy.SupplyJoules:g6}; imbalance {energy.Imbalance:g2}");
        Assert.InRange(energy.Imbalance, 0, 1e-6);
        Assert.Equal(1, energy.EngineJoules!.Value / energy.DeliveredJoules, 1e-6);
        Assert.True(energy.SupplyJoules > energy.DeliveredJoules);
        Assert.All(energy.Rows(), row => Assert.NotEmpty(row.Source));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public void Continuous_FromNgspicesWaveforms_IsTheSameWithinAPercent(double segmentOhms)
    {
        Assert.SkipUnless(new NgspiceEngine().Availability.Present, "needs ngspice");
        var (ours, _) = Audit(segmentOhms, double.PositiveInfinity, false);
        var (theirs, _) = Audit(segmentOhms, ours.Seconds, true);
        output.WriteLine($"delivered {ours.DeliveredJoules:g6} and {theirs.DeliveredJoules:g6} J, cells {ours.CellJoules:g6} and {theirs.CellJoules:g6}, imbalance of ngspice {theirs.Imbalance:g2}");
        Assert.Equal(1, theirs.DeliveredJoules / ours.DeliveredJoules, 0.01);
        Assert.Equal(1, theirs.CellJoules / ours.CellJoules, 0.01);
        Assert.Equal(1, theirs.SupplyJoules / ours.SupplyJoules, 0.01);
        Assert.InRange(theirs.Imbalance, 0, 0.01);
    }

    private static (ContinuousEnergy, CompiledHopfield) Audit(double segmentOhms, double until, bool ngspice, int tileLines = 0)
    {
        var model = RandomIsing.Make(10, 7);
        var compiled = CompiledHopfield.Compile(model, new DifferentialPairMapping(),
            new() { Wires = ArrayWires.Uniform(segmentOhms), TileLines = tileLines, AnnealTimeConstants = 10, StopTimeConstants = 60 });
        Crossbar.Circuits.ICircuitEngine engine = ngspice ? new NgspiceEngine() : new ReducedEngine();
        var request = compiled.Request(RandomIsing.Start(10, RandomKey.FromSeed(1))) with
        {
            RelativeTolerance = 1e-7,
            // The end of the integrals is a sample, and engines at rest take long steps.
            LargestStepSeconds = 0.1 * compiled.TimeConstantSeconds,
        };
        var solution = engine.Load(compiled.Netlist).Transient(request);
        return (ContinuousEnergy.Of(compiled, solution, until, new()), compiled);
    }

    [Theory]
    [InlineData("{ \"name\": \"x\" }", "a key is missing")]
    [InlineData("{ \"name\": \"x\", \"summary\": \"s\", \"machine\": \"clocked\", \"items\": [ { \"component\": \"c\", \"per\": \"moon\", \"joules\": 1, \"source\": \"s\" } ] }", "'moon' is counted nowhere")]
    [InlineData("{ \"name\": \"x\", \"summary\": \"s\", \"machine\": \"clocked\", \"items\": [ { \"component\": \"c\", \"per\": \"clock\", \"joules\": 1, \"source\": \" \" } ] }", "has no source")]
    [InlineData("{ \"name\": \"x\", \"summary\": \"s\", \"machine\": \"clocked\", \"items\": [ { \"component\": \"c\", \"per\": \"clock\", \"joules\": -1, \"source\": \"s\" } ] }", "Joules")]
    [InlineData("{ \"name\": \"x\", \"summary\": \"s\", \"machine\": \"clocked\", \"items\": [ { \"component\": \"c\", \"per\": \"clock\", \"source\": \"s\" } ] }", "neither of joules and watts")]
    [InlineData("{ \"name\": \"x\", \"summary\": \"s\", \"machine\": \"clocked\", \"colour\": 1, \"items\": [] }",
        "there is no key 'colour'")]
    [InlineData("{ \"name\": ", "does not fit")]
    public void PresetFile_ThatIsWrong_SaysWhat(string json, string expected)
    {
        string path = Path.Combine(Path.GetTempPath(), $"hopfield-{Guid.NewGuid():n}.json");
        File.WriteAllText(path, json);
        try
        {
            Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => CostPresetFile.Find(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
